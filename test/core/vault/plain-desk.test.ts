import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newRecoveryCode, readRecoveryCode } from '../../../src/main/core/vault/recovery-code.ts'
import { sealedPasswords } from '../../../src/main/core/vault/sealed-passwords.ts'
import { sealPlainDesk } from '../../../src/main/core/vault/seal-plain-desk.ts'
import type { Random } from '../../../src/main/core/ports.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import { ferry, ferryNumbered } from '../../support/pictures.ts'
import { newPost, paragraph } from '../../support/desk-on-practice-blog.ts'
import { openDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openLocked } from './locked-desk.ts'

const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill)
const CANARY = 'canary-heron-7431'

function canariesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(CANARY))
}

test('a desk from before desks were sealed is sealed at its next start, with its pictures and its practice blog', async () => {
  const folder = temporaryFolder()
  const plain = openDesk(folder)
  const blog = await plain.mutate('blogs', 'connectPractice')
  const post = await plain.mutate('posts', 'create', { blogId: blog.id })
  const document = { type: 'doc' as const, content: [paragraph(CANARY)] }
  const { id: postId, excerpt, language, direction, categoryIds, tags } = post
  const edit = { postId, document, excerpt, language, direction, categoryIds, tags, caret: null, sequence: 1 }
  await plain.mutate('posts', 'edit', { ...edit, title: CANARY })
  await plain.mutate('posts', 'publish', { postId, as: 'publish' })
  await plain.mutate('line', 'syncNow', { blogId: blog.id })
  const bytes = Buffer.concat([ferry.bytes, Buffer.from(CANARY)])
  const { id: mediaId } = await plain.mutate('media', 'add', { fileName: `${CANARY}.gif`, bytes })
  await plain.close()
  writeFileSync(join(folder, 'passwords.json'), JSON.stringify({ [blog.id]: CANARY }))
  expect(canariesIn(folder).length).toBeGreaterThan(2)

  const sealed = openLocked(folder)
  expect((await sealed.query('posts', 'get', { postId })).title).toBe(CANARY)
  expect(await sealed.query('media', 'read', { mediaId, size: 'whole' })).toMatchObject({
    bytes: new Uint8Array(bytes),
  })
  await sealed.mutate('line', 'syncNow', { blogId: blog.id })
  expect((await sealed.query('posts', 'list', { blogId: blog.id })).map(({ title }) => title)).toContain(CANARY)
  await sealed.close()
  expect(canariesIn(folder)).toEqual([])
  expect(existsSync(join(folder, 'passwords.json'))).toBe(false)
  const again = openLocked(folder)
  expect(await again.query('lock', 'state')).toMatchObject({ state: 'open', protection: 'none' })
  await again.close()
})

test('sealing that is cut off anywhere goes on at the next start, and loses nothing', async () => {
  const folder = temporaryFolder()
  const plain = openDesk(folder)
  const { id: blogId } = await plain.mutate('blogs', 'connectPractice')
  await newPost(plain, blogId, CANARY)
  const ids: string[] = []
  for (let number = 0; number < 3; number += 1)
    ids.push((await plain.mutate('media', 'add', { fileName: 'f.gif', bytes: ferryNumbered(number) })).id)
  await plain.close()
  const keys = { database: key(1), files: key(2), passwords: key(3) }
  let cuts = 0
  for (let most = 0; ; most += 1) {
    let drawn = 0
    const failing: Random = {
      ...systemRandom,
      bytes(count) {
        if (drawn === most) throw new Error('the power is gone')
        drawn += 1
        return systemRandom.bytes(count)
      },
    }
    try {
      sealPlainDesk(profileIn(folder), keys, failing)
      break
    } catch {
      cuts += 1
    }
  }
  expect(cuts).toBeGreaterThan(2)
  const sealed = openDesk(folder, { keys })
  expect((await sealed.query('posts', 'list', { blogId })).map(({ title }) => title)).toContain(CANARY)
  for (const [number, mediaId] of ids.entries())
    expect(await sealed.query('media', 'read', { mediaId, size: 'whole' })).toMatchObject({
      bytes: ferryNumbered(number),
    })
  await sealed.mutate('line', 'syncNow', { blogId })
  expect(await sealed.query('line', 'list')).toMatchObject([{ state: 'open', reason: null }])
  await sealed.close()
  expect(canariesIn(folder)).toEqual([])
})

test('passwords come back after a restart under the same key, and count as none under another', async () => {
  const path = join(temporaryFolder(), 'passwords.sealed')
  const key = new Uint8Array(32).fill(7)
  const blogId = '7a0f6a0e-5ad0-4a52-9d5f-0d7c6f2f6d11' as BlogId
  await sealedPasswords(path, key, systemRandom).put(blogId, CANARY)
  expect(readFileSync(path).includes(CANARY)).toBe(false)
  expect(await sealedPasswords(path, key, systemRandom).find(blogId)).toBe(CANARY)
  expect(await sealedPasswords(path, new Uint8Array(32).fill(8), systemRandom).find(blogId)).toBeNull()
  await sealedPasswords(path, key, systemRandom).remove(blogId)
  expect(await sealedPasswords(path, key, systemRandom).find(blogId)).toBeNull()
})

test('of a recovery code one wrong letter, or two neighbours in the wrong order, is told in most cases before a key is tried', () => {
  let [slips, told] = [0, 0]
  for (let count = 0; count < 20; count += 1) {
    const letters = newRecoveryCode(systemRandom).replaceAll('-', '')
    expect(readRecoveryCode(letters)?.replaceAll('-', '')).toBe(letters)
    for (let at = 0; at + 1 < letters.length; at += 1) {
      const swapped = letters.slice(0, at) + letters.charAt(at + 1) + letters.charAt(at) + letters.slice(at + 2)
      if (swapped === letters) continue
      slips += 1
      told += readRecoveryCode(swapped) === null ? 1 : 0
    }
  }
  expect(told / slips).toBeGreaterThan(0.98)
})

test('a desk from before that another program has open is not sealed under it', async () => {
  const folder = temporaryFolder()
  const plain = openDesk(folder)
  const { id: blogId } = await plain.mutate('blogs', 'connectPractice')
  const other = openLocked(folder)
  expect(await other.query('lock', 'state')).toMatchObject({ fault: { kind: 'database', reason: 'in-use' } })
  await newPost(plain, blogId, 'Written while it was open')
  await plain.close()
  await other.mutate('lock', 'unlock', 'again')
  expect((await other.query('posts', 'list', { blogId })).map(({ title }) => title)).toContain(
    'Written while it was open',
  )
  await other.close()
})
