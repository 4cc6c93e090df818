import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'
import type { Clock, Random } from '../ports.ts'
import { createPracticeBlog } from '../practice-blog/create-practice-blog.ts'
import type { FileSeal } from '../vault/sealed-files.ts'
import type { PracticeLine } from './blog-lines.ts'

/** `.invalid` is reserved (RFC 2606): even by mistake nothing of the practice blog can leave the laptop. */
const PRACTICE_ORIGIN = 'https://practice.attache.invalid'

/** The practice blog of this profile, made when it is first asked for and kept in its own folder. */
export function openPracticeLine({
  folder,
  fileSeal,
  clock,
  random,
  isCut,
}: {
  folder: string
  fileSeal: FileSeal
  clock: Clock
  random: Random
  /** Asked before each request: whether it fails as on a laptop without a network. */
  isCut: () => boolean
}): () => PracticeLine {
  let line: PracticeLine | null = null
  return () => {
    line ??= open(folder, fileSeal, clock, random, isCut)
    return line
  }
}

const BLOG = 'practice-blog.json'

/** Everything on the practice blog but its pictures, as one file; null where nobody practised. */
export function readPracticeBlog(folder: string, fileSeal: FileSeal): Uint8Array | null {
  const path = blogPathIn(folder, fileSeal)
  return existsSync(path) ? fileSeal.open(BLOG, readFileSync(path)) : null
}

/** In the place of the one that is here. The desk is opened anew before anybody practises. */
export function putPracticeBlog(folder: string, fileSeal: FileSeal, bytes: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeDurably(blogPathIn(folder, fileSeal), fileSeal.seal(BLOG, bytes))
}

const blogPathIn = (folder: string, fileSeal: FileSeal): string => join(folder, fileSeal.nameOf(BLOG))

function open(folder: string, fileSeal: FileSeal, clock: Clock, random: Random, isCut: () => boolean): PracticeLine {
  mkdirSync(join(folder, 'media'), { recursive: true, mode: 0o700 })
  const blogPath = blogPathIn(folder, fileSeal)
  const mediaPath = (name: string): string => join(folder, 'media', fileSeal.nameOf(name))
  const read = (id: string, path: string): Uint8Array | null =>
    existsSync(path) ? fileSeal.open(id, readFileSync(path)) : null
  const blog = createPracticeBlog({
    origin: PRACTICE_ORIGIN,
    clock,
    random,
    store: {
      load() {
        const bytes = read(BLOG, blogPath)
        return bytes && Buffer.from(bytes).toString('utf8')
      },
      save: (text) => writeDurably(blogPath, fileSeal.seal(BLOG, Buffer.from(text))),
      loadMedia: (name) => read(name, mediaPath(name)),
      saveMedia: (name, bytes) => writeDurably(mediaPath(name), fileSeal.seal(name, bytes)),
      removeMedia: (name) => rmSync(mediaPath(name), { force: true }),
    },
  })
  const { userName, applicationPassword } = blog.accounts.you
  return {
    fetch: async (input, init) => {
      if (isCut())
        throw new TypeError('fetch failed', { cause: Object.assign(new Error('cut'), { code: 'ENETUNREACH' }) })
      return blog.fetch(input, init)
    },
    url: `${PRACTICE_ORIGIN}/`,
    userName,
    applicationPassword,
    samples: blog.samples,
    readerSays: blog.readerSays,
  }
}
