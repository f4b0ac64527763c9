/*
 * The block in the editor: choosing the event file, what else it takes, and the event itself as a preview that sends
 * nothing. Written as browsers read it, without a build.
 */
( function ( wp, husoEditor ) {
	const { createElement: el, Fragment, useEffect, useRef } = wp.element;
	const { BlockControls, InspectorControls, MediaPlaceholder, MediaReplaceFlow, PanelColorSettings, useBlockProps } = wp.blockEditor;
	const { Disabled, PanelBody, SelectControl, Spinner, TextareaControl, TextControl, ToggleControl, ToolbarGroup } = wp.components;
	const { useDispatch, useSelect } = wp.data;
	const { __ } = wp.i18n;

	const MEDIA_TYPE = 'application/json';

	// The address of a file of the media library, undefined while it is asked for, null if it is gone.
	function useAddress( { file, src } ) {
		return useSelect(
			( select ) => {
				if ( ! file ) {
					return src;
				}
				const media = select( 'core' ).getMedia( file, { context: 'view' } );
				const isKnown = select( 'core' ).hasFinishedResolution( 'getMedia', [ file, { context: 'view' } ] );
				return media ? media.source_url : isKnown ? null : undefined;
			},
			[ file, src ]
		);
	}

	// The canvas may be a document of its own: the script goes where the element is.
	function bringScript( { head } ) {
		if ( head.querySelector( 'script[data-huso-package]' ) ) {
			return;
		}
		const script = head.ownerDocument.createElement( 'script' );
		Object.assign( script, { type: 'module', src: husoEditor.script, integrity: husoEditor.integrity } );
		script.setAttribute( 'data-huso-package', '' );
		head.append( script );
	}

	function Preview( { address, attributes } ) {
		const place = useRef();
		useEffect( () => bringScript( place.current.ownerDocument ), [] );
		const accent = attributes.accent || husoEditor.options.accent;
		return el(
			'div',
			{ ref: place, lang: husoEditor.lang },
			el( 'huso-event', {
				src: address,
				lang: attributes.lang || husoEditor.options.lang || undefined,
				endpoint: attributes.endpoint || undefined,
				zones: attributes.zones || undefined,
				'hour-cycle': attributes.hourCycle || undefined,
				theme: attributes.theme || husoEditor.options.theme || undefined,
				preview: '',
				style: accent ? { '--huso-accent': accent } : undefined,
			} )
		);
	}

	function Settings( { attributes, setAttributes } ) {
		// What is empty is left out, and so is what the site's settings say.
		const field = ( name ) => ( {
			value: attributes[ name ] || '',
			onChange: ( value ) => setAttributes( { [ name ]: value || undefined } ),
		} );
		const choice = ( name, label, options ) =>
			el( SelectControl, {
				...field( name ),
				label,
				options: options.map( ( [ value, text ] ) => ( { value, label: text } ) ),
			} );
		return el(
			InspectorControls,
			null,
			el(
				PanelBody,
				{ title: __( 'Agenda', 'huso' ) },
				choice( 'lang', __( 'Language', 'huso' ), [
					[ '', __( 'As the site', 'huso' ) ],
					[ 'es', 'Español' ],
					[ 'en', 'English' ],
					[ 'pt', 'Português' ],
				] ),
				choice( 'hourCycle', __( 'Times', 'huso' ), [
					[ '', __( '24 hours', 'huso' ) ],
					[ 'h12', __( '12 hours', 'huso' ) ],
				] ),
				choice( 'theme', __( 'Theme', 'huso' ), [
					[ '', __( 'As the site', 'huso' ) ],
					[ 'light', __( 'Light', 'huso' ) ],
					[ 'dark', __( 'Dark', 'huso' ) ],
					[ 'institucional', 'Institucional' ],
					[ 'vivo', 'Vivo' ],
				] ),
				el( TextControl, {
					...field( 'zones' ),
					label: __( 'Time zones', 'huso' ),
					help: __( 'Parted by commas, such as America/Santiago,America/Lima. Empty: those of the event file.', 'huso' ),
				} ),
				el( ToggleControl, {
					label: __( 'Links into the agenda', 'huso' ),
					help: __( 'The page’s address leads to the session, the search or the view that somebody looks at.', 'huso' ),
					checked: Boolean( attributes.link ),
					onChange: ( link ) => setAttributes( { link: link || undefined } ),
				} ),
				el( ToggleControl, {
					label: __( 'Load later', 'huso' ),
					help: __( 'For an agenda far down the page: it is fetched when somebody comes near.', 'huso' ),
					checked: attributes.loading === 'lazy',
					onChange: ( isLazy ) => setAttributes( { loading: isLazy ? 'lazy' : undefined } ),
				} )
			),
			el( PanelColorSettings, {
				title: __( 'Colour', 'huso' ),
				initialOpen: false,
				colorSettings: [ { ...field( 'accent' ), label: __( 'Accent', 'huso' ) } ],
			} ),
			el(
				PanelBody,
				{ title: __( 'Registration', 'huso' ), initialOpen: false },
				el( TextControl, {
					...field( 'endpoint' ),
					type: 'url',
					label: __( 'Where registrations go', 'huso' ),
					help: __( 'Empty: as in the settings of Huso, else as in the event file.', 'huso' ),
				} )
			),
			el(
				PanelBody,
				{ title: __( 'Without JavaScript', 'huso' ), initialOpen: false },
				el( TextControl, {
					...field( 'agenda' ),
					type: 'url',
					label: __( 'Agenda as HTML', 'huso' ),
					help: __( 'Address of a page that Huso wrote. Empty: that of the receiver to which registrations go.', 'huso' ),
				} ),
				el( TextareaControl, {
					...field( 'fallback' ),
					label: __( 'Text', 'huso' ),
					help: __( 'Is read where the agenda can’t be shown.', 'huso' ),
				} )
			)
		);
	}

	function Edit( { attributes, setAttributes } ) {
		const props = useBlockProps();
		const address = useAddress( attributes );
		const { createErrorNotice } = useDispatch( 'core/notices' );
		const media = {
			accept: '.json,' + MEDIA_TYPE,
			allowedTypes: [ MEDIA_TYPE ],
			// It is called without a file where one was refused, and without its id while one is uploaded.
			onSelect: ( file ) => file?.id && setAttributes( { file: file.id, src: undefined } ),
			onError: ( text ) => createErrorNotice( text, { type: 'snackbar' } ),
		};
		const onSelectURL = ( src ) => setAttributes( { file: undefined, src } );
		if ( address ) {
			return el(
				Fragment,
				null,
				el(
					BlockControls,
					null,
					el(
						ToolbarGroup,
						null,
						el( MediaReplaceFlow, { ...media, mediaId: attributes.file, mediaURL: address, onSelectURL, name: __( 'Event file', 'huso' ) } )
					)
				),
				el( Settings, { attributes, setAttributes } ),
				el( 'div', props, el( Disabled, null, el( Preview, { key: address, address, attributes } ) ) )
			);
		}
		if ( address === undefined && attributes.file ) {
			return el( 'div', props, el( Spinner ) );
		}
		const instructions =
			address === null
				? __( 'The event file is not in the media library any more. Choose another one.', 'huso' )
				: __( 'Upload an event file, choose one from the media library, or say where it is.', 'huso' );
		return el(
			'div',
			props,
			el( MediaPlaceholder, { ...media, onSelectURL, icon: 'calendar-alt', labels: { title: __( 'Event agenda', 'huso' ), instructions } } )
		);
	}

	const text = ( name ) => ( { type: 'string', shortcode: ( { named } ) => named[ name ] } );

	// An attribute without a value, or with another than "false", is on, as the element takes it.
	const isOn = ( value ) => value !== undefined && value.trim().toLowerCase() !== 'false';
	const flag = ( name ) => ( {
		type: 'boolean',
		shortcode: ( { named, numeric } ) => numeric.includes( name ) || isOn( named[ name ] ) || undefined,
	} );

	wp.blocks.registerBlockType( 'huso/event', {
		edit: Edit,
		save: () => null,
		transforms: {
			from: [
				{
					type: 'shortcode',
					tag: 'huso-event',
					attributes: {
						file: { type: 'integer', shortcode: ( { named } ) => ( named.file ? Number( named.file ) : undefined ) },
						src: text( 'src' ),
						lang: text( 'lang' ),
						endpoint: text( 'endpoint' ),
						zones: text( 'zones' ),
						hourCycle: text( 'hour-cycle' ),
						theme: text( 'theme' ),
						loading: text( 'loading' ),
						link: flag( 'link' ),
						accent: text( 'accent' ),
						agenda: text( 'agenda' ),
					},
				},
			],
		},
	} );
} )( window.wp, window.husoEditor );
