import type { RunningWordpress } from './start-wordpress.ts'

/** All that a visit might leave behind: posts of every kind and state with their words, options aside. */
export const everythingOn = (site: RunningWordpress): Promise<string> =>
  site.php(`
    global $wpdb;
    $posts = $wpdb->get_results("SELECT ID, post_type, post_status, post_title, post_content, post_modified_gmt FROM $wpdb->posts ORDER BY ID");
    $meta = $wpdb->get_results("SELECT post_id, meta_key, meta_value FROM $wpdb->postmeta ORDER BY meta_id");
    $files = [];
    $folder = wp_upload_dir()['basedir'];
    foreach (is_dir($folder) ? new RecursiveIteratorIterator(new RecursiveDirectoryIterator($folder, FilesystemIterator::SKIP_DOTS)) : [] as $file)
      $files[] = $file->getPathname();
    sort($files);
    echo json_encode([$posts, $meta, $files, wp_count_comments()]);`)
