import { existsSync, readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readDictionary } from '../../../src/main/core/spelling/read-dictionary.ts'
import { openDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function start(folder = temporaryFolder()) {
  const desk = openDesk(folder, { fetch: () => Promise.reject(new Error('spelling asks no network')) })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await desk.close()
    isOpen = false
  }
  onTestFinished(close)
  const unknown = async (language: string, ...words: string[]) => {
    const answer = await desk.query('spelling', 'check', { language, words })
    return answer.state === 'checked' ? answer.unknown : answer.state
  }
  return { desk, folder, unknown, close }
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const pair = (language: string, aff: string, dic: string) => ({
  language,
  affSizeBytes: bytes(aff).length,
  bytes: bytes(aff + dic),
})
const AFFIXES = 'SET UTF-8\nTRY aăâ\n'
const WORDS = '3\nxin\nchào\nbưu\n'
const VIETNAMESE = pair('vi', AFFIXES, WORDS)

describe('bundled dictionaries', () => {
  test('know their words and what is near a wrong one', async () => {
    const { desk, unknown } = start()
    expect(await unknown('en', 'received', 'recieved', 'colour', 'color')).toEqual(['recieved'])
    expect(await unknown('en-GB', 'colour', 'color')).toEqual(['color'])
    expect(await unknown('fr', "aujourd'hui", 'viendrat')).toEqual(['viendrat'])
    expect(await unknown('fa', 'می‌روم', 'کتاب', 'سفیرر')).toEqual(['سفیرر'])
    expect(await unknown('ru', 'посольство', 'пасольство')).toEqual(['пасольство'])
    expect(await unknown('es', 'embajador', 'enbajador')).toEqual(['enbajador'])
    expect(await unknown('pt', 'embaixador', 'enbaixador')).toEqual(['enbaixador'])
    expect((await desk.query('spelling', 'suggest', { language: 'en', word: 'recieved' }))[0]).toBe('received')
  })

  test('where there is none nothing is said about a word', async () => {
    const { desk, unknown } = start()
    expect(await unknown('vi', 'xxyy')).toBe('no-dictionary')
    expect(await desk.query('spelling', 'suggest', { language: 'vi', word: 'xxyy' })).toEqual([])
  })
})

describe('a dictionary that a person adds', () => {
  test('holds from then on, over a restart, until it is removed', async () => {
    const { desk, folder, unknown, close } = start()
    expect(await desk.mutate('spelling', 'addDictionary', VIETNAMESE)).toEqual({ ok: true })
    expect(await unknown('vi-VN', 'xin', 'chào', 'chaof')).toEqual(['chaof'])
    await close()
    const later = start(folder)
    expect(await later.desk.query('spelling', 'dictionaries')).toEqual({ added: ['vi'] })
    expect(await later.unknown('vi', 'chaof')).toEqual(['chaof'])
    await later.desk.mutate('spelling', 'removeDictionary', { language: 'vi' })
    expect(await later.unknown('vi', 'chaof')).toBe('no-dictionary')
    expect(readdirSync(join(folder, 'dictionaries'))).toEqual([])
    expect(later.desk.events.filter(({ topic }) => topic === 'spelling')).toHaveLength(1)
  })

  test('that is none is refused with its reason, and nothing of it is kept', async () => {
    const { desk, folder } = start()
    const refused = async (language: string, aff: string, dic: string) =>
      desk.mutate('spelling', 'addDictionary', pair(language, aff, dic))
    expect(await refused('vi', AFFIXES, '<!doctype html>')).toEqual({ ok: false, problem: 'no-words' })
    expect(await refused('vi', '{}', WORDS)).toEqual({ ok: false, problem: 'not-affixes' })
    expect(await refused('vi', 'SET ISCII-DEVANAGARI\n', WORDS)).toEqual({ ok: false, problem: 'encoding' })
    expect(await refused('th', AFFIXES, WORDS)).toEqual({ ok: false, problem: 'unspaced' })
    await expect(refused('../../x', AFFIXES, WORDS)).rejects.toMatchObject({ data: { kind: 'invalid-input' } })
    expect(existsSync(join(folder, 'dictionaries', 'vi.dic'))).toBe(false)
  })

  test('that was damaged on the disk says so, and the others still answer', async () => {
    const { desk, folder, unknown } = start()
    await desk.mutate('spelling', 'addDictionary', VIETNAMESE)
    truncateSync(join(folder, 'dictionaries', 'vi.dic'), 0)
    expect(await unknown('vi', 'chaof')).toBe('failed')
    expect(await unknown('en', 'recieved')).toEqual(['recieved'])
  })

  test('is read in the encoding it names, and its flags stay what they were', () => {
    const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const read = readDictionary(latin('SET ISO8859-1\nSFX é Y 1\nSFX é 0 s .\n'), latin('2\nthé/é\ncafé\n'))
    expect(read).toEqual({ aff: 'SET UTF-8\nFLAG UTF-8\n\nSFX é Y 1\nSFX é 0 s .\n', dic: '2\nthé/é\ncafé\n' })
  })
})
