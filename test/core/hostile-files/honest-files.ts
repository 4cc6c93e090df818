import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { writeZip } from '../../../src/main/core/interchange/write-zip.ts'
import type { PostId, ReviewId } from '../../../src/shared/domain/ids.ts'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { filmWithPlace } from '../../support/films.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { ferry } from '../../support/pictures.ts'
import { wordFile } from '../../support/word-file.ts'
import { fileOf, pictureOfBytes, postOf, sha256Of, written } from '../review-file/made-files.ts'

/** By what way a file comes to the desk. */
export const DOORS = ['picture', 'in-parts', 'text', 'archive', 'review', 'word-review', 'dictionary', 'pack'] as const
export type Door = (typeof DOORS)[number]

export interface HonestFile {
  door: Door
  fileName: string
  bytes: Uint8Array
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const MARKDOWN =
  '---\ntitle: Ferry\ntags: [river]\n---\n# A\n\n![A](pictures/a.gif)\n\n* one\n  * two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n'

const PACK = JSON.stringify({
  format: 'attache-rule-pack',
  version: 1,
  id: 'ministry',
  name: 'Rules of the ministry',
  language: '*',
  isPolicy: true,
  rules: [
    {
      id: 'codename',
      phrases: ['blue heron'],
      blocks: true,
      sentence: '“{found}” is inside talk.',
      why: 'It stays inside.',
    },
  ],
})

/** One of each kind that the desk takes, and some that were made to harm: what all hostile files are made of. */
export async function honestFiles(desk: TestDesk, postId: PostId, reviewId: ReviewId): Promise<HonestFile[]> {
  const dots = () => sharp({ create: { width: 40, height: 30, channels: 3, background: 'navy' } })
  const saved = async (fileId: string): Promise<Uint8Array> =>
    (await desk.query('interchange', 'takeFile', { fileId })).bytes as unknown as Uint8Array
  const exported = async (to: 'markdown' | 'html' | 'word'): Promise<Uint8Array> =>
    saved((await desk.mutate('interchange', 'exportPost', { postId, to })).fileId)
  const jpeg = await cameraJpeg()
  const review = postOf({ pictures: [pictureOfBytes(jpeg)] })
  const pictures = new Map([[sha256Of(jpeg), jpeg]])
  const wordReview = await saved((await desk.mutate('reviews', 'writeWord', { reviewId, name: 'Ann' })).fileId)
  const lines = '<w:p><w:r><w:t>Line</w:t></w:r></w:p>'
  return [
    { door: 'picture', fileName: 'a.jpg', bytes: jpeg },
    { door: 'picture', fileName: 'a.png', bytes: await dots().png().toBuffer() },
    { door: 'picture', fileName: 'a.webp', bytes: await dots().webp().toBuffer() },
    { door: 'picture', fileName: 'a.gif', bytes: ferry.bytes },
    { door: 'picture', fileName: 'a.svg', bytes: text('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>') },
    { door: 'in-parts', fileName: 'a.mp4', bytes: filmWithPlace() },
    { door: 'in-parts', fileName: 'a.jpg', bytes: jpeg },
    { door: 'text', fileName: 'a.md', bytes: text(MARKDOWN) },
    { door: 'text', fileName: 'a.html', bytes: await exported('html') },
    { door: 'text', fileName: 'a.docx', bytes: await exported('word') },
    { door: 'text', fileName: 'a.zip', bytes: await exported('markdown') },
    {
      door: 'text',
      fileName: 'a.zip',
      bytes: writeZip([
        { name: '../../a.md', bytes: text(MARKDOWN.replaceAll('pictures/', '../../')) },
        { name: '/etc/a.gif', bytes: ferry.bytes },
        { name: 'C:\\a.gif', bytes: ferry.bytes },
        { name: '../../a.gif', bytes: ferry.bytes },
      ]),
    },
    {
      door: 'text',
      fileName: 'a.docx',
      bytes: wordFile({
        doctype:
          '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>',
        body: `<w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p>${lines.repeat(20)}`,
      }),
    },
    // A megabyte of noughts in a kilobyte, where the text of a Word file should be.
    {
      door: 'text',
      fileName: 'a.docx',
      bytes: writeZip([{ name: 'word/document.xml', bytes: deflateRawSync(Buffer.alloc(1e6)) }]),
    },
    {
      door: 'archive',
      fileName: 'a.xml',
      bytes: readFileSync(join(import.meta.dirname, '../../fixtures/small-export.xml')),
    },
    { door: 'review', fileName: 'a.attache-review', bytes: await written(fileOf(review), { pictures }) },
    { door: 'word-review', fileName: 'a.docx', bytes: wordReview },
    {
      door: 'dictionary',
      fileName: 'a.dic',
      bytes: text('SET UTF-8\nTRY abc\nSFX A Y 1\nSFX A 0 s .\n3\nferry/A\nbell\nriver\n'),
    },
    { door: 'pack', fileName: 'a.json', bytes: text(PACK) },
  ]
}
