import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { RemoteMediaId } from '../../src/shared/domain/ids.ts'
import { failureOf, freshSlug, type ContractLine } from './contract-blog.ts'

/** A black square of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

const freshStem = () => `picture-${randomBytes(8).toString('hex')}`

export function mediaContract(open: () => ContractLine): void {
  describe('media', () => {
    it.each(['author', 'editor'] as const)('a picture of the %s is found again by its name', async (role) => {
      const { as, fetch } = open()
      const stem = freshStem()
      const alt = 'A “small” square & nothing else — مربع'
      const options = { bytes: new Uint8Array(PNG), fileName: `${stem}.png`, mimeType: 'image/png', alt }
      const media = await as[role].uploadMedia(options)
      expect(media).toEqual({
        remoteId: expect.any(Number),
        slug: stem,
        url: expect.stringContaining(`${stem}.png`),
        mimeType: 'image/png',
        alt,
      })
      expect(await as[role].findMediaBySlug(stem)).toEqual([media])
      expect(await as[role].getMedia(media.remoteId)).toEqual(media)
      const served = await fetch(media.url)
      expect(Buffer.from(await served.arrayBuffer()).equals(PNG)).toBe(true)
    })

    it('a picture may stand at the head of a post and be taken away', async () => {
      const { author } = open().as
      const options = { bytes: new Uint8Array(PNG), fileName: `${freshStem()}.png`, mimeType: 'image/png', alt: '' }
      const media = await author.uploadMedia(options)
      const { remoteId } = await author.createDraft({ slug: freshSlug(), title: 'With a head' })
      const featured = await author.updatePost(remoteId, { featuredMediaId: media.remoteId })
      expect(featured.featuredMediaId).toBe(media.remoteId)
      expect((await author.updatePost(remoteId, { featuredMediaId: null })).featuredMediaId).toBeNull()
    })

    it('a contributor cannot upload', async () => {
      const options = { bytes: new Uint8Array(PNG), fileName: `${freshStem()}.png`, mimeType: 'image/png', alt: '' }
      expect(await failureOf(open().as.contributor.uploadMedia(options))).toMatchObject({ kind: 'forbidden' })
    })

    it('a file that is no picture is refused', async () => {
      const bytes = new TextEncoder().encode('<?php echo 1;')
      const options = { bytes, fileName: `${freshStem()}.php`, mimeType: 'application/x-php', alt: '' }
      const failure = await failureOf(open().as.author.uploadMedia(options))
      expect(['rejected', 'unavailable']).toContain(failure.kind)
    })

    it('a picture is read at the address of each of its sizes, by whoever asks', async () => {
      const { author, editor } = open().as
      const options = { bytes: new Uint8Array(PNG), fileName: `${freshStem()}.png`, mimeType: 'image/png', alt: '' }
      const { remoteId, url } = await author.uploadMedia(options)
      const [known, ...others] = await editor.listMediaSizes([remoteId, 99_999_999 as RemoteMediaId])
      expect(others).toEqual([])
      expect(known).toEqual({ remoteId, sizes: [{ url, widthPx: 1, sizeBytes: expect.anything() }] })
      const bytes = await editor.readPicture(url, { maxBytes: 1000 })
      expect(Buffer.from(bytes).equals(PNG)).toBe(true)
    })

    it('a picture that is larger than wanted is not read to its end', async () => {
      const { author } = open().as
      const options = { bytes: new Uint8Array(PNG), fileName: `${freshStem()}.png`, mimeType: 'image/png', alt: '' }
      const { url } = await author.uploadMedia(options)
      expect(await failureOf(author.readPicture(url, { maxBytes: PNG.byteLength - 1 }))).toEqual({
        kind: 'too-large',
        sizeBytes: PNG.byteLength,
        limitBytes: PNG.byteLength - 1,
      })
    })

    it('no picture is asked for anywhere but on the blog', async () => {
      const { author } = open().as
      const elsewhere = 'https://pictures.example/ferry.png'
      expect(await failureOf(author.readPicture(elsewhere, { maxBytes: 1000 }))).toEqual({
        kind: 'not-the-blog',
        why: 'other-blog',
        host: 'pictures.example',
      })
    })

    it('where no picture is, none is found', async () => {
      const { blog, as } = open()
      const nowhere = new URL('/wp-content/uploads/2020/01/nowhere.png', blog.url).href
      expect(await failureOf(as.author.readPicture(nowhere, { maxBytes: 1000 }))).toEqual({ kind: 'not-found' })
    })

    it('a picture that is not there is not found', async () => {
      const { author } = open().as
      expect(await author.findMediaBySlug(freshStem())).toEqual([])
      expect(await failureOf(author.getMedia(99_999_999 as RemoteMediaId))).toEqual({ kind: 'not-found' })
    })
  })
}
