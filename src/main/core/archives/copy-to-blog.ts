import { documentWithFootnotes } from '../../../shared/content/interchange/document-footnotes.ts'
import { readFootnotesMeta } from '../../../shared/content/footnotes-meta.ts'
import type { PostsService } from '../../../shared/contract/services.ts'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { Post } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Desk } from '../store/desk.ts'

/** The words of an archived post as a new draft of a blog of the person's. Nothing is sent. Categories go over by their names. */
export function copyToBlog({ desk, posts }: { desk: Desk; posts: PostsService }, postId: PostId, blogId: BlogId): Post {
  if (desk.archives.isArchive(blogId)) throw new AppError({ kind: 'not-allowed-now', why: 'an-archive' })
  const from = desk.posts.getPost(postId)
  const base = desk.posts.findBase(postId, 'agreed')
  if (!base || !desk.archives.isArchive(from.blogId)) throw new AppError({ kind: 'no-such-item', what: 'post' })
  const { title, content, excerpt, categoryIds, tagIds } = base.remote
  const names = new Map(desk.terms.listTerms(from.blogId).map((term) => [term.remoteId, term.name]))
  const wanted = new Set(categoryIds.map((id) => names.get(id)))
  // Where this account may not write pages it is a post, to be handed to whoever may.
  const kind = from.kind === 'page' && desk.blogs.getBlog(blogId).rights.canEditPages ? 'page' : 'post'
  const { id } = posts.create({ blogId, kind })
  posts.edit({
    postId: id,
    window: 'copy',
    sequence: 1,
    mergesSeen: null,
    title,
    document: documentWithFootnotes({
      markup: withoutForeignNumbers(content),
      footnotes: readFootnotesMeta(base.remote.footnotes),
    }),
    excerpt: kind === 'page' ? '' : excerpt,
    language: from.language,
    direction: from.direction,
    categoryIds: desk.terms
      .listTerms(blogId)
      .filter((term) => term.taxonomy === 'category' && wanted.has(term.name))
      .map((term) => term.remoteId),
    tags: desk.terms.namesOf(from.blogId, tagIds),
    caret: null,
  })
  posts.flush(id)
  return posts.get(id)
}

/** The number of a picture in one library is another picture's in the next. */
const withoutForeignNumbers = (markup: string): string =>
  markup
    .replaceAll(/(<!-- wp:(?:image|gallery|media-text|cover|video|audio|file) \{[^\n]*?)"(?:id|mediaId)":\d+,?/g, '$1')
    .replaceAll(/(<!-- wp:[a-z-]+) \{\} -->/g, '$1 -->')
    .replaceAll(/ ?\bwp-image-\d+\b/g, '')
    .replaceAll(/ class=""/g, '')
