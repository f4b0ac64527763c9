<?php
/**
 * Lets event files into the media library, which refuses JSON: these alone, and only from those who may upload.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/**
 * Registers what follows.
 */
function allow_event_files() {
	// Before a network's own list of types (priority 10), which has the last word.
	add_filter( 'upload_mimes', __NAMESPACE__ . '\\with_json', 9, 2 );
	add_filter( 'wp_check_filetype_and_ext', __NAMESPACE__ . '\\confirm_type', 10, 3 );
	add_filter( 'wp_handle_upload_prefilter', __NAMESPACE__ . '\\refuse_other_json' );
	add_filter( 'wp_handle_sideload_prefilter', __NAMESPACE__ . '\\refuse_other_json' );
	add_filter( 'post_mime_types', __NAMESPACE__ . '\\with_event_files' );
	add_filter( 'media_send_to_editor', __NAMESPACE__ . '\\insert_shortcode', 10, 2 );
}

/**
 * Adds JSON to what may be uploaded.
 *
 * @param string[]          $types Media types by file extension.
 * @param int|\WP_User|null $user  Whose upload it is; the current user's if null.
 * @return string[]
 */
function with_json( $types, $user = null ) {
	$may = null === $user ? current_user_can( 'upload_files' ) : user_can( $user, 'upload_files' );
	return $may ? $types + array( 'json' => MEDIA_TYPE ) : $types;
}

/**
 * WordPress believes no name: it looks into the file, finds text or JSON, and knows neither of JSON.
 *
 * @param array  $found What it takes the file for: `ext` and `type`, false where it refuses.
 * @param string $path  Where the file is.
 * @param string $name  How it is called.
 * @return array
 */
function confirm_type( $found, $path, $name ) {
	if ( $found['type'] || ! is_named_json( $name ) || ! isset( get_allowed_mime_types()['json'] ) || ! read_event( $path ) ) {
		return $found;
	}
	return array_merge(
		$found,
		array(
			'ext'  => 'json',
			'type' => MEDIA_TYPE,
		)
	);
}

/**
 * Refuses what is no event file, and says so. Where JSON is let in by somebody else, it is theirs to judge.
 *
 * @param array $file What is uploaded: `name`, `tmp_name`.
 * @return array The same, with `error` if it is refused.
 */
function refuse_other_json( $file ) {
	if ( is_named_json( $file['name'] ) && ! is_json_let_in_by_others() && ! read_event( $file['tmp_name'] ) ) {
		$file['error'] = __( 'This is not an event file of Huso: it needs at least “huso”, “id”, “title” and “timezone”.', 'huso' );
	}
	return $file;
}

/**
 * Whether a name ends as those of JSON do.
 *
 * @param string $name The file's name.
 * @return bool
 */
function is_named_json( $name ) {
	return 'json' === strtolower( pathinfo( $name, PATHINFO_EXTENSION ) );
}

/**
 * Whether JSON could be uploaded without this plugin.
 *
 * @return bool
 */
function is_json_let_in_by_others() {
	remove_filter( 'upload_mimes', __NAMESPACE__ . '\\with_json', 9 );
	$types = get_allowed_mime_types();
	add_filter( 'upload_mimes', __NAMESPACE__ . '\\with_json', 9, 2 );
	return isset( $types['json'] );
}

/**
 * Adds event files to the kinds by which the media library is filtered.
 *
 * @param array $kinds Texts by media type.
 * @return array
 */
function with_event_files( $kinds ) {
	/* translators: %s: number of files. */
	$count               = _n_noop( 'Event file <span class="count">(%s)</span>', 'Event files <span class="count">(%s)</span>', 'huso' );
	$kinds[ MEDIA_TYPE ] = array( __( 'Event files', 'huso' ), __( 'Manage event files', 'huso' ), $count );
	return $kinds;
}

/**
 * What the classic editor inserts for an event file: its agenda, not a link to JSON.
 *
 * @param string $html       What would be inserted.
 * @param int    $attachment The file.
 * @return string
 */
function insert_shortcode( $html, $attachment ) {
	return event_of( $attachment ) ? sprintf( '[huso-event file="%d"]', $attachment ) : $html;
}
