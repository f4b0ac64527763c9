<?php
// php option.php SITE NAME [JSON]: prints an option as JSON, or sets it.

list( , $site, $name ) = $argv;
require "$site/wp-load.php";
if ( isset( $argv[3] ) ) {
	update_option( $name, json_decode( $argv[3], true ) );
} else {
	echo json_encode( get_option( $name ) );
}
