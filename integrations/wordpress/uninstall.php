<?php
/**
 * Takes away what the plugin has written into the database. Event files in the media library are the site's own, and stay.
 *
 * @package Huso
 */

namespace Huso;

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

/**
 * Cleans one site.
 */
function clean() {
	global $wpdb;
	delete_option( 'huso_options' );
	foreach ( array( '_transient_huso_agenda_', '_transient_timeout_huso_agenda_' ) as $name ) {
		$like = $wpdb->esc_like( $name ) . '%';
		$wpdb->query( $wpdb->prepare( "DELETE FROM $wpdb->options WHERE option_name LIKE %s", $like ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- Nothing else finds them by how their names begin.
	}
}

if ( is_multisite() ) {
	foreach ( get_sites( 'fields=ids&number=0' ) as $site ) {
		switch_to_blog( $site );
		clean();
		restore_current_blog();
	}
} else {
	clean();
}
