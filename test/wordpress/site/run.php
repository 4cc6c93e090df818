<?php
// Runs the code from standard input inside WordPress.
require getenv('WORDPRESS_ROOT') . '/wp-load.php';
eval(stream_get_contents(STDIN));
