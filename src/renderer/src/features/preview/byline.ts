import { t } from '../../../../shared/words/t.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { addressWords } from '../../ui/address-words.ts'
import { bothClocks, dateAtBlog } from '../../ui/times.ts'

/** Who and when: for the site by its own clock, on paper by both clocks. A post without a date yet says whose it is; on the site a page says neither. */
export function bylineOf(
  { kind, authorName, publishedAt, link }: Pick<Post, 'kind' | 'authorName' | 'publishedAt' | 'link'>,
  { timeZone }: Pick<Blog, 'timeZone'>,
  isPaper: boolean,
): string[] {
  if (kind === 'page' && !isPaper) return []
  const when = publishedAt === null ? null : new Date(publishedAt)
  const date = when && (isPaper ? bothClocks(when, timeZone) : dateAtBlog(when, timeZone))
  const parts = [
    authorName,
    date ?? (isPaper ? t('Not published yet') : ''),
    isPaper && link !== null ? addressWords(link) : '',
  ]
  return parts.filter((part) => part !== '')
}
