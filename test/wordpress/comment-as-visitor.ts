import { randomInt } from 'node:crypto'

/**
 * Leaves a comment the way a reader's browser does. Each visitor comes from an address of their own, because WordPress
 * makes one address wait 15 s between comments. Throws with WordPress's page when it was not taken.
 */
export async function commentAsVisitor(
  blogUrl: string,
  comment: { postId: number; parentId?: number; name: string; text: string },
): Promise<void> {
  const form = new URLSearchParams({
    comment_post_ID: String(comment.postId),
    comment_parent: String(comment.parentId ?? 0),
    author: comment.name,
    email: `visitor-${randomInt(1_000_000)}@example.org`,
    comment: comment.text,
  })
  const answer = await fetch(`${blogUrl}/wp-comments-post.php`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: {
      'x-visitor-address': `10.${[0, 0, 0].map(() => randomInt(256)).join('.')}`,
      'user-agent': 'Mozilla/5.0 (a visitor)',
    },
  })
  const where = answer.headers.get('location') ?? ''
  if (answer.status !== 302 || !where.includes('#comment-')) {
    throw new Error(`the comment was not taken: ${answer.status} ${where}\n${await answer.text()}`)
  }
}
