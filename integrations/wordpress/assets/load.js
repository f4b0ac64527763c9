/*
 * Brings the package's script into the page, from the address that the element names. It is an old script, not a module,
 * and depends neither on where it stands nor on when it runs: optimizers may move, rename, join, defer, delay or shrink it.
 */
( function () {
	function load() {
		// Authors without the right to write HTML can't write this element: WordPress erases it.
		var element = document.querySelector( 'huso-event[data-huso-script]' );
		if ( ! element || document.querySelector( 'script[data-huso-package]' ) ) {
			return Boolean( element );
		}
		var script = document.createElement( 'script' );
		script.type = 'module';
		script.src = element.getAttribute( 'data-huso-script' );
		script.integrity = element.getAttribute( 'data-huso-integrity' ) || '';
		script.crossOrigin = 'anonymous';
		script.setAttribute( 'data-huso-package', '' );
		document.head.appendChild( script );
		return true;
	}
	if ( ! load() ) {
		document.addEventListener( 'DOMContentLoaded', load );
	}
} )();
