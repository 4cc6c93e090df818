import type { RunningWordpress } from '../wordpress/start-wordpress.ts'

interface SitePost {
  status: string
  title: string
  name: string
  content: string
  tags: string[]
}

/** What WordPress itself says that it holds, the trash left out. */
export interface SiteAfterFlight {
  posts: SitePost[]
  /** Of the desk's own user, in any state but trash and spam. */
  replies: string[]
  files: string[]
}

/** Asks WordPress by its own functions, then empties it for the next flight. */
export async function lookAtSite(site: RunningWordpress, userId: number): Promise<SiteAfterFlight> {
  const found = await site.php(`
    $posts = get_posts(['post_status' => 'any', 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC']);
    $files = get_posts(['post_type' => 'attachment', 'post_status' => 'any', 'numberposts' => -1]);
    echo json_encode([
      'posts' => array_map(fn($post) => [
        'status' => $post->post_status,
        'title' => $post->post_title,
        'name' => $post->post_name,
        'content' => $post->post_content,
        'tags' => array_map(fn($tag) => $tag->name, get_the_tags($post->ID) ?: []),
      ], $posts),
      'replies' => array_map(fn($reply) => $reply->comment_content, get_comments(['user_id' => ${userId}])),
      'files' => array_map(fn($file) => $file->post_name, $files),
    ]);
    $all = get_posts(['post_type' => ['post', 'attachment'], 'post_status' => 'any,trash', 'numberposts' => -1]);
    foreach ($all as $post) wp_delete_post($post->ID, true);`)
  return JSON.parse(found) as SiteAfterFlight
}
