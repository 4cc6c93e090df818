import { COMMENT_STEPS } from './comment-steps.ts'
import { LINE_STEPS } from './line-steps.ts'
import { MEDIA_STEPS } from './media-steps.ts'
import { POST_STEPS } from './post-steps.ts'
import { REVIEW_STEPS } from './review-steps.ts'
import type { Ids, Json, Role, Step } from './step.ts'
import { STICKY_STEPS } from './sticky-steps.ts'
import { TERM_STEPS } from './term-steps.ts'

/** What is said to a blog, in order: later steps build on earlier ones. */
export const CONVERSATION: Step[] = [
  ...LINE_STEPS,
  ...POST_STEPS,
  ...STICKY_STEPS,
  ...TERM_STEPS,
  ...COMMENT_STEPS,
  ...REVIEW_STEPS,
  ...MEDIA_STEPS,
]

export interface SpokenBlog {
  url: string
  users: Record<'author' | 'editor' | 'contributor', { userName: string; applicationPassword: string }>
}

export interface Observation {
  status: number
  code: unknown
  keys: string[]
  facts: unknown
  total: string | null
}

/** Of pictures WordPress 7.1 says more than a blog desk reads: sizes to be made in the browser, EXIF and quality. */
const NOT_MODELLED = [
  'exif_orientation',
  'filename',
  'filesize',
  'generated_slug',
  'image_output_format',
  'image_quality',
  'image_save_progressive',
  'permalink_template',
  // A list of what was wrong, beside `code`, `message` and `data`.
  'additional_data',
]

function keysOf(json: unknown): string[] {
  const value: unknown = Array.isArray(json) ? json[0] : json
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .flatMap(([name, inner]) =>
      ['title', 'content', 'excerpt', 'guid', 'data'].includes(name) && typeof inner === 'object'
        ? Object.keys(inner ?? {}).map((below) => `${name}.${below}`)
        : [name],
    )
    .filter((name) => !NOT_MODELLED.includes(name))
    .toSorted()
}

function authorization(blog: SpokenBlog, as: Role): Record<string, string> {
  if (as === 'nobody') return {}
  const { userName, applicationPassword } =
    as === 'stranger' ? { userName: blog.users.editor.userName, applicationPassword: 'wrong' } : blog.users[as]
  return { Authorization: `Basic ${Buffer.from(`${userName}:${applicationPassword}`).toString('base64')}` }
}

/** Says the whole conversation to a blog and notes what it answers, by the name of the step. */
export async function converse(blog: SpokenBlog): Promise<Map<string, Observation>> {
  const ids: Ids = {}
  const seen = new Map<string, Observation>()
  for (const step of CONVERSATION) {
    const path = typeof step.path === 'string' ? step.path : step.path(ids)
    const json = typeof step.json === 'function' ? step.json(ids) : step.json
    const headers: Record<string, string> = {
      'User-Agent': 'Attache/0 token/abc',
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...authorization(blog, step.as),
      ...step.headers,
    }
    const body = json === undefined ? (step.bytes ?? null) : JSON.stringify(json)
    const answer = await fetch(blog.url + path, { method: step.method ?? 'GET', headers, body, redirect: 'manual' })
    const answered = (await answer.json()) as Json
    if (step.keep !== undefined) ids[step.keep] = Number(answered['id'])
    seen.set(step.name, {
      status: answer.status,
      code: answered['code'],
      keys: keysOf(answered),
      facts: step.facts?.(answered),
      total: answer.headers.get('X-WP-Total'),
    })
  }
  return seen
}
