<?php
/**
 * The element `<huso-event>` as it is written into a page.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** Attributes of the element that a block or a shortcode may set (Huso's docs/embedding.md). */
const ATTRIBUTES = array( 'src', 'lang', 'endpoint', 'zones', 'hour-cycle', 'theme', 'loading', 'viewer-timezone', 'moment', 'seats', 'filled', 'link', 'preview' );

/** Those of them that have no value. */
const FLAGS = array( 'link', 'preview' );

/**
 * An event.
 *
 * @param array  $given    What a block or a shortcode says: the element's attributes; `file`, a file of the media library;
 *                         `agenda`, where the agenda is as HTML; `accent`, a colour.
 * @param string $fallback HTML that is shown before, without and after a failure of the script.
 * @return string
 */
function event_html( $given, $fallback ) {
	$file  = absint( $given['file'] ?? 0 );
	$event = $file ? event_of( $file ) : null;
	if ( $file ) {
		$given['src'] = $event ? wp_get_attachment_url( $file ) : '';
	}
	if ( '' === trim( $given['src'] ?? '' ) ) {
		return current_user_can( 'edit_posts' ) ? '<p>' . esc_html__( 'Here stands no event yet: choose an event file. Visitors see nothing.', 'huso' ) . '</p>' : '';
	}
	$endpoint = endpoint( $given, $event );
	$receiver = receiver( $given['src'], $event, $endpoint );
	$agenda   = agenda( $given, $receiver );
	$fallback = $fallback ? $fallback : plain_fallback( $agenda, $event, $receiver );
	if ( is_feed() ) {
		return $fallback;
	}
	enqueue_loader();
	// What is to come later is not fetched early.
	$preloads = 'lazy' === ( $given['loading'] ?? '' ) ? '' : preloads();
	return $preloads . element( element_attributes( $given, $endpoint ), $agenda, $fallback );
}

/**
 * Where registrations go, as far as this site says it.
 *
 * @param array      $given What a block or a shortcode says.
 * @param array|null $event The event, if its file is in the media library.
 * @return string What the element is told: empty leaves it to the event file.
 */
function endpoint( $given, $event ) {
	$address = sanitize_address( $given['endpoint'] ?? '' );
	$address = $address ? $address : options()['endpoint'];
	if ( false === strpos( $address, '{id}' ) ) {
		return $address;
	}
	// Which event it is, is known of the media library's files alone.
	return $event ? str_replace( '{id}', rawurlencode( $event['id'] ), $address ) : '';
}

/**
 * The event at a Huso receiver (Huso's docs/endpoints.md).
 *
 * @param string     $src      Where the event file is.
 * @param array|null $event    The event, if its file is in the media library.
 * @param string     $endpoint Where registrations go; empty if the event file says it.
 * @return string Such as `https://forms.example.org/events/fair`; empty if it is at none.
 */
function receiver( $src, $event, $endpoint ) {
	$address = ! $endpoint && $event ? own_endpoint( $event, $src ) : $endpoint;
	return preg_match( '~^(https?://.+/events/[^/?#]+)/registrations/?$~', $address, $parts ) ? $parts[1] : '';
}

/**
 * The agenda as HTML: where a block or a shortcode says that it is, or at the receiver to which registrations go.
 *
 * @param array  $given    What a block or a shortcode says.
 * @param string $receiver The event at a receiver, or empty.
 * @return array|null
 */
function agenda( $given, $receiver ) {
	$address = sanitize_address( $given['agenda'] ?? '' );
	if ( ! $address && $receiver && options()['prerendered'] ) {
		$address = "$receiver/agenda.html?lang=" . language( $given );
	}
	return $address ? agenda_at( $address ) : null;
}

/**
 * The language in which an event is shown.
 *
 * @param array $given What a block or a shortcode says.
 * @return string `es`, `en` or `pt`, or empty if it is the event's.
 */
function language( $given ) {
	$tag  = ! empty( $given['lang'] ) ? $given['lang'] : options()['lang'];
	$lang = strtolower( substr( $tag ? $tag : get_bloginfo( 'language' ), 0, 2 ) );
	return in_array( $lang, LANGUAGES, true ) ? $lang : '';
}

/**
 * What is read where the agenda can't be shown.
 *
 * @param array|null $agenda   The agenda as HTML.
 * @param array|null $event    The event, if its file is in the media library.
 * @param string     $receiver The event at a receiver, or empty.
 * @return string
 */
function plain_fallback( $agenda, $event, $receiver ) {
	$title = $event ? text_in( $event['title'], language( array() ), $event['language'] ?? '' ) : '';
	$text  = $agenda && $agenda['summary'] ? $agenda['summary'] : esc_html( $title );
	$lines = array( $text, esc_html__( 'The agenda needs JavaScript.', 'huso' ) );
	if ( $receiver ) {
		$lines[] = sprintf( '<a href="%s">%s</a>', esc_url( "$receiver/agenda.html" ), esc_html__( 'Read it as a page', 'huso' ) );
	}
	return '<p>' . implode( '<br>', array_filter( $lines ) ) . '</p>';
}

/**
 * Has the browser fetch the script and the program beside each other, not one after the other.
 *
 * @return string
 */
function preloads() {
	return sprintf(
		'<link rel="modulepreload" href="%s" integrity="%s"><link rel="preload" href="%s" as="fetch" crossorigin integrity="%s">',
		esc_url( package_url( 'huso.js' ) ),
		esc_attr( package_integrity( 'huso.js' ) ),
		esc_url( package_url( 'huso_bg.wasm' ) ),
		esc_attr( package_integrity( 'huso_bg.wasm' ) )
	);
}

/**
 * The element's attributes.
 *
 * @param array  $given    What a block or a shortcode says.
 * @param string $endpoint Where registrations go.
 * @return array<string, string> Values by name.
 */
function element_attributes( $given, $endpoint ) {
	$given['endpoint'] = $endpoint;
	$given['src']      = sanitize_address( $given['src'] );
	$given            += array_filter( array_intersect_key( options(), array_flip( array( 'lang', 'theme' ) ) ) );
	$attributes        = array_intersect_key( $given, array_flip( ATTRIBUTES ) );
	$has_value         = function ( $value, $name ) {
		return in_array( $name, FLAGS, true ) || '' !== trim( $value );
	};
	$attributes        = array_filter( $attributes, $has_value, ARRAY_FILTER_USE_BOTH );
	$accent            = sanitize_hex_color( $given['accent'] ?? '' );
	return $attributes + ( $accent ? array( 'style' => "--huso-accent:$accent" ) : array() ) + array(
		'data-huso-script'    => package_url( 'huso.js' ),
		'data-huso-integrity' => package_integrity( 'huso.js' ),
	);
}

/**
 * The element.
 *
 * @param array<string, string> $attributes Values by name.
 * @param array|null            $agenda     The agenda as HTML.
 * @param string                $fallback   What is shown where it can't be.
 * @return string
 */
function element( $attributes, $agenda, $fallback ) {
	$html = '<huso-event';
	foreach ( $attributes as $name => $value ) {
		$html .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$html .= '>';
	if ( $agenda ) {
		$styles = sprintf( '<link rel="stylesheet" href="%s">', esc_url( package_url( 'huso.css' ) ) ); // phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedStylesheet -- It is for the shadow root, not for the page.
		$html  .= "<template shadowrootmode=\"open\">$styles{$agenda['shadow']}</template>";
	}
	$html .= $fallback;
	if ( $agenda && $agenda['data'] ) {
		$html .= "<script type=\"application/ld+json\">{$agenda['data']}</script>";
	}
	return $html . '</huso-event>';
}
