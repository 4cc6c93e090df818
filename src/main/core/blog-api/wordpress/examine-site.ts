import {
  EXAMINATIONS,
  type DoctorFinding,
  type Examination,
  type ExaminationId,
  type TriedRequest,
} from '../../../../shared/domain/doctor.ts'
import { broken, isSameHost, lineCause, notLookedAt, openExaminedSite } from './examinations/examined-site.ts'
import type { ExaminedSite, SiteLine } from './examinations/examined-site.ts'
import { lookAtNotes, lookAtPasswords, lookAtReading, lookAtSignIn } from './examinations/look-at-account.ts'
import { lookAtAddress, lookAtCertificate, lookAtClock, lookAtLine } from './examinations/look-at-address.ts'
import { lookAtBlog, lookAtDoor, lookAtLanguage, lookAtPermalinks, lookAtVersion } from './examinations/look-at-door.ts'
import { lookAtTexts, lookAtUpload, lookAtWriting } from './examinations/look-at-writing.ts'
import { recordRequests, type RequestRecord } from './examinations/record-requests.ts'
import { takeTracesAway } from './examinations/remove-traces.ts'

/** Each examination: what has to be well before it can be asked, and how it is. */
const PLAN: Record<
  ExaminationId,
  { needs: ExaminationId | null; look: (site: ExaminedSite) => Promise<DoctorFinding> }
> = {
  address: { needs: null, look: lookAtAddress },
  line: { needs: 'address', look: lookAtLine },
  certificate: { needs: 'line', look: lookAtCertificate },
  blog: { needs: 'certificate', look: lookAtBlog },
  door: { needs: 'blog', look: lookAtDoor },
  permalinks: { needs: 'door', look: lookAtPermalinks },
  clock: { needs: 'door', look: lookAtClock },
  version: { needs: 'blog', look: lookAtVersion },
  language: { needs: 'blog', look: lookAtLanguage },
  passwords: { needs: 'door', look: lookAtPasswords },
  'sign-in': { needs: 'passwords', look: lookAtSignIn },
  read: { needs: 'sign-in', look: lookAtReading },
  write: { needs: 'read', look: lookAtWriting },
  texts: { needs: 'write', look: lookAtTexts },
  upload: { needs: 'sign-in', look: lookAtUpload },
  notes: { needs: 'sign-in', look: lookAtNotes },
  traces: { needs: null, look: takeTracesAway },
}

export type { ExaminedAccount } from './examinations/examined-site.ts'

export interface Progress {
  current: ExaminationId | null
  examinations: Examination[]
  tried: TriedRequest[]
}

/**
 * Looks at a site from its address to a draft of the doctor's own, one after the other; what an earlier failure makes
 * unanswerable is not asked. Nothing is published, nothing a person wrote is read or sent, and what was made is taken away,
 * also when `signal` ended the visit. The password goes to the site's own origin over TLS (or on this laptop) and nowhere else.
 * `onProgress` hears of each step. Rejects for none of what it looks for.
 */
export async function examineSite(
  given: Parameters<typeof openExaminedSite>[0],
  line: SiteLine & { onProgress: (progress: Progress) => void },
): Promise<Progress> {
  const { signal, onProgress } = line
  const requests: RequestRecord = recordRequests({
    clock: given.clock,
    isOfSite: (url) => site.address !== null && isSameHost(url, site.address),
  })
  const site = openExaminedSite(given, { ...line, requests: () => requests })
  const examinations: Examination[] = EXAMINATIONS.map((id) => ({ id, finding: null }))
  const progress = (current: ExaminationId | null): Progress => ({
    current,
    examinations: examinations.map((each) => ({ ...each })),
    tried: [...requests.tried],
  })
  const verdictOf = (id: ExaminationId): DoctorFinding | null =>
    examinations.find((each) => each.id === id)?.finding ?? null

  /** The examination to which it comes back, through all that was not looked at for the same reason. */
  function blocker(id: ExaminationId): DoctorFinding | null {
    const { needs } = PLAN[id]
    const needed = needs === null ? null : verdictOf(needs)
    if (needs !== null && needed?.verdict === 'broken') return notLookedAt(needs)
    return needed?.verdict === 'not-looked-at' ? needed : null
  }

  for (const each of examinations) {
    requests.begin(each.id)
    onProgress(progress(each.id))
    each.finding = blocker(each.id) ?? (await lookUnlessCancelled(each.id))
  }
  const last = progress(null)
  onProgress(last)
  return last

  async function lookUnlessCancelled(id: ExaminationId): Promise<DoctorFinding> {
    if (signal.aborted && id !== 'traces') return notLookedAt('cancelled')
    try {
      return await PLAN[id].look(site)
    } catch (error) {
      if (signal.aborted) return notLookedAt('cancelled')
      const cause = lineCause(error)
      if (cause === null) throw error
      return broken(cause)
    }
  }
}
