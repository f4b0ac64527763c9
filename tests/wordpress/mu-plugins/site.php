<?php
// What the tests' site has set: a Chilean site, the editor that the option says, and receivers on this machine, which
// WordPress asks nothing otherwise.

add_filter(
	'locale',
	function () {
		return 'es_CL';
	}
);
add_filter(
	'use_block_editor_for_post',
	function () {
		return 'classic' !== get_option( 'tests_editor' );
	}
);
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter(
	'http_allowed_safe_ports',
	function () {
		return range( 1, 65535 );
	}
);
