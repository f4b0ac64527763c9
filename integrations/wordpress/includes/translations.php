<?php
/**
 * The plugin's own texts in Spanish and Portuguese, whatever the country: a site in Chile has `es_CL`, for which
 * WordPress by itself looks for no other Spanish.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** Languages that there are files for, and the names under which they are kept. */
const TRANSLATIONS = array(
	'es' => 'es_ES',
	'pt' => 'pt_BR',
);

/**
 * Registers the translations.
 */
function add_translations() {
	add_filter( 'plugin_locale', __NAMESPACE__ . '\\known_locale', 10, 2 );
	add_filter( 'load_script_translation_file', __NAMESPACE__ . '\\script_translation', 10, 3 );
	add_action(
		'init',
		function () {
			load_plugin_textdomain( 'huso', false, dirname( plugin_basename( FILE ) ) . '/languages' );
		},
		1
	);
}

/**
 * The locale whose file serves another one of the same language.
 *
 * @param string $locale The site's or the user's, such as `es_CL`.
 * @param string $domain Whose texts are asked for.
 * @return string
 */
function known_locale( $locale, $domain ) {
	return 'huso' === $domain ? TRANSLATIONS[ strtok( $locale, '_' ) ] ?? $locale : $locale;
}

/**
 * The same for a script's texts.
 *
 * @param string|false $file   Path of the file that WordPress would read.
 * @param string       $handle The script.
 * @param string       $domain Whose texts are asked for.
 * @return string|false
 */
function script_translation( $file, $handle, $domain ) {
	if ( 'huso' !== $domain ) {
		return $file;
	}
	$locale = known_locale( determine_locale(), $domain );
	return plugin_dir_path( FILE ) . "languages/huso-$locale-$handle.json";
}
