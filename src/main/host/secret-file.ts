import { readFileSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import type { BlogId } from '../../shared/domain/ids.ts'

/** A small file of strings by blog, mode 0600, replaced whole so that a crash leaves the old or the new one. */
export interface SecretFile {
  find(blogId: BlogId): string | null
  put(blogId: BlogId, value: string): Promise<void>
  remove(blogId: BlogId): Promise<void>
}

/** An unreadable or damaged file counts as empty: the person signs in again, nothing else is lost. */
export function openSecretFile(path: string): SecretFile {
  const values = new Map(readEntries(path))
  let writing: Promise<void> = Promise.resolve()

  /** One write at a time: the last one holds everything. */
  function save(): Promise<void> {
    const text = JSON.stringify(Object.fromEntries(values))
    writing = writing.catch(() => undefined).then(() => replaceFile(path, text))
    return writing
  }

  return {
    find: (blogId) => values.get(blogId) ?? null,
    put(blogId, value) {
      values.set(blogId, value)
      return save()
    },
    remove(blogId) {
      values.delete(blogId)
      return save()
    },
  }
}

function readEntries(path: string): [string, string][] {
  try {
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof parsed !== 'object' || parsed === null) return []
    return Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  } catch {
    return []
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}
