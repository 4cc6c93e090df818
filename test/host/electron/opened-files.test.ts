import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { type AttacheUnderFake, startAttache } from '../../fakes/electron/start-attache.ts'
import { callFromPage, newProfileFolder, openDeskUnderFake } from './running-desk.ts'

/** A stick with files on it; what is in them is the window's to say. */
function stick(...names: string[]): string[] {
  const folder = join(newProfileFolder(), 'the stick')
  mkdirSync(folder)
  return names.map((name) => {
    writeFileSync(join(folder, name), 'ATTACHE-REVIEW')
    return join(folder, name)
  })
}

async function givenTo(attache: AttacheUnderFake): Promise<string[]> {
  const answer = await callFromPage(attache, { path: 'reviews.given', type: 'query', input: undefined })
  return answer.ok ? (answer.data as { fileName: string }[]).map(({ fileName }) => fileName) : []
}

test('the program started with a review file has the window open it', async () => {
  const [path = ''] = stick('trip.attache-review')
  const attache = await openDeskUnderFake({}, ['--flag', path])
  await expect.poll(() => givenTo(attache)).toEqual(['trip.attache-review'])
})

test('a second start hands its review files to the first, by path or by address, and nothing else', async () => {
  const [one = '', other = '', letter = ''] = stick('one.attache-review', 'đò ngang.ATTACHE-REVIEW', 'letter.docx')
  const userDataFolder = newProfileFolder()
  const first = await openDeskUnderFake({ userDataFolder })
  await first.control('arrangeWindow', { to: 'behind' })
  await (
    await startAttache({ userDataFolder }, [one, pathToFileURL(other).href, letter])
  ).ended
  await expect
    .poll(async () => (await givenTo(first)).toSorted())
    .toEqual(['one.attache-review', 'đò ngang.ATTACHE-REVIEW'])
  expect(await first.control('windows')).toMatchObject([{ isFront: true }])
})

test('what the system opens later reaches the window too', async () => {
  const [path = ''] = stick('later.attache-review')
  const attache = await openDeskUnderFake()
  await attache.control('openFile', path)
  await expect.poll(() => givenTo(attache)).toEqual(['later.attache-review'])
})

test('a file that is gone is said in a sentence, and nothing is opened', async () => {
  const attache = await openDeskUnderFake()
  await attache.control('openFile', join(newProfileFolder(), 'gone.attache-review'))
  await expect.poll(async () => JSON.stringify((await attache.control('seen')).dialogs)).toContain('cannot be read')
  expect(await givenTo(attache)).toEqual([])
})

test('the page cannot give the desk a file as the system does', async () => {
  const attache = await openDeskUnderFake()
  const input = { fileName: 'x.attache-review', bytes: {} }
  expect(await callFromPage(attache, { path: 'reviews.give', type: 'mutation', input })).toEqual({
    ok: false,
    error: { kind: 'invalid-input', field: 'request', rule: 'call' },
  })
})
