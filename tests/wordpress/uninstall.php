<?php
// php uninstall.php SITE: takes the plugin away, as Plugins → Delete does.

require "$argv[1]/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
deactivate_plugins( 'huso/huso.php' );
if ( true !== delete_plugins( array( 'huso/huso.php' ) ) ) {
	exit( 1 );
}
