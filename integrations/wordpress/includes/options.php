<?php
/**
 * What holds for all events of the site, where a block or a shortcode says nothing else.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** The option's name in the database. */
const OPTION = 'huso_options';

/** What there is to choose from. An empty value leaves it to the page, the event file or the visitor. */
const LANGUAGES = array( '', 'es', 'en', 'pt' );
const THEMES    = array( '', 'light', 'dark', 'institucional', 'vivo' );

/**
 * The options, each as it was saved or empty.
 *
 * @return array{endpoint: string, lang: string, theme: string, accent: string, ground: string, prerendered: bool}
 */
function options() {
	return sanitize_options( get_option( OPTION, array( 'prerendered' => true ) ) );
}

/**
 * What can be kept of what was entered.
 *
 * @param mixed $entered The form's fields.
 * @return array The same keys, each valid or empty.
 */
function sanitize_options( $entered ) {
	$entered = is_array( $entered ) ? $entered : array();
	$text    = function ( $key ) use ( $entered ) {
		return is_string( $entered[ $key ] ?? null ) ? trim( $entered[ $key ] ) : '';
	};
	$one_of  = function ( $key, $values ) use ( $text ) {
		return in_array( $text( $key ), $values, true ) ? $text( $key ) : '';
	};
	return array(
		'endpoint'    => sanitize_address( $text( 'endpoint' ) ),
		'lang'        => $one_of( 'lang', LANGUAGES ),
		'theme'       => $one_of( 'theme', THEMES ),
		'accent'      => (string) sanitize_hex_color( $text( 'accent' ) ),
		'ground'      => (string) sanitize_hex_color( $text( 'ground' ) ),
		'prerendered' => ! empty( $entered['prerendered'] ),
	);
}

/**
 * A web address, absolute or relative, in which `{id}` may stand for the event's id.
 *
 * @param string $address What was entered.
 * @return string Empty if it is none.
 */
function sanitize_address( $address ) {
	$hidden = str_replace( '{id}', '%7Bid%7D', trim( $address ) );
	return str_replace( '%7Bid%7D', '{id}', sanitize_url( $hidden, array( 'http', 'https' ) ) );
}

/**
 * The site's colours as a style sheet. What is written on an accent, the element chooses by itself.
 *
 * @return string Empty if there are none.
 */
function colour_styles() {
	$options    = options();
	$properties = array_filter(
		array(
			'--huso-accent' => $options['accent'],
			'--huso-ground' => $options['ground'],
		)
	);
	$rules      = '';
	foreach ( $properties as $name => $colour ) {
		$rules .= "$name:$colour;";
	}
	return $rules ? "huso-event{{$rules}}" : '';
}
