import { z } from 'zod'
import type { PostDocument } from '../content/document.ts'
import { utcIso } from '../domain/ids.ts'
import type { BlogId, CommentId, EntryId, MediaId, PostId, RemoteTermId, SnapshotId } from '../domain/ids.ts'

/** The border: what a call may carry. Anything else is answered with `invalid-input` before it reaches a service. */
const id = <Id extends string>() => z.uuid().transform((text) => text as Id)

export const blogIdInput = id<BlogId>()
export const postIdInput = id<PostId>()
export const commentIdInput = id<CommentId>()
export const entryIdInput = id<EntryId>()
export const snapshotIdInput = id<SnapshotId>()
export const mediaIdInput = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as MediaId)

const MAX_TEXT = 32 * 1024 * 1024
const MAX_DEPTH = 40
const MAX_NODES = 400_000

/** Counts instead of recursing over a schema: a long post has 100,000 nodes, and each key press may bring it. */
function isPlausibleDocument(value: unknown): value is PostDocument {
  const root = value as { type?: unknown; content?: unknown } | null
  if (typeof root !== 'object' || root?.type !== 'doc' || !Array.isArray(root.content)) return false
  const stack: { node: unknown; depth: number }[] = root.content.map((node) => ({ node, depth: 1 }))
  let nodeCount = 0
  let textLength = 0
  for (let top = stack.pop(); top; top = stack.pop()) {
    const node = top.node as { type?: unknown; text?: unknown; content?: unknown } | null
    nodeCount += 1
    if (typeof node !== 'object' || node === null || typeof node.type !== 'string') return false
    if (nodeCount > MAX_NODES || top.depth > MAX_DEPTH) return false
    if (node.type === 'text' && typeof node.text !== 'string') return false
    if (typeof node.text === 'string') textLength += node.text.length
    if (textLength > MAX_TEXT) return false
    if (node.content !== undefined) {
      if (!Array.isArray(node.content)) return false
      for (const child of node.content) stack.push({ node: child, depth: top.depth + 1 })
    }
  }
  return true
}

export const documentInput = z.custom<PostDocument>(isPlausibleDocument, 'document')

const remoteTermId = z
  .int()
  .positive()
  .transform((number) => number as RemoteTermId)

export const postEditInput = z.object({
  postId: postIdInput,
  /** One opening of the post in one window, any text. Sequences of different windows have nothing to do with each other. */
  window: z.string().max(64).default(''),
  /** Grows by one with each edit of this window; the core ignores what comes late. */
  sequence: z.int().nonnegative(),
  title: z.string().max(1_000_000),
  document: documentInput,
  excerpt: z.string().max(1_000_000),
  language: z.string().max(35),
  direction: z.enum(['ltr', 'rtl']),
  categoryIds: z.array(remoteTermId).max(500),
  tags: z.array(z.string().min(1).max(200)).max(500),
  caret: z.object({ anchor: z.int().nonnegative(), head: z.int().nonnegative() }).nullable(),
})
export type PostEdit = z.output<typeof postEditInput>

export const publishInput = z.object({
  postId: postIdInput,
  as: z.enum(['publish', 'pending']),
  /** UTC, for a post that the blog makes public later; null or absent for now. */
  publishAt: z.iso
    .datetime()
    .transform((text) => utcIso(new Date(text)))
    .nullable()
    .default(null),
})

export const addressInput = z.string().trim().min(1).max(2000)

export const connectInput = z.object({
  address: addressInput,
  userName: z.string().trim().min(1).max(200),
  applicationPassword: z.string().trim().min(1).max(200),
})

export const settingsInput = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  interfaceDirection: z.enum(['ltr', 'rtl']),
  activeBlogId: blogIdInput.nullable(),
})
export type Settings = z.output<typeof settingsInput>

/** Absent fields stay as they are. */
export const settingsPatchInput = settingsInput.partial()
export type SettingsPatch = z.output<typeof settingsPatchInput>
