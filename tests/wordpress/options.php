<?php
// php options.php SITE WORD: the names of the options that have a word in them, as JSON.

list( , $site, $word ) = $argv;
require "$site/wp-load.php";
echo json_encode( $wpdb->get_col( $wpdb->prepare( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE %s", "%$word%" ) ) );
