<?php
/**
 * Plugin Name:       Related Articles
 * Description:       Shows related posts below each post. They are found in the visitor's browser, without a service of others, cookies or tables of its own.
 * Version:           0.0.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * Author:            The authors of related-articles
 * License:           MIT
 * Text Domain:       related-articles
 *
 * @package RelatedArticles
 */

defined( 'ABSPATH' ) || exit;

const RELATED_ARTICLES_VERSION = '0.0.0';

/** The members of posts that the block reads, as the REST API names them. */
const RELATED_ARTICLES_QUERY = array(
	'per_page' => 100,
	'_embed'   => 'wp:term,wp:featuredmedia',
	'_fields'  => 'id,date_gmt,link,title,excerpt,lang,_links,_embedded',
);

/**
 * The element, for the place it stands in; empty on pages that are lists of posts.
 *
 * @param array|string $given Settings that go before those of the site, as a shortcode has them.
 */
function related_articles_element( $given = array() ): string {
	if ( ! is_singular() ) {
		return '';
	}
	$settings = related_articles_sanitize( shortcode_atts( related_articles_settings(), $given, 'related-articles' ) );
	// The version stands in the path, since this script loads others from its folder.
	$script = plugins_url( 'scripts/' . RELATED_ARTICLES_VERSION . '/related-articles.js', __FILE__ );
	wp_enqueue_script_module( 'related-articles', $script, array(), null );
	/**
	 * Filters the attributes of the element, of which empty ones are left out.
	 *
	 * @param array $attributes Values by name.
	 */
	$attributes = apply_filters(
		'related_articles_attributes',
		array(
			'src'         => add_query_arg( RELATED_ARTICLES_QUERY, get_rest_url( null, 'wp/v2/posts' ) ),
			'article'     => get_the_ID(),
			'lang'        => get_bloginfo( 'language' ),
			'loading'     => 'lazy',
			'heading'     => $settings['heading'],
			'limit'       => $settings['limit'],
			'layout'      => $settings['layout'],
			'discussions' => $settings['counts'] ? 'wordpress ' . get_rest_url() : '',
		)
	);
	$html = '';
	foreach ( array_filter( $attributes ) as $name => $value ) {
		$html .= sprintf( ' %s="%s"', esc_attr( $name ), esc_attr( $value ) );
	}
	// Themes set the margins of what stands in a post. The element's own, which are larger, hold inside of a parent.
	return "<div class=\"related-articles\"><related-articles$html></related-articles></div>";
}

/**
 * Adds the element to the content of a single post, unless its author has put one there.
 *
 * @param string $content The post's content.
 */
function related_articles_below_content( $content ): string {
	$is_post = is_singular( 'post' ) && in_the_loop() && is_main_query() && ! post_password_required();
	if ( ! $is_post || ! related_articles_settings()['automatic'] || str_contains( $content, '<related-articles' ) ) {
		return $content;
	}
	return $content . related_articles_element();
}
// Behind shortcodes, and what other plugins add.
add_filter( 'the_content', 'related_articles_below_content', 20 );

/** Registers the shortcode and the block, both without settings of their own that the site's do not have. */
function related_articles_init(): void {
	add_shortcode( 'related-articles', 'related_articles_element' );
	$needed = array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element' );
	wp_register_script( 'related-articles-editor', false, $needed, RELATED_ARTICLES_VERSION, true );
	wp_add_inline_script(
		'related-articles-editor',
		"wp.blocks.registerBlockType( 'related-articles/related-articles', { edit: () => wp.element.createElement( " .
		"'div', wp.blockEditor.useBlockProps(), wp.element.createElement( wp.components.Placeholder, { " .
		'label: ' . wp_json_encode( __( 'Related articles', 'related-articles' ) ) . ', ' .
		'instructions: ' . wp_json_encode( __( 'They are shown here on the page of a post.', 'related-articles' ) ) . ' } ) ) } );'
	);
	register_block_type(
		'related-articles/related-articles',
		array(
			'api_version'           => 3,
			'title'                 => __( 'Related articles', 'related-articles' ),
			'description'           => __( 'Shows posts that are related to this one. Its settings are those of the site, under Reading.', 'related-articles' ),
			'category'              => 'widgets',
			'icon'                  => 'list-view',
			'supports'              => array( 'html' => false ),
			'editor_script_handles' => array( 'related-articles-editor' ),
			'render_callback'       => 'related_articles_element',
		)
	);
}
add_action( 'init', 'related_articles_init' );

/** The settings of the site, with the defaults where nobody has saved any. */
function related_articles_settings(): array {
	$defaults = array(
		'automatic' => true,
		'heading'   => '',
		'limit'     => 6,
		'layout'    => 'list',
		'counts'    => 'open' === get_option( 'default_comment_status' ),
	);
	return wp_parse_args( get_option( 'related_articles', array() ), $defaults );
}

/**
 * Settings as they may be saved and used, from a form or a shortcode.
 *
 * @param mixed $given Unchecked values by name.
 */
function related_articles_sanitize( $given ): array {
	$given  = wp_parse_args( $given, array_fill_keys( array_keys( related_articles_fields() ), '' ) );
	$layout = $given['layout'];
	return array(
		'automatic' => filter_var( $given['automatic'], FILTER_VALIDATE_BOOLEAN ),
		'heading'   => sanitize_text_field( $given['heading'] ),
		'limit'     => min( 24, absint( $given['limit'] ) ? absint( $given['limit'] ) : 6 ),
		'layout'    => array_key_exists( $layout, related_articles_fields()['layout']['choices'] ) ? $layout : 'list',
		'counts'    => filter_var( $given['counts'], FILTER_VALIDATE_BOOLEAN ),
	);
}

/** The fields of the form by their names. */
function related_articles_fields(): array {
	return array(
		'automatic' => array(
			'type'  => 'checkbox',
			'title' => __( 'Below every post', 'related-articles' ),
			'help'  => __( 'If this is off, they are shown where a post or the theme has the block or the shortcode [related-articles].', 'related-articles' ),
		),
		'heading'   => array(
			'type'  => 'text',
			'style' => 'regular-text',
			'title' => __( 'Heading', 'related-articles' ),
			'help'  => __( 'Empty for the usual one in the language of the page.', 'related-articles' ),
		),
		'limit'     => array(
			'type'  => 'number',
			'style' => 'small-text',
			'title' => __( 'Number of posts', 'related-articles' ),
		),
		'layout'    => array(
			'type'    => 'select',
			'title'   => __( 'Layout', 'related-articles' ),
			'choices' => array(
				'list'     => __( 'List', 'related-articles' ),
				'grid'     => __( 'Grid', 'related-articles' ),
				'compact'  => __( 'Titles only', 'related-articles' ),
				'carousel' => __( 'Carousel', 'related-articles' ),
			),
		),
		'counts'    => array(
			'type'  => 'checkbox',
			'title' => __( 'Numbers of comments', 'related-articles' ),
		),
	);
}

/** Adds the settings to the page "Reading". */
function related_articles_admin_init(): void {
	$sanitize = array( 'sanitize_callback' => 'related_articles_sanitize' );
	register_setting( 'reading', 'related_articles', $sanitize );
	add_settings_section( 'related_articles', __( 'Related articles', 'related-articles' ), '__return_empty_string', 'reading' );
	foreach ( related_articles_fields() as $name => $field ) {
		$field += array(
			'name'      => $name,
			'label_for' => "related_articles_$name",
		);
		add_settings_field( $field['label_for'], $field['title'], 'related_articles_field', 'reading', 'related_articles', $field );
	}
}
add_action( 'admin_init', 'related_articles_admin_init' );

/**
 * Prints a field of the form.
 *
 * @param array $field What related_articles_fields() says of it, with its name.
 */
function related_articles_field( array $field ): void {
	$value = related_articles_settings()[ $field['name'] ];
	$id    = $field['label_for'];
	$name  = "related_articles[{$field['name']}]";
	if ( 'select' === $field['type'] ) {
		printf( '<select id="%s" name="%s">', esc_attr( $id ), esc_attr( $name ) );
		foreach ( $field['choices'] as $choice => $label ) {
			printf( '<option value="%s"%s>%s</option>', esc_attr( $choice ), selected( $choice, $value, false ), esc_html( $label ) );
		}
		echo '</select>';
	} else {
		$is_box = 'checkbox' === $field['type'];
		printf(
			'<input type="%s" class="%s" id="%s" name="%s" value="%s"%s>',
			esc_attr( $field['type'] ),
			esc_attr( $field['style'] ?? '' ),
			esc_attr( $id ),
			esc_attr( $name ),
			esc_attr( $is_box ? '1' : $value ),
			checked( $is_box && $value, true, false )
		);
	}
	if ( isset( $field['help'] ) ) {
		printf( '<p class="description">%s</p>', esc_html( $field['help'] ) );
	}
}

/**
 * Puts a link to the settings into the list of plugins.
 *
 * @param string[] $links The links below the plugin's name.
 */
function related_articles_action_links( array $links ): array {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-reading.php#related_articles_automatic' ) ), esc_html__( 'Settings', 'related-articles' ) );
	return array_merge( array( $link ), $links );
}
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), 'related_articles_action_links' );

/** Leaves nothing behind in the database when the plugin is deleted. */
function related_articles_uninstall(): void {
	delete_option( 'related_articles' );
}

/** Prepares for that. */
function related_articles_activate(): void {
	register_uninstall_hook( __FILE__, 'related_articles_uninstall' );
}
register_activation_hook( __FILE__, 'related_articles_activate' );
