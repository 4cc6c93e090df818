import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'
import type { Clock, Random } from '../ports.ts'
import { createPracticeBlog } from '../practice-blog/create-practice-blog.ts'
import type { PracticeLine } from './blog-lines.ts'

/** `.invalid` is reserved (RFC 2606): even by mistake nothing of the practice blog can leave the laptop. */
const PRACTICE_ORIGIN = 'https://practice.attache.invalid'

/** The practice blog of this profile, made when it is first asked for and kept in its own folder. */
export function openPracticeLine({
  folder,
  clock,
  random,
}: {
  folder: string
  clock: Clock
  random: Random
}): () => PracticeLine {
  let line: PracticeLine | null = null
  return () => {
    line ??= open(folder, clock, random)
    return line
  }
}

function open(folder: string, clock: Clock, random: Random): PracticeLine {
  mkdirSync(join(folder, 'media'), { recursive: true, mode: 0o700 })
  const blogPath = join(folder, 'practice-blog.json')
  const mediaPath = (name: string): string => join(folder, 'media', name)
  const { fetch, accounts } = createPracticeBlog({
    origin: PRACTICE_ORIGIN,
    clock,
    random,
    store: {
      load: () => (existsSync(blogPath) ? readFileSync(blogPath, 'utf8') : null),
      save: (text) => writeDurably(blogPath, text),
      loadMedia: (name) => (existsSync(mediaPath(name)) ? readFileSync(mediaPath(name)) : null),
      saveMedia: (name, bytes) => writeDurably(mediaPath(name), bytes),
    },
  })
  const { userName, applicationPassword } = accounts.you
  return { fetch, url: `${PRACTICE_ORIGIN}/`, userName, applicationPassword }
}
