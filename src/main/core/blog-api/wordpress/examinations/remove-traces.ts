import { z } from 'zod'
import type { DoctorFinding, LeftBehind } from '../../../../../shared/domain/doctor.ts'
import { DOCTOR_TITLE, doctorSlug } from '../doctor-draft.ts'
import type { SignedLine } from '../signed-line.ts'
import { attention, broken, notLookedAt, type ExaminedSite } from './examined-site.ts'

type AskSigned = SignedLine['ask']

const found = z.array(z.object({ id: z.number().int().positive(), title: z.object({ raw: z.string() }) }))
const foundPictures = z.array(z.object({ id: z.number().int().positive() }))

/** Drafts of this desk's doctor that are there, in the trash too. By slug and title: nothing a person wrote has both. */
export async function draftsOfDoctor(site: ExaminedSite, ask: AskSigned): Promise<number[]> {
  const slug = doctorSlug(site.token)
  const query = { context: 'edit', status: 'any,trash', slug: `${slug},${slug}__trashed`, _fields: 'id,title.raw' }
  const list = found.safeParse((await ask({ path: 'wp/v2/posts', query })).json)
  return list.success ? list.data.filter(({ title }) => title.raw === DOCTOR_TITLE).map(({ id }) => id) : []
}

export async function picturesOfDoctor(site: ExaminedSite, ask: AskSigned): Promise<number[]> {
  const query = { slug: doctorSlug(site.token), _fields: 'id' }
  const list = foundPictures.safeParse((await ask({ path: 'wp/v2/media', query })).json)
  return list.success ? list.data.map(({ id }) => id) : []
}

/** For good, its revisions too; where that is refused into the trash. null: it is gone, which was looked at. */
export async function removeDraft(ask: AskSigned, id: number): Promise<LeftBehind | null> {
  const path = `wp/v2/posts/${id}`
  const isGone = async (): Promise<boolean> =>
    (await ask({ path, query: { context: 'edit', _fields: 'id' } })).status === 404
  await remove(ask, path, { force: 'true' })
  if (await isGone()) return null
  const trashed = await remove(ask, path, {})
  if (await isGone()) return null
  return trashed.status === 200 || trashed.status === 410 ? 'trash' : 'draft'
}

/** Whether it is gone, which was looked at. */
export async function removePicture(ask: AskSigned, id: number): Promise<boolean> {
  const path = `wp/v2/media/${id}`
  await remove(ask, path, { force: 'true' })
  return (await ask({ path, query: { _fields: 'id' } })).status === 404
}

/** Some hosts refuse the method DELETE, some the header in its place. */
async function remove(ask: AskSigned, path: string, query: Record<string, string>) {
  const byHeader = await ask({ method: 'POST', path, query, headers: { 'x-http-method-override': 'DELETE' } })
  if (byHeader.status === 200 || byHeader.status === 404 || byHeader.status === 410) return byHeader
  return ask({ method: 'POST', path, query: { ...query, _method: 'DELETE' } })
}

/** Takes away what the visit made, also when it was cancelled or the line broke on the way. Throws nothing. */
export async function takeTracesAway(site: ExaminedSite): Promise<DoctorFinding> {
  if (!site.hasWritten && site.pictureIds.size === 0) return notLookedAt('nothing-written')
  const ask = site.askSignedToTheEnd
  let draft: LeftBehind | null = null
  try {
    if (site.draftId === null) [site.draftId = null] = await draftsOfDoctor(site, ask)
    if (site.draftId !== null) draft = await removeDraft(ask, site.draftId)
  } catch {
    draft = 'unknown'
  }
  for (const id of site.pictureIds) {
    if (await removePicture(ask, id).catch(() => false)) site.pictureIds.delete(id)
  }
  const pictureCount = site.pictureIds.size
  if (draft === null && pictureCount === 0) return { verdict: 'fine', fact: 'no-traces' }
  const cause = { cause: 'traces-left', draft, pictureCount } as const
  return draft === 'trash' && pictureCount === 0 ? attention(cause) : broken(cause)
}
