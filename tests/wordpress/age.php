<?php
// php age.php SITE: what the plugin keeps of other servers was fetched long ago.

require "$argv[1]/wp-load.php";
foreach ( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '\\_transient\\_huso\\_agenda\\_%'" ) as $name ) {
	$kept = get_option( $name );
	update_option( $name, array( 'until' => 0 ) + $kept );
}
