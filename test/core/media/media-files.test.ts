import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../../src/main/core/content-hash.ts'
import { sniffMedia } from '../../../src/main/core/media/sniff-media.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import type { RemoteMediaId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost } from '../../support/desk-on-practice-blog.ts'
import { filmWithPlace, PLACE } from '../../support/films.ts'
import { addFile, mediaFile, videoOf, withTracks, type MediaFileName } from '../../support/media-files.ts'
import { openDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test.each<[string, string, string | null]>([
  ['an MP4', '000000186674797069736f6d', 'video/mp4'],
  ['a QuickTime film', '00000018667479707174202000', 'video/quicktime'],
  ['an M4A', '00000018667479704d344120', 'audio/mpeg'],
  ['a WebM', '1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'video/webm'],
  ['a Matroska', '1a45dfa39f42868101428288' + Buffer.from('matroska').toString('hex'), null],
  ['an Ogg of sound', '4f67675300020000' + Buffer.from('vorbis').toString('hex'), 'audio/ogg'],
  ['an Ogg of pictures', '4f67675300020000' + Buffer.from('theora').toString('hex'), 'video/ogg'],
  ['an MP3 with a label', '49443304', 'audio/mpeg'],
  ['an MP3 without', 'fffb9064', 'audio/mpeg'],
  ['a WAV', '5249464600000000' + Buffer.from('WAVE').toString('hex'), 'audio/wav'],
  ['a PDF', Buffer.from('%PDF-1.7').toString('hex'), 'application/pdf'],
  ['a JPEG', 'ffd8ffe000104a46', null],
  ['a HEIC', '0000001866747970686569630000', null],
  ['a program', '4d5a9000', null],
  ['nothing', '', null],
])('%s is known by its first bytes', (_name, hex, mimeType) => {
  expect(sniffMedia(Buffer.from(hex, 'hex'))?.mimeType ?? null).toBe(mimeType)
})

describe('a file that comes in parts', () => {
  function setUp() {
    const folder = temporaryFolder()
    return { folder, desk: openDesk(folder), mediaFolder: profileIn(folder).mediaFolder }
  }

  test('is one file under its hash, and the same file again is the same', async () => {
    const { desk, mediaFolder } = setUp()
    const bytes = mediaFile('film.mp4', 5000)
    const file = await addFile(desk, 'film.mp4', bytes)
    expect(file).toEqual({
      id: sha256(bytes),
      kind: 'video',
      mimeType: 'video/mp4',
      fileName: 'film.mp4',
      sizeBytes: 5000,
      isPlaceRemoved: false,
      saysPlace: false,
    })
    await addFile(desk, 'again.mp4', bytes)
    expect(readdirSync(mediaFolder)).toEqual([file.id])
    await desk.close()
  })

  test('is refused with its first part when blogs do not take it, and leaves nothing', async () => {
    const { desk, folder, mediaFolder } = setUp()
    await expect(addFile(desk, 'setup.exe', new Uint8Array([0x4d, 0x5a, 0x90, 0]))).rejects.toMatchObject({
      data: { kind: 'unsupported-file', fileName: 'setup.exe', fault: 'no-media' },
    })
    expect([readdirSync(mediaFolder), readdirSync(join(folder, 'media-incoming'))]).toEqual([[], []])
    await desk.close()
  })

  test('takes no part out of order, and none of a file it does not know', async () => {
    const { desk } = setUp()
    const { addId } = await desk.mutate('media', 'startFile', { fileName: 'film.mp4' })
    const part = { addId, at: 10, bytes: mediaFile('film.mp4') }
    await expect(desk.mutate('media', 'addPart', part)).rejects.toMatchObject({ data: { kind: 'invalid-input' } })
    const unknown = { ...part, addId: crypto.randomUUID() }
    await expect(desk.mutate('media', 'addPart', unknown)).rejects.toMatchObject({ data: { kind: 'no-such-item' } })
    await desk.close()
  })

  test('that was never finished is gone with the program', async () => {
    const { desk, folder } = setUp()
    const { addId } = await desk.mutate('media', 'startFile', { fileName: 'film.mp4' })
    await desk.mutate('media', 'addPart', { addId, at: 0, bytes: mediaFile('film.mp4') })
    await desk.close()
    expect(readdirSync(join(folder, 'media-incoming'))).toEqual([])
    await openDesk(folder).close()
    expect(existsSync(join(folder, 'media-incoming'))).toBe(false)
  })

  test('is kept without where it was filmed, at the same length, under the hash of what is sent', async () => {
    const { desk, mediaFolder } = setUp()
    const film = new Uint8Array(filmWithPlace())
    const file = await addFile(desk, 'film.mp4', film)
    expect(file).toMatchObject({ isPlaceRemoved: true, saysPlace: false, sizeBytes: film.byteLength })
    const kept = readFileSync(join(mediaFolder, file.id))
    expect([sha256(kept), kept.byteLength]).toEqual([file.id, film.byteLength])
    expect(kept.toString('latin1')).not.toMatch(PLACE)
    await desk.close()
  })
})

test.each<[MediaFileName, string]>([
  ['film.mp4', 'video/mp4'],
  ['programme.pdf', 'application/pdf'],
])('%s goes up before its post, by its own line with its size, once', async (name, mimeType) => {
  const on = await deskOnPracticeBlog()
  const bytes = mediaFile(name, 300_000)
  const file = await addFile(on.desk, name, bytes, 100_000)
  const postId = await newPost(on.desk, on.blogId, 'The opening', videoOf(file.id))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  const entries = await on.desk.query('outbox', 'list', { blogId: on.blogId })
  expect(entries.find(({ kind }) => kind === 'upload-picture')).toMatchObject({ what: name, sizeBytes: 300_000 })
  await on.syncUntilQuiet()
  expect(on.libraryCount()).toBe(1)
  const sent = (await on.desk.query('outbox', 'list', { blogId: on.blogId })).find(
    ({ kind }) => kind === 'upload-picture',
  )
  expect(sent?.receipt?.contentHash).toBe(file.id)
  const media = await on.as('editor').getMedia(Number(sent?.receipt?.revision) as RemoteMediaId)
  expect(media.mimeType).toBe(mimeType)
  const post = (await on.as('editor').listPosts({ pageNumber: 1, modifiedAfter: null })).items[0]
  expect(post?.content).toContain(media.url)
  const shown = await on.desk.query('media', 'library', { blogId: on.blogId })
  expect(shown.filter(({ isOwn }) => isOwn)).toEqual([])
  await on.desk.close()
})

describe('captions', () => {
  const VTT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning.\n'

  test('go up before the post and stand in its video by their address on the blog', async () => {
    const on = await deskOnPracticeBlog()
    const film = await addFile(on.desk, 'film.mp4', mediaFile('film.mp4'))
    const captions = await on.desk.mutate('media', 'addCaptions', { fileName: 'film.vtt', vtt: VTT })
    const track = { mediaId: captions.id, src: '', srcLang: 'en', label: 'English', kind: 'captions', isDefault: true }
    const postId = await newPost(on.desk, on.blogId, 'The opening', withTracks(videoOf(film.id), [track]))
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
    expect(on.libraryCount()).toBe(2)
    const post = (await on.as('editor').listPosts({ pageNumber: 1, modifiedAfter: null })).items[0]
    const [, src = ''] = /<track src="([^"]+\.vtt)" label="English" srclang="en" kind="captions" default\/>/.exec(
      post?.content ?? '',
    ) ?? ['']
    expect(post?.content).toContain(`"src":"${src}"`)
    expect(await on.desk.query('media', 'captions', { blogId: on.blogId, mediaId: null, src })).toBe(VTT)
    expect(await on.desk.query('posts', 'get', { postId })).toMatchObject({ state: 'published' })
    await on.desk.close()
  })

  test('that are none are refused at the border', async () => {
    const desk = openDesk(temporaryFolder())
    const call = desk.mutate('media', 'addCaptions', { fileName: 'film.vtt', vtt: 'WEBVTT\n\nno times' })
    await expect(call).rejects.toMatchObject({ data: { kind: 'invalid-input' } })
    await desk.close()
  })
})
