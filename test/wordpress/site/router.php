<?php
// What a web server's rewrite rules do: a file that is there, else WordPress's front door.
const MIME_TYPES = [
    'css' => 'text/css', 'js' => 'text/javascript', 'mjs' => 'text/javascript', 'json' => 'application/json',
    'html' => 'text/html', 'txt' => 'text/plain', 'svg' => 'image/svg+xml', 'png' => 'image/png',
    'jpg' => 'image/jpeg', 'jpeg' => 'image/jpeg', 'gif' => 'image/gif', 'webp' => 'image/webp',
    'avif' => 'image/avif', 'woff2' => 'font/woff2', 'ico' => 'image/x-icon',
];
$prefix = getenv('WORDPRESS_PATH');
$path = rawurldecode(strtok($_SERVER['REQUEST_URI'], '?'));
if ($path === '/run.php') {
    require __DIR__ . '/run.php';
    return;
}
if (!str_starts_with("$path/", "$prefix/") || str_contains($path, '..')) {
    http_response_code(404);
    exit('Nothing here.');
}
$inside = substr($path, strlen($prefix));
$file = str_starts_with($inside, '/wp-content/')
    ? getenv('WORDPRESS_CONTENT') . substr($inside, strlen('/wp-content'))
    : getenv('WORDPRESS_ROOT') . $inside;
if (is_dir($file)) {
    $inside = rtrim($inside, '/') . '/index.php';
    $file = rtrim($file, '/') . '/index.php';
}
if (!is_file($file)) {
    $inside = '/index.php';
    $file = getenv('WORDPRESS_ROOT') . $inside;
}
$extension = strtolower(pathinfo($file, PATHINFO_EXTENSION));
if ($extension !== 'php') {
    header('Content-Type: ' . (MIME_TYPES[$extension] ?? 'application/octet-stream'));
    header('Content-Length: ' . filesize($file));
    readfile($file);
    exit();
}
$_SERVER['SCRIPT_FILENAME'] = $file;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $prefix . $inside;
unset($_SERVER['PATH_INFO']);
chdir(dirname($file));
require $file;
