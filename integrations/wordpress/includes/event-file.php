<?php
/**
 * Event files in the media library. What one is in full is said in Huso's docs/event-file.md; its faults are found and
 * shown by the program. Here is read what has to be known on the server.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** The media type under which they are kept. */
const MEDIA_TYPE = 'application/json';

/** Bytes that are read at most. An agenda of 2,000 sessions in three languages has less than 3 MB. */
const MOST_BYTES = 4 * MB_IN_BYTES;

/**
 * Reads a file.
 *
 * @param string $path Where it is on this server.
 * @return array|null The event, or null if it is no event file.
 */
function read_event( $path ) {
	if ( ! is_readable( $path ) || filesize( $path ) > MOST_BYTES ) {
		return null;
	}
	$text  = file_get_contents( $path ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file on this server.
	$event = json_decode( preg_replace( '/^\xEF\xBB\xBF/', '', $text ), true );
	return is_event( $event ) ? $event : null;
}

/**
 * Whether something has what makes it an event.
 *
 * @param mixed $value What was read.
 * @return bool
 */
function is_event( $value ) {
	return is_array( $value ) && is_int( $value['huso'] ?? null ) && is_string( $value['id'] ?? null )
		&& ! empty( $value['title'] ) && is_string( $value['timezone'] ?? null );
}

/**
 * The event of a file of the media library.
 *
 * @param int $attachment The file's id.
 * @return array|null
 */
function event_of( $attachment ) {
	static $events = array();
	if ( ! array_key_exists( $attachment, $events ) ) {
		$is_json               = MEDIA_TYPE === get_post_mime_type( $attachment );
		$events[ $attachment ] = $is_json ? read_event( (string) get_attached_file( $attachment ) ) : null;
	}
	return $events[ $attachment ];
}

/**
 * Where the event file itself sends registrations, if that is a Huso receiver.
 *
 * @param array  $event    The event.
 * @param string $address Where the file is.
 * @return string Empty if it says nothing, or something else.
 */
function own_endpoint( $event, $address ) {
	$endpoint = $event['registration']['endpoint'] ?? '';
	if ( is_array( $endpoint ) ) {
		$endpoint = 'huso' === ( $endpoint['dialect'] ?? 'huso' ) ? $endpoint['url'] ?? '' : '';
	}
	return is_string( $endpoint ) && '' !== $endpoint ? \WP_Http::make_absolute_url( $endpoint, $address ) : '';
}

/**
 * A text of the event's in a language, or in its own.
 *
 * @param mixed  $text  A text, or one for each language.
 * @param string $lang  The language that is wanted.
 * @param string $other The event's language.
 * @return string
 */
function text_in( $text, $lang, $other ) {
	if ( is_array( $text ) ) {
		$text = $text[ $lang ] ?? $text[ $other ] ?? reset( $text );
	}
	return is_string( $text ) ? $text : '';
}
