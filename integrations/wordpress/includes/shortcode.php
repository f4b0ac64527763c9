<?php
/**
 * The shortcode `[huso-event]`, for the classic editor and page builders.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/**
 * Registers it.
 */
function add_shortcode_huso_event() {
	add_shortcode( 'huso-event', __NAMESPACE__ . '\\shortcode' );
}

/**
 * What it is replaced with.
 *
 * @param array|string $given   Its attributes.
 * @param string|null  $content What stands between its ends.
 * @return string
 */
function shortcode( $given, $content = null ) {
	$attributes = array();
	foreach ( (array) $given as $name => $value ) {
		// One without a value, such as `preview`, is given as a value without a name.
		$attributes[ is_int( $name ) ? $value : $name ] = is_int( $name ) ? '' : (string) $value;
	}
	// WordPress has made paragraphs of what is inside, and their ends may be outside.
	$fallback = wp_kses_post( force_balance_tags( do_shortcode( shortcode_unautop( trim( (string) $content ) ) ) ) );
	return event_html( $attributes, $fallback );
}
