<?php
/**
 * An agenda as HTML (Huso's docs/embedding.md, “The agenda as HTML”) that another server wrote, reduced to what an agenda
 * needs: nothing of it can run, send or load anything.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** What a link may lead to. */
const PROTOCOLS = array( 'http', 'https', 'mailto', 'tel' );

/** Elements with attributes of their own, which are parted by spaces. */
const ELEMENTS = array(
	'a'        => 'href rel target download',
	'button'   => 'type disabled',
	'circle'   => 'cx cy r fill',
	'details'  => 'open',
	'input'    => 'type name value checked disabled autocomplete spellcheck placeholder',
	'label'    => 'for',
	'li'       => 'value',
	'line'     => 'x1 x2 y1 y2 stroke stroke-width',
	'ol'       => 'start',
	'option'   => 'value selected',
	'path'     => 'd fill stroke stroke-width',
	'polygon'  => 'points fill',
	'rect'     => 'x y width height rx fill',
	'select'   => 'disabled',
	'svg'      => 'width height viewbox color fill focusable',
	'td'       => 'colspan rowspan',
	'textarea' => 'rows',
	'th'       => 'colspan rowspan scope',
	'time'     => 'datetime',
);

/** Elements with none but those that all may have. */
const PLAIN_ELEMENTS = 'abbr article aside b bdi br caption dd del div dl dt em fieldset footer g h2 h3 h4 h5 h6 header hr i ins '
	. 'legend nav output p s search section small span strong sub summary sup table tbody tfoot thead title tr '
	. 'ul wbr';

/** Attributes that all may have. */
const ATTRIBUTES_OF_ALL = 'aria-atomic aria-autocomplete aria-checked aria-controls aria-current aria-describedby aria-disabled '
	. 'aria-expanded aria-haspopup aria-hidden aria-label aria-labelledby aria-live aria-orientation '
	. 'aria-pressed aria-selected aria-valuemax aria-valuemin aria-valuenow aria-valuetext class data-* dir '
	. 'hidden id lang part role tabindex title';

/**
 * What is needed of an agenda's page.
 *
 * @param string $page    The page, or the element alone.
 * @param string $address Where it is, for relative links.
 * @return array{shadow: string, summary: string, data: string}|null The agenda; what stands for it where it can't be shown;
 *                                                                   the event for search engines, as JSON. Null if it is none.
 */
function agenda_of( $page, $address ) {
	$shadow = harmless( between( $page, '~<template\b[^<>]*\bshadowrootmode=[^<>]*>~i', '</template>' ) );
	if ( '' === trim( $shadow ) ) {
		return null;
	}
	$children = stristr( $page, '</template>' );
	// A receiver's page that has no program leaves no room for what the program adds. Here one comes.
	$shadow = str_replace( '"event prerendered alone"', '"event prerendered"', $shadow );
	return array(
		'shadow'  => absolute_links( $shadow, $address ),
		'summary' => wp_kses( between( $children, '~<p\b[^<>]*>~i', '</p>' ), 'strip' ),
		'data'    => event_data( between( $children, '~<script\b[^<>]*application/ld\+json[^<>]*>~i', '</script>' ) ),
	);
}

/**
 * What is in an element. Begin and end are each looked for once, so that no page takes long.
 *
 * @param string $html  HTML of anybody's.
 * @param string $begin Pattern of the element's first tag.
 * @param string $end   The element's last tag.
 * @return string Empty if there is no such element.
 */
function between( $html, $begin, $end ) {
	if ( ! preg_match( $begin, $html, $found, PREG_OFFSET_CAPTURE ) ) {
		return '';
	}
	$start = $found[0][1] + strlen( $found[0][0] );
	$stop  = stripos( $html, $end, $start );
	return false === $stop ? '' : trim( substr( $html, $start, $stop - $start ) );
}

/**
 * HTML without what is not listed above.
 *
 * @param string $html HTML of anybody's.
 * @return string
 */
function harmless( $html ) {
	// The contents of these are no text to be read.
	$html    = preg_replace( '~<(script|style|template|noscript|iframe)\b.*?</\1\s*>~is', '', $html );
	$list    = function ( $words ) {
		return array_fill_keys( explode( ' ', $words ), true );
	};
	$of_all  = $list( ATTRIBUTES_OF_ALL );
	$allowed = array_fill_keys( explode( ' ', PLAIN_ELEMENTS ), $of_all );
	foreach ( ELEMENTS as $element => $attributes ) {
		$allowed[ $element ] = $of_all + $list( $attributes );
	}
	return wp_kses( without_contents( $html ), $allowed, PROTOCOLS );
}

/**
 * HTML without what is in elements whose contents are no text to be read.
 *
 * @param string $html HTML of anybody's.
 * @return string
 */
function without_contents( $html ) {
	$kept = '';
	$from = 0;
	while ( preg_match( '~<(script|style|noscript|iframe)\b~i', $html, $found, PREG_OFFSET_CAPTURE, $from ) ) {
		$kept .= substr( $html, $from, $found[0][1] - $from );
		if ( ! preg_match( "~</{$found[1][0]}~i", $html, $end, PREG_OFFSET_CAPTURE, $found[0][1] ) ) {
			return $kept;
		}
		$from = $end[0][1];
	}
	return $kept . substr( $html, $from );
}

/**
 * Links that mean on this site what they mean where they come from. Those within the agenda stay.
 *
 * @param string $html    HTML as `wp_kses` writes it.
 * @param string $address Where it comes from.
 * @return string
 */
function absolute_links( $html, $address ) {
	$resolve = function ( $found ) use ( $address ) {
		$link = wp_specialchars_decode( $found[2], ENT_QUOTES );
		return $found[1] . '"' . esc_url( \WP_Http::make_absolute_url( $link, $address ), PROTOCOLS ) . '"';
	};
	return preg_replace_callback( '~(<a\b[^>]*\shref=)"([^"#][^"]*)"~i', $resolve, $html );
}

/**
 * What search engines read, written anew, so that it is JSON and nothing else.
 *
 * @param string $text JSON-LD.
 * @return string Empty if it is none.
 */
function event_data( $text ) {
	$data = json_decode( $text, true );
	return isset( $data['@context'] ) ? (string) wp_json_encode( $data, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) : '';
}
