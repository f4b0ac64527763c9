<?php
/**
 * The files of Huso's package, which `cargo xtask package wordpress` copies into the folder `package` with a list of
 * what they are: the number of their build, and what each weighs for Subresource Integrity.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** The script that loads the package's: all that themes, caches and optimizers see. */
const LOADER = 'huso-load';

/**
 * What the package is made of.
 *
 * @return array{build: string, files: array<string, string>} The build's number; each file's name with its integrity,
 *                                                            such as `sha384-…`.
 */
function package_list() {
	static $list = null;
	if ( null === $list ) {
		$list = wp_json_file_decode( plugin_dir_path( FILE ) . 'package/integrity.json', array( 'associative' => true ) );
	}
	return is_array( $list ) ? $list : array(
		'build' => '',
		'files' => array(),
	);
}

/**
 * Address of a file of the package, as its own script asks for the files beside it: with the build's number, so that
 * what a cache has of another build is not taken for it.
 *
 * @param string $name The file's name.
 * @return string
 */
function package_url( $name ) {
	return plugins_url( "package/$name", FILE ) . '?' . package_list()['build'];
}

/**
 * What a file has to be, in the form of the attribute `integrity`.
 *
 * @param string $name The file's name.
 * @return string
 */
function package_integrity( $name ) {
	return package_list()['files'][ $name ] ?? '';
}

/**
 * Files that are not there, or are not those of this build.
 *
 * @return string[] Their names.
 */
function damaged_files() {
	$is_whole = function ( $integrity, $name ) {
		$path = plugin_dir_path( FILE ) . "package/$name";
		return is_readable( $path ) && 'sha384-' . base64_encode( hash_file( 'sha384', $path, true ) ) === $integrity; // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.obfuscation_base64_encode -- So is integrity written.
	};
	$files    = package_list()['files'];
	$whole    = array_filter( $files, $is_whole, ARRAY_FILTER_USE_BOTH );
	return $files ? array_keys( array_diff_key( $files, $whole ) ) : array( 'integrity.json' );
}

/**
 * Puts the loader into the page.
 */
function enqueue_loader() {
	wp_enqueue_script( LOADER, plugins_url( 'assets/load.js', FILE ), array(), package_list()['build'], true );
}
