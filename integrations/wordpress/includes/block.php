<?php
/**
 * The block `huso/event`.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** The script of its editor, as block.json names it. */
const EDITOR = 'huso-event-editor';

/**
 * Registers it.
 */
function add_block() {
	add_action( 'init', __NAMESPACE__ . '\\register_block' );
	add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\\add_styles' );
}

/**
 * Registers the block, its editor and its style sheet.
 */
function register_block() {
	$folder = plugin_dir_path( FILE );
	$parts  = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-core-data', 'wp-data', 'wp-element', 'wp-i18n', 'wp-notices' );
	wp_register_script( EDITOR, plugins_url( 'block/edit.js', FILE ), $parts, package_list()['build'], true );
	wp_set_script_translations( EDITOR, 'huso', $folder . 'languages' );
	$for_preview = array(
		'script'    => package_url( 'huso.js' ),
		'integrity' => package_integrity( 'huso.js' ),
		'options'   => array_intersect_key( options(), array_flip( array( 'lang', 'theme', 'accent' ) ) ),
		'lang'      => get_bloginfo( 'language' ),
	);
	wp_add_inline_script( EDITOR, 'var husoEditor = ' . wp_json_encode( $for_preview ) . ';', 'before' );
	register_block_type( $folder . 'block', array( 'render_callback' => __NAMESPACE__ . '\\render_block' ) );
}

/**
 * What the block is in a page.
 *
 * @param array $attributes The block's.
 * @return string
 */
function render_block( $attributes ) {
	$given = $attributes;
	if ( isset( $given['hourCycle'] ) ) {
		$given['hour-cycle'] = $given['hourCycle'];
	}
	// What is switched on is an attribute without a value, and what is not is none.
	$given = array_filter(
		$given,
		function ( $value ) {
			return is_scalar( $value ) && false !== $value;
		}
	);
	$given = array_map(
		function ( $value ) {
			return true === $value ? '' : strval( $value );
		},
		$given
	);
	$html  = event_html( $given, wp_kses_post( wpautop( trim( $given['fallback'] ?? '' ) ) ) );
	return $html ? sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $html ) : '';
}

/**
 * Puts the site's colours into the page and, for who is logged in, the room that WordPress' bar takes at the top, where it
 * stays (admin-bar.css). They do nothing where no event is.
 */
function add_styles() {
	$bar    = is_admin_bar_showing() ? '@media(min-width:601px){huso-event{--huso-sticky-top:var(--wp-admin--admin-bar--height,0px)}}' : '';
	$styles = colour_styles() . $bar;
	if ( $styles ) {
		wp_register_style( 'huso', false, array(), package_list()['build'] );
		wp_enqueue_style( 'huso' );
		wp_add_inline_style( 'huso', $styles );
	}
}
