<?php
/**
 * Fetches agendas as HTML, and keeps them: a page waits for one no longer than a few seconds, at most once a minute, and
 * has the last one as long as there is no newer.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** What the names of the kept agendas begin with; uninstall.php deletes them by it. */
const KEPT = 'huso_agenda_';

/** Seconds that the other server has. */
const WAIT = 3;

/** Seconds for which one is taken for new, and for which a server that failed is left alone. */
const FRESH = 5 * MINUTE_IN_SECONDS;
const PAUSE = MINUTE_IN_SECONDS;

/**
 * The agenda that is at an address.
 *
 * @param string $address Web address of an agenda as HTML.
 * @return array|null As `agenda_of` returns it; null if there never was one.
 */
function agenda_at( $address ) {
	$name = KEPT . md5( $address );
	$kept = get_transient( $name );
	$kept = is_array( $kept ) ? $kept : array(
		'agenda' => null,
		'until'  => 0,
	);
	if ( $kept['until'] > time() ) {
		return $kept['agenda'];
	}
	// Whoever comes meanwhile gets what there is, and doesn't ask as well. Of those who come at once the database lets one.
	if ( ! lock( $name ) ) {
		return $kept['agenda'];
	}
	keep( $name, $kept['agenda'], PAUSE );
	$agenda = fetch_agenda( $address );
	unlock( $name );
	if ( null === $agenda ) {
		return $kept['agenda'];
	}
	keep( $name, $agenda, FRESH );
	return $agenda;
}

/**
 * The name of a lock, which all sites of a database server have in common.
 *
 * @param string $name What is locked.
 * @return string
 */
function lock_name( $name ) {
	global $wpdb;
	return 'huso_' . md5( DB_NAME . $wpdb->prefix . $name );
}

/**
 * Takes a lock of the database (MySQL's GET_LOCK), which goes with the connection at the latest.
 *
 * @param string $name What is locked.
 * @return bool Whether nobody else has it.
 */
function lock( $name ) {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- no function of WordPress locks.
	return '0' !== $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, 0)', lock_name( $name ) ) );
}

/**
 * Gives a lock back.
 *
 * @param string $name What is locked.
 */
function unlock( $name ) {
	global $wpdb;
	// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- no function of WordPress locks.
	$wpdb->get_var( $wpdb->prepare( 'SELECT RELEASE_LOCK(%s)', lock_name( $name ) ) );
}

/**
 * Keeps an agenda for a week.
 *
 * @param string     $name    Under which name.
 * @param array|null $agenda  The agenda.
 * @param int        $seconds For how long it needs no other.
 */
function keep( $name, $agenda, $seconds ) {
	set_transient(
		$name,
		array(
			'agenda' => $agenda,
			'until'  => time() + $seconds,
		),
		WEEK_IN_SECONDS
	);
}

/**
 * Asks the other server.
 *
 * @param string $address Where the agenda is. Addresses inside the server's own network are not asked, since authors may
 *                        name any: see `wp_safe_remote_get`.
 * @return array|null
 */
function fetch_agenda( $address ) {
	$answer = wp_safe_remote_get(
		$address,
		array(
			'timeout'             => WAIT,
			'redirection'         => 2,
			'limit_response_size' => MOST_BYTES,
			'headers'             => array( 'Accept' => 'text/html' ),
		)
	);
	$page   = wp_remote_retrieve_body( $answer );
	// A page that is cut off is none.
	$is_whole = 200 === wp_remote_retrieve_response_code( $answer ) && strlen( $page ) < MOST_BYTES;
	return $is_whole ? agenda_of( $page, $address ) : null;
}
