import { load as readTags } from 'exifreader'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../src/main/core/content-hash.ts'
import { systemClock } from '../../src/main/host/system-clock.ts'
import { cameraJpeg, TAKEN_AT } from '../support/camera-pictures.ts'
import { newPost, paragraph } from '../support/desk-on-practice-blog.ts'
import { addFile, mediaFile, videoOf } from '../support/media-files.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import { pictureOf } from '../support/pictures.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `pictures on WordPress ${version}`, () => {
    let site: RunningWordpress
    let desk: TestDesk
    beforeAll(async () => {
      site = await startWordpress({ version })
      desk = openDesk(temporaryFolder(), { clock: systemClock, holdMs: 0 })
    })
    afterAll(async () => {
      await desk.close()
      await site.stop()
    })

    test('a photograph with its place in EXIF, XMP and IPTC is on the site without it, upright, and as the desk said', async () => {
      const photograph = await cameraJpeg({ orientation: 6, widthPx: 1200, heightPx: 800 })
      const before = readTags(photograph.buffer, { expanded: true })
      expect(before.gps?.Latitude).toBeCloseTo(TAKEN_AT.latitude, 3)
      expect(before.gps?.Longitude).toBeCloseTo(TAKEN_AT.longitude, 3)
      expect([before.xmp?.['City']?.description, before.iptc?.['City']?.description]).toEqual(['Hanoi', 'Hanoi'])
      expect(before.exif?.['Orientation']?.value).toBe(6)

      const { userName, applicationPassword } = site.users.author
      const { id: blogId } = await desk.mutate('blogs', 'connect', {
        address: site.url,
        userName,
        applicationPassword,
      })
      const picture = await desk.mutate('media', 'add', { fileName: 'IMG_2044.JPG', bytes: photograph })
      const postId = await newPost(desk, blogId, 'The ferry', paragraph('At dawn.'), pictureOf(picture.id))
      await desk.mutate('posts', 'publish', { postId, as: 'publish' })
      await desk.mutate('line', 'syncNow', { blogId })
      const upload = (await desk.query('outbox', 'list', { blogId })).find(({ kind }) => kind === 'upload-picture')
      expect(upload).toMatchObject({ state: 'done', receipt: { contentHash: picture.sent?.hash } })

      const address = await site.php(`
        $id = get_posts(['post_type' => 'attachment', 'post_status' => 'any'])[0]->ID;
        echo json_encode([wp_get_attachment_url($id), wp_get_original_image_url($id)]);`)
      const [shown, original] = JSON.parse(address) as [string, string]
      for (const url of [shown, original]) {
        const served = new Uint8Array(await (await fetch(url)).arrayBuffer())
        const { exif, gps, xmp, iptc } = readTags(served.buffer, { expanded: true })
        expect({ exif, gps, xmp, iptc }).toEqual({
          exif: undefined,
          gps: undefined,
          xmp: undefined,
          iptc: undefined,
        })
        for (const word of ['Hanoi', 'Embassy Camera', '4711', 'second secretary'])
          expect(Buffer.from(served).includes(word), word).toBe(false)
        expect(sha256(served)).toBe(picture.sent?.hash)
        const { width, height, orientation } = await sharp(served).metadata()
        expect({ width, height, orientation }).toEqual({ width: 800, height: 1200, orientation: undefined })
      }
      // What the blog took from it for its own library is nothing either.
      const known = await site.php(`
        $id = get_posts(['post_type' => 'attachment', 'post_status' => 'any'])[0]->ID;
        echo json_encode(array_values(array_filter(wp_get_attachment_metadata($id)['image_meta'])));`)
      expect(JSON.parse(known)).toEqual([])
    })

    test('a video, a sound and a programme go up as they are', async () => {
      const { userName, applicationPassword } = site.users.editor
      const { id: blogId } = await desk.mutate('blogs', 'connect', { address: site.url, userName, applicationPassword })
      const names = ['film.mp4', 'speech.mp3', 'programme.pdf'] as const
      const files = []
      for (const name of names) files.push(await addFile(desk, name, mediaFile(name, 400_000), 150_000))
      const postId = await newPost(desk, blogId, 'The opening', ...files.map(({ id }) => videoOf(id)))
      await desk.mutate('posts', 'publish', { postId, as: 'publish' })
      await desk.mutate('line', 'syncNow', { blogId })
      const uploads = (await desk.query('outbox', 'list', { blogId })).filter(
        ({ kind, what }) => kind === 'upload-picture' && names.some((name) => name === what),
      )
      expect(uploads.map(({ state, reason }) => ({ state, reason }))).toEqual(
        names.map(() => ({ state: 'done', reason: null })),
      )
      for (const { what, receipt } of uploads) {
        const served = new Uint8Array(await (await fetch(receipt?.url ?? '')).arrayBuffer())
        expect(sha256(served), what).toBe(receipt?.contentHash)
      }
    })
  })
}
