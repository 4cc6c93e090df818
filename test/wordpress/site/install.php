<?php
// Installs WordPress with one user of each role and prints them, passwords included, as JSON.
mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
(new mysqli('localhost', 'root', '', '', 0, getenv('WORDPRESS_SOCKET')))->query('CREATE DATABASE wordpress');

define('WP_INSTALLING', true);
require getenv('WORDPRESS_ROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

$people = [
    'administrator' => ['Ingrid Administrator', 'ingrid'],
    'editor' => ['Esther Editor', 'esther'],
    'author' => ['Amir Author', 'amir'],
    'contributor' => ['Carla Contributor', 'carla'],
];
$password = fn () => wp_generate_password(20, false);
$administratorPassword = $password();
wp_install('Embassy Test Blog', 'ingrid', 'ingrid@example.org', true, '', $administratorPassword);

foreach (get_posts(['post_type' => ['post', 'page'], 'post_status' => 'any', 'numberposts' => -1]) as $sample) {
    wp_delete_post($sample->ID, true);
}
$options = [
    'timezone_string' => 'Asia/Ho_Chi_Minh',
    'comment_moderation' => 0,
    'comment_previously_approved' => 0,
    'comments_notify' => 0,
    'moderation_notify' => 0,
    'thread_comments' => 1,
    'require_name_email' => 1,
];
foreach ($options as $name => $value) {
    update_option($name, $value);
}
$wp_rewrite->set_permalink_structure(getenv('WORDPRESS_PERMALINKS'));
flush_rewrite_rules(false);

$users = [];
foreach ($people as $role => [$displayName, $userName]) {
    $login = $role === 'administrator' ? $administratorPassword : $password();
    $user = get_user_by('login', $userName);
    $details = ['user_login' => $userName, 'user_pass' => $login, 'user_email' => "$userName@example.org"];
    $details += ['role' => $role, 'display_name' => $displayName];
    $id = $user ? $user->ID : wp_insert_user($details);
    if ($user) {
        wp_update_user(['ID' => $id, 'display_name' => $displayName]);
    }
    [$applicationPassword] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Tests']);
    $users[$role] = [
        'id' => $id,
        'userName' => $userName,
        'displayName' => $displayName,
        'password' => $login,
        'applicationPassword' => WP_Application_Passwords::chunk_password($applicationPassword),
    ];
}
echo json_encode($users);
