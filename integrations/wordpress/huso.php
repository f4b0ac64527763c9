<?php
/**
 * Plugin Name:       Huso
 * Description:       The agenda of an event, each session in the visitor's own time and in the event's countries, with registration in place.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            The Huso authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       huso
 * Domain Path:       /languages
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** This file, to which addresses and paths are relative. */
const FILE = __FILE__;

require __DIR__ . '/includes/package.php';
require __DIR__ . '/includes/translations.php';
require __DIR__ . '/includes/colours.php';
require __DIR__ . '/includes/options.php';
require __DIR__ . '/includes/event-file.php';
require __DIR__ . '/includes/uploads.php';
require __DIR__ . '/includes/agenda-html.php';
require __DIR__ . '/includes/agenda-cache.php';
require __DIR__ . '/includes/element.php';
require __DIR__ . '/includes/shortcode.php';
require __DIR__ . '/includes/block.php';

add_translations();
allow_event_files();
add_shortcode_huso_event();
add_block();

if ( is_admin() ) {
	require __DIR__ . '/includes/settings-page.php';
	add_settings_page();
}
