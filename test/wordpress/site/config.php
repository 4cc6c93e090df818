<?php
// Settings of a WordPress for tests. It answers under the address it was asked at, so that a proxy before it is unseen.
$_SERVER['HTTP_HOST'] ??= getenv('WORDPRESS_HOST');
$_SERVER['REMOTE_ADDR'] = $_SERVER['HTTP_X_VISITOR_ADDRESS'] ?? $_SERVER['REMOTE_ADDR'] ?? '127.0.0.1';

define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST'] . getenv('WORDPRESS_PATH'));
define('WP_SITEURL', WP_HOME);
define('WP_CONTENT_DIR', getenv('WORDPRESS_CONTENT'));
define('WP_CONTENT_URL', WP_HOME . '/wp-content');

define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('WORDPRESS_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $scheme) {
    define("{$scheme}_KEY", "test $scheme key");
    define("{$scheme}_SALT", "test $scheme salt");
}

// WordPress allows application passwords without TLS only here.
define('WP_ENVIRONMENT_TYPE', 'local');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', false);

require_once ABSPATH . 'wp-settings.php';
