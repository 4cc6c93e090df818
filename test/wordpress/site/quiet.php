<?php
// Must-use plugin: a WordPress for tests sends no mail.
add_filter('pre_wp_mail', '__return_true');
