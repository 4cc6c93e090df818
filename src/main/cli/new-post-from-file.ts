import { readFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { mapBlocks } from '../../shared/content/document-walk.ts'
import type { BlockNode } from '../../shared/content/document.ts'
import { markdownToDocument } from '../../shared/content/markdown-to-document.ts'
import type { BlogId, MediaId, PostId } from '../../shared/domain/ids.ts'
import { isAppError } from '../../shared/errors.ts'
import { CliError } from './cli-error.ts'
import type { CommandDesk } from './command-desk.ts'

/** A post from a Markdown file, saved on the desk. Pictures it names are read from beside the file. */
export async function newPostFromFile(desk: CommandDesk, blogId: BlogId, file: string): Promise<PostId> {
  const markdown = parse(readText(file))
  const mediaIds = new Map<string, MediaId>()
  for (const image of markdown.images) {
    const path = resolve(dirname(file), image)
    const picture = await desk.mutate('media', 'add', {
      fileName: basename(path),
      bytes: new Uint8Array(readBytes(path)),
    })
    mediaIds.set(image, picture.id)
  }
  const terms = await desk.query('blogs', 'terms', { blogId })
  const categoryIds = markdown.categories.map((name) => {
    const term = terms.find((found) => found.taxonomy === 'category' && found.name === name)
    if (!term) throw new CliError(`The blog has no category called ${name}. Run sync first, or leave it out.`)
    return term.remoteId
  })
  const { id: postId } = await desk.mutate('posts', 'create', { blogId })
  await desk.mutate('posts', 'edit', {
    postId,
    sequence: 1,
    title: markdown.title ?? basename(file, '.md'),
    document: mapBlocks(markdown.document, (block) => withLocalPicture(block, mediaIds)),
    excerpt: markdown.excerpt ?? '',
    language: markdown.language ?? '',
    direction: markdown.direction ?? 'ltr',
    categoryIds,
    tags: markdown.tags,
    caret: null,
  })
  await desk.mutate('posts', 'flush', { postId })
  return postId
}

function withLocalPicture(block: BlockNode, mediaIds: Map<string, MediaId>): BlockNode {
  const mediaId = block.type === 'picture' && block.attrs.url !== null ? mediaIds.get(block.attrs.url) : undefined
  if (block.type !== 'picture' || mediaId === undefined) return block
  return { ...block, attrs: { ...block.attrs, mediaId, url: null } }
}

function parse(markdown: string): ReturnType<typeof markdownToDocument> {
  try {
    return markdownToDocument(markdown)
  } catch (error) {
    if (isAppError(error)) throw new CliError(error.data)
    throw error
  }
}

const readText = (path: string): string => readBytes(path).toString('utf8')

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new CliError(`${path} cannot be read.`)
  }
}
