<?php
/**
 * Colours that can be read on each other.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** What text needs at least against its ground (WCAG 2.2, 1.4.3). */
const LEAST_CONTRAST = 4.5;

/**
 * How bright a colour is (WCAG 2.2, relative luminance).
 *
 * @param string $hex A colour such as `#0a5c9e` or `#fff`.
 * @return float From 0, black, to 1, white.
 */
function luminance( $hex ) {
	$digits   = ltrim( $hex, '#' );
	$digits   = 3 === strlen( $digits ) ? preg_replace( '/./', '$0$0', $digits ) : $digits;
	$channels = array_map(
		function ( $pair ) {
			$value = hexdec( $pair ) / 255;
			return $value <= 0.04045 ? $value / 12.92 : pow( ( $value + 0.055 ) / 1.055, 2.4 );
		},
		str_split( $digits, 2 )
	);
	return 0.2126 * $channels[0] + 0.7152 * $channels[1] + 0.0722 * $channels[2];
}

/**
 * How well two colours are told apart (WCAG 2.2, contrast ratio).
 *
 * @param string $one   A colour.
 * @param string $other Another one.
 * @return float From 1 to 21.
 */
function contrast( $one, $other ) {
	$lights = array( luminance( $one ), luminance( $other ) );
	return ( max( $lights ) + 0.05 ) / ( min( $lights ) + 0.05 );
}
