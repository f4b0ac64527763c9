/* Colours are chosen with WordPress' own picker. */
jQuery( function ( $ ) {
	$( '.huso-colour' ).wpColorPicker();
} );
