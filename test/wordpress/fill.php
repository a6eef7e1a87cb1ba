<?php
/**
 * Fills the WordPress of the tests as an editor would: thirty posts on five subjects with tags, categories and pictures,
 * one with an excerpt of its own, some that are not public, and comments, of which some wait for approval.
 */

require_once ABSPATH . 'wp-admin/includes/image.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';

$subjects = array(
	'Masts'   => array( 'antennas on a radio mast carry the network over the harbour', array( 'antennas', 'radio' ) ),
	'Bread'   => array( 'loaves of sourdough rise overnight in the warm bakery', array( 'sourdough', 'baking' ) ),
	'Tides'   => array( 'the spring tide floods the salt marsh behind the dyke', array( 'water', 'coast' ) ),
	'Trams'   => array( 'a tram on new rails crosses the bridge every ten minutes', array( 'rails', 'traffic' ) ),
	'Orchids' => array( 'wild orchids flower on the chalk meadow before mowing', array( 'meadow', 'botany' ) ),
);
$places   = array( 'north', 'south', 'east', 'west', 'old town', 'new town' );

// Several posts share a picture, which takes its time to be scaled.
function related_articles_test_picture( string $name, int $hue ): int {
	$canvas = imagecreatetruecolor( 1280, 720 );
	for ( $x = 0; $x < 1280; $x += 16 ) {
		$colour = imagecolorallocate( $canvas, ( $hue + $x / 8 ) % 256, 120, 255 - $hue );
		imagefilledrectangle( $canvas, $x, 0, $x + 15, 720, $colour );
	}
	$file = wp_upload_dir()['path'] . "/$name.jpg";
	imagejpeg( $canvas, $file );
	$picture = wp_insert_attachment( array( 'post_title' => $name, 'post_mime_type' => 'image/jpeg' ), $file );
	update_post_meta( $picture, '_wp_attachment_image_alt', "A picture of $name" );
	wp_update_attachment_metadata( $picture, wp_generate_attachment_metadata( $picture, $file ) );
	return $picture;
}

function related_articles_test_post( string $title, string $sentence, array $members = array() ): int {
	$paragraph = "<!-- wp:paragraph -->\n<p>This is a report on how $sentence.</p>\n<!-- /wp:paragraph -->\n\n";
	return wp_insert_post(
		$members + array(
			'post_title'   => $title,
			'post_content' => str_repeat( $paragraph, 8 ),
			'post_status'  => 'publish',
			'post_author'  => 1,
		)
	);
}

function related_articles_test_comments( int $post, int $approved, int $waiting ): void {
	for ( $number = 1; $number <= $approved + $waiting; $number++ ) {
		wp_insert_comment(
			array(
				'comment_post_ID'  => $post,
				'comment_author'   => 'Jule',
				'comment_content'  => "Comment $number",
				'comment_approved' => $number <= $approved ? 1 : 0,
			)
		);
	}
}

wp_delete_post( 1, true );
update_option( 'timezone_string', 'Europe/Berlin' );
$GLOBALS['wp_rewrite']->set_permalink_structure( '/%year%/%monthnum%/%postname%/' );

$day = 0;
foreach ( array_keys( $subjects ) as $at => $subject ) {
	[ $sentence, $tags ] = $subjects[ $subject ];
	$category = wp_create_category( $subject );
	$picture  = related_articles_test_picture( strtolower( $subject ), 50 * $at );
	foreach ( $places as $number => $place ) {
		$post = related_articles_test_post(
			"$subject in the $place",
			$sentence,
			array(
				'post_date'     => gmdate( 'Y-m-d H:i:s', strtotime( '2024-03-01 09:00:00 +' . ( $day++ ) . ' days' ) ),
				'post_category' => array( $category ),
				'tags_input'    => $tags,
				'post_excerpt'  => 'Masts in the south' === "$subject in the $place" ? 'An excerpt written by hand.' : '',
			)
		);
		if ( 0 === $number % 2 ) {
			set_post_thumbnail( $post, $picture );
		}
		if ( 'Masts' === $subject ) {
			related_articles_test_comments( $post, $number, 1 );
		}
	}
}

$sentence = $subjects['Masts'][0];
related_articles_test_post( 'Masts as a draft', $sentence, array( 'post_status' => 'draft' ) );
related_articles_test_post( 'Masts for review', $sentence, array( 'post_status' => 'pending' ) );
related_articles_test_post( 'Masts in private', $sentence, array( 'post_status' => 'private' ) );
related_articles_test_post( 'Masts with a password', $sentence, array( 'post_password' => 'secret' ) );
related_articles_test_post(
	'Masts of the future',
	$sentence,
	array( 'post_date' => '2124-03-01 09:00:00', 'post_status' => 'future' )
);
wp_trash_post( related_articles_test_post( 'Masts in the trash', $sentence ) );
