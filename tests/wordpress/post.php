<?php
// php post.php SITE CONTENT: publishes a post, and prints its id.

list( , $site, $content ) = $argv;
require "$site/wp-load.php";
echo wp_insert_post(
	wp_slash(
		array(
			'post_title'   => 'Agenda',
			'post_content' => $content,
			'post_status'  => 'publish',
			'post_author'  => 1,
		)
	)
);
