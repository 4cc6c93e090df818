import { htmlToText } from '../../../shared/content/html-to-text.ts'
import type { Question, TemplateId } from '../../../shared/content/templates/template.ts'
import { findTemplate } from '../../../shared/content/templates/templates.ts'
import { emptyDocument } from '../../../shared/content/document.ts'
import type { Settings } from '../../../shared/contract/settings-input.ts'
import type { BlogId, CommentId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { blogNow } from '../blogs/blog-clock.ts'
import type { Clock } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'

/** What a template is filled with from this desk: who signs, the day at the blog, and the comments that were chosen. */
export function fillTemplate(
  { desk, clock, profile }: { desk: Desk; clock: Clock; profile: Settings['profile'] },
  blog: StoredBlog,
  { template, commentIds }: { template: TemplateId; commentIds: CommentId[] },
): Pick<PostWords, 'title' | 'document' | 'excerpt'> {
  const place = profile.byBlog[blog.id]
  return (
    findTemplate(template)?.build({
      name: profile.name.trim() === '' ? blog.displayName : profile.name,
      role: place?.role ?? '',
      place: place?.place ?? '',
      day: dayAt(blogNow({ desk, clock }, blog.id), blog.timeZone),
      questions: questionsOf(desk, blog.id, commentIds),
    }) ?? { title: '', document: emptyDocument(), excerpt: '' }
  )
}

/** In the order in which they were asked. */
function questionsOf(desk: Desk, blogId: BlogId, commentIds: CommentId[]): Question[] {
  const chosen = new Set(commentIds)
  return desk.comments
    .listComments(blogId, null)
    .filter(({ id }) => chosen.has(id))
    .map(({ authorName, contentHtml, link }) => ({
      author: authorName,
      text: htmlToText(contentHtml),
      link: link === '' ? null : link,
    }))
}

function dayAt(at: Date, zone: string): string {
  const format = (timeZone: string): string =>
    new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(at)
  try {
    return format(zone.replace(/^UTC(?=[+-])/, ''))
  } catch {
    return format('UTC')
  }
}
