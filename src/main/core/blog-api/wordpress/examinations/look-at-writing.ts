import { z } from 'zod'
import type { DoctorFinding, RefusedBy, SampleText } from '../../../../../shared/domain/doctor.ts'
import { isAppError } from '../../../../../shared/errors.ts'
import { answerError, type Answer } from '../answer-errors.ts'
import { DOCTOR_TITLE, doctorSlug } from '../doctor-draft.ts'
import { attention, broken, notLookedAt, refusedBy, serverCause, type ExaminedSite } from './examined-site.ts'
import { samples } from './sample-texts.ts'
import { sizedPicture } from './sized-picture.ts'
import { draftsOfDoctor, picturesOfDoctor, removeDraft, removePicture } from './remove-traces.ts'

const TEXT =
  'This draft was made by a program, Attaché, to find out whether the blog can be written to. The program takes it away again.'
const PARAGRAPH = `<!-- wp:paragraph -->\n<p>${TEXT}</p>\n<!-- /wp:paragraph -->`

const stored = z.object({ id: z.number().int().positive(), status: z.string(), content: z.object({ raw: z.string() }) })
const FIELDS = 'id,status,content.raw'

/** Makes a draft of the doctor's own words and reads it back. What an earlier visit could not take away goes first. */
export async function lookAtWriting(site: ExaminedSite): Promise<DoctorFinding> {
  for (const id of await draftsOfDoctor(site, site.askSigned)) await removeDraft(site.askSigned, id)
  site.hasWritten = true
  const json = { status: 'draft', slug: doctorSlug(site.token), title: DOCTOR_TITLE, content: PARAGRAPH }
  const answer = await made(site, () =>
    site.askSignedToTheEnd({ path: 'wp/v2/posts', query: { _fields: FIELDS }, json }),
  )
  const stopped = serverCause(answer)
  if (stopped) return broken(stopped)
  const draft = answerError(answer) ? null : stored.safeParse(answer.json)
  if (!draft?.success) return broken({ cause: 'write-refused', by: refusedBy(answer) })
  site.draftId = draft.data.id
  const back = await site.askSigned({
    path: `wp/v2/posts/${site.draftId}`,
    query: { context: 'edit', _fields: FIELDS },
  })
  const read = answerError(back) ? null : stored.safeParse(back.json)
  if (!read?.success) return broken({ cause: 'read-refused', by: refusedBy(back) })
  return { verdict: 'fine', fact: 'write' }
}

/**
 * Not cut when the visit is ended: what has left may be stored a moment later, and then nobody would take it away. Where the
 * answer is lost the draft may be there all the same; it is found by its name.
 */
async function made(site: ExaminedSite, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (isAppError(error))
      [site.draftId = null] = await foundLater(site, () => draftsOfDoctor(site, site.askSignedToTheEnd))
    throw error
  }
}

const LOOKED_FOR_AFTER_MS = [0, 1_000, 3_000]

/** Looks several times: the blog may be storing it just now. Nothing where it cannot look. */
async function foundLater({ clock }: ExaminedSite, look: () => Promise<number[]>): Promise<number[]> {
  for (const delayMs of LOOKED_FOR_AFTER_MS) {
    if (delayMs > 0) await new Promise<void>((resolve) => clock.after(delayMs, resolve))
    const ids = await look().catch(() => null)
    if (ids === null) return []
    if (ids.length > 0) return ids
  }
  return []
}

/** Puts each sample into the doctor's own draft by itself, so that the one that is refused has a name. */
export async function lookAtTexts(site: ExaminedSite): Promise<DoctorFinding> {
  if (site.draftId === null) return notLookedAt('write')
  const refused: { text: SampleText; by: RefusedBy }[] = []
  const stripped: SampleText[] = []
  const lost: SampleText[] = []
  for (const { text, markup, kept } of samples) {
    const path = `wp/v2/posts/${site.draftId}`
    const answer = await site.askSigned({ path, query: { _fields: FIELDS }, json: { content: markup } })
    const post = answerError(answer) ? null : stored.safeParse(answer.json)
    if (!post?.success) refused.push({ text, by: refusedBy(answer) })
    else if (!post.data.content.raw.includes(kept)) (isMarkup(text) ? stripped : lost).push(text)
  }
  const [first] = refused
  if (first) return broken({ cause: 'text-refused', texts: refused.map(({ text }) => text), by: first.by })
  if (lost.length > 0) return broken({ cause: 'letters-lost', texts: lost })
  return { verdict: 'fine', fact: 'texts', stripped }
}

/** Of which WordPress takes out what an account has no right to; letters it takes from nobody. */
const isMarkup = (text: SampleText): boolean => text === 'html' || text === 'iframe'

/** Just above what PHP takes unless told (2 MB and 8 MB), and one that every site takes. */
const SMALL_BYTES = 60_000
const SIZES_BYTES = [SMALL_BYTES, 2_200_000, 8_600_000]

const picture = z.object({
  id: z.number().int().positive(),
  media_details: z.object({ filesize: z.number().optional() }).nullish().catch(null),
})

/** Uploads pictures of exactly known sizes, from small to large, and takes each away at once. */
export async function lookAtUpload(site: ExaminedSite): Promise<DoctorFinding> {
  if (!site.rights.has('upload_files')) return { verdict: 'fine', fact: 'no-right-to-upload' }
  for (const id of await picturesOfDoctor(site, site.askSigned)) await removePicture(site.askSigned, id)
  const why = site.isPractice ? 'practice' : site.isMetered ? 'metered' : 'all'
  let tookBytes: number | null = null
  for (const sizeBytes of why === 'all' ? SIZES_BYTES : [SMALL_BYTES]) {
    const answer = await upload(site, sizeBytes)
    const id = uploadedId(answer)
    if (id !== null) site.pictureIds.add(id)
    const kept = answerError(answer) ? null : picture.safeParse(answer.json)
    if (!kept?.success) return tooSmall({ tookBytes, refusedBytes: sizeBytes, answer })
    const keptBytes = kept.data.media_details?.filesize
    if (keptBytes !== undefined && keptBytes !== sizeBytes) return attention({ cause: 'picture-altered', sizeBytes })
    if (await removePicture(site.askSigned, kept.data.id)) site.pictureIds.delete(kept.data.id)
    tookBytes = sizeBytes
  }
  return { verdict: 'fine', fact: 'upload', upToBytes: tookBytes ?? 0, why }
}

/** A small one is not cut, as the draft is not; a large one would keep whoever ends the visit waiting. */
async function upload(site: ExaminedSite, sizeBytes: number): Promise<Answer> {
  const ask = sizeBytes === SMALL_BYTES ? site.askSignedToTheEnd : site.askSigned
  try {
    return await ask({
      path: 'wp/v2/media',
      query: { _fields: 'id,media_details' },
      body: sizedPicture(sizeBytes),
      headers: {
        'content-type': 'image/png',
        'content-disposition': `attachment; filename="${doctorSlug(site.token)}.png"`,
      },
    })
  } catch (error) {
    const ids = await foundLater(site, () => picturesOfDoctor(site, site.askSignedToTheEnd))
    for (const id of ids) site.pictureIds.add(id)
    throw error
  }
}

/** Also of a picture that was stored although the answer is a failure. */
function uploadedId({ headers, json }: Answer): number | null {
  const told = picture.safeParse(json)
  if (told.success) return told.data.id
  const header = headers.get('x-wp-upload-attachment-id') ?? ''
  return /^\d+$/.test(header) ? Number(header) : null
}

function tooSmall(refusal: { tookBytes: number | null; refusedBytes: number; answer: Answer }): DoctorFinding {
  const { tookBytes, refusedBytes, answer } = refusal
  const by = refusedBy(answer)
  if (tookBytes === null) return broken({ cause: 'upload-refused', sizeBytes: refusedBytes, by })
  const cause = { cause: 'upload-small', tookBytes, refusedBytes, by } as const
  return tookBytes === SMALL_BYTES ? broken(cause) : attention(cause)
}
