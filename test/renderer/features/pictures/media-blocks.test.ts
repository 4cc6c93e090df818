import { expect, test } from 'vitest'
import {
  addressBlock,
  fileBlock,
  isMediaFile,
  lineWords,
} from '../../../../src/renderer/src/features/pictures/media-blocks.ts'
import type { MediaId } from '../../../../src/shared/domain/ids.ts'

const id = 'a'.repeat(64) as MediaId

test('a file becomes the block of its kind; a document is called by its name', () => {
  expect(fileBlock({ id, kind: 'video', fileName: 'film.mp4' })).toEqual({ type: 'video', attrs: { mediaId: id } })
  expect(fileBlock({ id, kind: 'file', fileName: 'Programme 2026.pdf' })).toEqual({
    type: 'file',
    attrs: { mediaId: id, name: 'Programme 2026', showsDownload: true },
  })
})

test.each<[string, string | null]>([
  ['https://blog.example/film.mp4?v=2', 'video'],
  ['https://blog.example/speech.mp3', 'audio'],
  ['https://blog.example/programme.pdf', 'file'],
  ['https://www.youtube.com/watch?v=abc', 'embed'],
  ['javascript:alert(1)', null],
  ['film.mp4', null],
  ['', null],
])('%s is put in as %s', (address, type) => {
  expect(addressBlock(address)?.type ?? null).toBe(type)
})

test('how long it takes to send is said in whole minutes, then hours', () => {
  expect(lineWords(900_000)).toContain('less than a minute')
  expect(lineWords(48_000_000)).toContain('about 6 minutes')
  expect(lineWords(1_800_000_000)).toContain('about 4 hours')
})

test('what was dropped is a film by what the system calls it', () => {
  const dropped = ['video/mp4', 'audio/mpeg', 'application/pdf', 'image/jpeg', ''].map((type) => isMediaFile({ type }))
  expect(dropped).toEqual([true, true, true, false, false])
})
