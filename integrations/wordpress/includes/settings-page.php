<?php
/**
 * Settings → Huso.
 *
 * @package Huso
 */

namespace Huso;

defined( 'ABSPATH' ) || exit;

/** The page's name in addresses, and the group of its fields. */
const PAGE = 'huso';

/**
 * Registers it.
 */
function add_settings_page() {
	add_action( 'admin_menu', __NAMESPACE__ . '\\add_to_menu' );
	add_action( 'admin_init', __NAMESPACE__ . '\\register_fields' );
	add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\\with_settings_link' );
}

/**
 * Puts it into the menu, for those who may manage options.
 */
function add_to_menu() {
	$hook = add_options_page( __( 'Huso: event agendas', 'huso' ), 'Huso', 'manage_options', PAGE, __NAMESPACE__ . '\\print_page' );
	add_action(
		"admin_print_styles-$hook",
		function () {
			wp_enqueue_style( 'wp-color-picker' );
			wp_enqueue_script( 'huso-settings', plugins_url( 'assets/settings.js', FILE ), array( 'wp-color-picker' ), package_list()['build'], true );
		}
	);
}

/**
 * Says what is saved and which fields there are.
 */
function register_fields() {
	register_setting(
		PAGE,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\\save_options',
		)
	);
	add_settings_section( 'defaults', '', '__return_null', PAGE );
	$fields = array(
		'endpoint'    => array( __( 'Where registrations go', 'huso' ), 'print_endpoint' ),
		'lang'        => array( __( 'Language', 'huso' ), 'print_language' ),
		'theme'       => array( __( 'Theme', 'huso' ), 'print_theme' ),
		'accent'      => array( __( 'Accent', 'huso' ), 'print_accent' ),
		'ground'      => array( __( 'Ground', 'huso' ), 'print_ground' ),
		'prerendered' => array( __( 'Without JavaScript', 'huso' ), 'print_prerendered' ),
	);
	foreach ( $fields as $key => list( $title, $print ) ) {
		add_settings_field( $key, $title, __NAMESPACE__ . "\\$print", PAGE, 'defaults', array( 'label_for' => "huso-$key" ) );
	}
}

/**
 * Keeps what can be kept, and says what can't, or can hardly be read.
 *
 * @param mixed $entered The form's fields.
 * @return array
 */
function save_options( $entered ) {
	$kept = sanitize_options( $entered );
	// WordPress calls this twice where nothing was saved before.
	if ( get_settings_errors( OPTION ) ) {
		return $kept;
	}
	foreach ( array( 'endpoint', 'accent', 'ground' ) as $key ) {
		if ( '' === $kept[ $key ] && ! empty( $entered[ $key ] ) ) {
			/* translators: %s: what was entered. */
			add_settings_error( OPTION, $key, sprintf( __( '“%s” can’t be used and was not saved.', 'huso' ), sanitize_text_field( $entered[ $key ] ) ) );
		}
	}
	$ground = $kept['ground'] ? $kept['ground'] : '#ffffff';
	if ( $kept['accent'] && contrast( $kept['accent'], $ground ) < LEAST_CONTRAST ) {
		$text = sprintf(
			/* translators: 1: a colour, 2: another one, 3: their contrast, such as 2.9, 4: the least contrast. */
			__( '%1$s can hardly be read on %2$s: their contrast is %3$s : 1, and text needs %4$s : 1.', 'huso' ),
			$kept['accent'],
			$ground,
			number_format_i18n( contrast( $kept['accent'], $ground ), 1 ),
			number_format_i18n( LEAST_CONTRAST, 1 )
		);
		add_settings_error( OPTION, 'contrast', $text, 'warning' );
	}
	return $kept;
}

/**
 * Prints the page.
 */
function print_page() {
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1>';
	print_files();
	echo '<p>' . esc_html__( 'What is said here holds for all events of the site, unless a block or a shortcode says something else.', 'huso' ) . '</p>';
	echo '<form action="options.php" method="post">';
	settings_fields( PAGE );
	do_settings_sections( PAGE );
	submit_button();
	echo '</form>';
	echo '<h2>' . esc_html__( 'Place an event', 'huso' ) . '</h2><p>';
	esc_html_e( 'Upload the event file to the media library. Then add the block “Event agenda”, or in the classic editor insert the file, which writes a shortcode:', 'huso' );
	echo '</p><p><code>[huso-event file="123"]</code> <code>[huso-event src="https://www.example.org/event.json" lang="es"]</code></p></div>';
}

/**
 * Says whether the package's files are what they should be: a transfer may break off, and a tool may rewrite them.
 */
function print_files() {
	$damaged = damaged_files();
	if ( $damaged ) {
		/* translators: %s: names of files. */
		$text = sprintf( __( 'These files are missing or have been changed: %s. Install the plugin anew.', 'huso' ), implode( ', ', $damaged ) );
		echo '<div class="notice notice-error"><p>' . esc_html( $text ) . '</p></div>';
		return;
	}
	/* translators: %s: the build's number. */
	echo '<p>' . esc_html( sprintf( __( 'All files are those of build %s.', 'huso' ), package_list()['build'] ) ) . '</p>';
}

/**
 * Prints a field of one line.
 *
 * @param string $key  Which option.
 * @param string $type The input's type.
 * @param string $look The input's class.
 * @param string $help What is said below it.
 */
function print_input( $key, $type, $look, $help ) {
	printf(
		'<input type="%1$s" id="huso-%2$s" name="%3$s[%2$s]" value="%4$s" class="%5$s" aria-describedby="huso-%2$s-help"><p class="description" id="huso-%2$s-help">%6$s</p>',
		esc_attr( $type ),
		esc_attr( $key ),
		esc_attr( OPTION ),
		esc_attr( options()[ $key ] ),
		esc_attr( $look ),
		esc_html( $help )
	);
}

/**
 * Prints a choice.
 *
 * @param string                $key   Which option.
 * @param array<string, string> $texts What is chosen from, by value.
 */
function print_choice( $key, $texts ) {
	printf( '<select id="huso-%1$s" name="%2$s[%1$s]">', esc_attr( $key ), esc_attr( OPTION ) );
	foreach ( $texts as $value => $text ) {
		printf( '<option value="%s"%s>%s</option>', esc_attr( $value ), selected( options()[ $key ], $value, false ), esc_html( $text ) );
	}
	echo '</select>';
}

/**
 * Prints the endpoint's field.
 */
function print_endpoint() {
	print_input( 'endpoint', 'text', 'large-text code', __( 'Empty: as each event file says. {id} stands for the event’s id, where its file is in the media library: https://forms.example.org/events/{id}/registrations', 'huso' ) );
}

/**
 * Prints the language's field.
 */
function print_language() {
	print_choice(
		'lang',
		array(
			''   => __( 'As the site', 'huso' ),
			'es' => 'Español',
			'en' => 'English',
			'pt' => 'Português',
		)
	);
}

/**
 * Prints the theme's field.
 */
function print_theme() {
	print_choice(
		'theme',
		array(
			''              => __( 'As the site', 'huso' ),
			'light'         => __( 'Light', 'huso' ),
			'dark'          => __( 'Dark', 'huso' ),
			'institucional' => 'Institucional',
			'vivo'          => 'Vivo',
		)
	);
}

/**
 * Prints the accent's field.
 */
function print_accent() {
	print_input( 'accent', 'text', 'huso-colour', __( 'Links, buttons and the visitor’s own time.', 'huso' ) );
}

/**
 * Prints the ground's field.
 */
function print_ground() {
	print_input( 'ground', 'text', 'huso-colour', __( 'The page’s background, where it is not white or black.', 'huso' ) );
}

/**
 * Prints the box for the agenda as HTML.
 */
function print_prerendered() {
	printf(
		'<label><input type="checkbox" id="huso-prerendered" name="%s[prerendered]" value="1"%s> %s</label><p class="description">%s</p>',
		esc_attr( OPTION ),
		checked( options()['prerendered'], true, false ),
		esc_html__( 'Put the agenda as HTML into the page', 'huso' ),
		esc_html__( 'This site asks the receiver to which registrations go for it, at most every five minutes.', 'huso' )
	);
}

/**
 * Adds a link to the list of plugins.
 *
 * @param string[] $links What stands below the plugin's name.
 * @return string[]
 */
function with_settings_link( $links ) {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=' . PAGE ) ), esc_html__( 'Settings', 'huso' ) );
	return array_merge( array( $link ), $links );
}
