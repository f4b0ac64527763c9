<?php
// Does to a page's scripts what caches and optimizers do, one thing at a time, as `?optimize=` says.

add_action(
	'template_redirect',
	function () {
		$how = 'tests_' . sanitize_key( $_GET['optimize'] ?? '' );
		if ( function_exists( $how ) ) {
			ob_start(
				function ( $page ) use ( $how ) {
					return $how( $page );
				}
			);
		}
	}
);

// Each of the site's scripts with a file, as `tests_scripts( $page, function ( $tag, $path, $attributes ) { … } )` has them
// replaced. What type a script has is not looked at.
function tests_scripts( $page, $replace ) {
	return preg_replace_callback(
		'~<script\b([^>]*)\ssrc=[\'"]([^\'"?]*)[^\'"]*[\'"]([^>]*)>\s*</script>~',
		function ( $found ) use ( $replace ) {
			$path = str_replace( home_url(), rtrim( ABSPATH, '/' ), $found[2] );
			return is_file( $path ) ? $replace( $found[0], $path, $found[1] . $found[3] ) : $found[0];
		},
		$page
	);
}

// Puts a script into the cache's folder, and returns its address there.
function tests_cached( $text ) {
	$name = 'cache/js/' . md5( $text ) . '.js';
	wp_mkdir_p( WP_CONTENT_DIR . '/cache/js' );
	file_put_contents( WP_CONTENT_DIR . "/$name", $text );
	return content_url( $name );
}

// Under other names, in another folder.
function tests_move( $page ) {
	return tests_scripts(
		$page,
		function ( $tag, $path, $attributes ) {
			return "<script$attributes src='" . tests_cached( file_get_contents( $path ) ) . "'></script>";
		}
	);
}

// All in one, in the head or at the end.
function tests_join( $page, $before = '</body>' ) {
	$all  = '';
	$page = tests_scripts(
		$page,
		function ( $tag, $path ) use ( &$all ) {
			$all .= file_get_contents( $path ) . ";\n";
			return '';
		}
	);
	return str_replace( $before, "<script src='" . tests_cached( $all ) . "'></script>$before", $page );
}

function tests_joinhead( $page ) {
	return tests_join( $page, '</head>' );
}

function tests_defer( $page ) {
	return preg_replace( '~<script\b(?=[^>]*\ssrc=)~', '<script defer', $page );
}

function tests_async( $page ) {
	return preg_replace( '~<script\b(?=[^>]*\ssrc=)~', '<script async', $page );
}

// Into the page itself.
function tests_inline( $page ) {
	return tests_scripts(
		$page,
		function ( $tag, $path ) {
			return '<script>' . file_get_contents( $path ) . '</script>';
		}
	);
}

// Not before the visitor does something.
function tests_delay( $page ) {
	$page  = tests_scripts(
		$page,
		function ( $tag, $path, $attributes ) {
			$moved = tests_cached( file_get_contents( $path ) );
			return "<script type='text/delayed' data-src='$moved'></script>";
		}
	);
	$later = 'addEventListener( "pointerdown", () => document.querySelectorAll( "script[data-src]" ).forEach( ( old ) => {
		const script = document.createElement( "script" ); script.src = old.dataset.src; old.replaceWith( script ); } ), { once: true } );';
	return str_replace( '</body>', "<script>$later</script></body>", $page );
}

// HTML with no space, quote or comment too many.
function tests_shrink( $page ) {
	$page = preg_replace( '~<!--.*?-->~s', '', $page );
	$page = preg_replace( '~>\s+<~', '><', $page );
	return preg_replace( '~=(["\'])([a-z0-9-]+)\1~', '=$2', $page );
}

// Without what is to be fetched early.
function tests_unlink( $page ) {
	return preg_replace( '~<link rel="(module)?preload"[^>]*>~', '', $page );
}
