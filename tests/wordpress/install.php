<?php
// php install.php SITE ZIP PASSWORD: makes the database, installs WordPress and the plugin, and adds people.

list( , $site, $zip, $password ) = $argv;

define( 'WP_INSTALLING', true );
preg_match( '/localhost:(.*)" \);/', file_get_contents( "$site/wp-config.php" ), $socket );
( new mysqli( 'localhost', 'root', '', '', 0, $socket[1] ) )->query( 'CREATE DATABASE wordpress' );

$_SERVER['HTTP_HOST'] = '127.0.0.1';
require "$site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'Feria', 'admin', 'admin@example.org', true, '', $password );
foreach ( array( 'author', 'contributor' ) as $role ) {
	$user = wp_insert_user(
		array(
			'user_login' => $role,
			'user_pass'  => $password,
			'user_email' => "$role@example.org",
			'role'       => $role,
		)
	);
	// They have been welcomed.
	$preferences = array(
		'core/edit-post' => array( 'welcomeGuide' => false ),
		'_modified'      => gmdate( 'c' ),
	);
	update_user_meta( $user, 'wp_persisted_preferences', $preferences );
}

require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
$upgrader  = new Plugin_Upgrader( new Automatic_Upgrader_Skin() );
$installed = $upgrader->install( $zip );
$activated = activate_plugin( 'huso/huso.php' );
if ( true !== $installed || is_wp_error( $activated ) ) {
	fwrite( STDERR, print_r( array( $installed, $activated, $upgrader->skin->get_upgrade_messages() ), true ) );
	exit( 1 );
}
