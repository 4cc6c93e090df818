import type { BlogId } from '../domain/ids.ts'
import type { DoctorVisit, SiteReportKind } from '../domain/doctor.ts'
import type { PreparedFile } from '../domain/interchange.ts'

/** A connected blog, or an address with or without an account that was just typed; that is kept nowhere. */
export type DoctorQuestion =
  { blogId: BlogId } | { address: string; account: { userName: string; applicationPassword: string } | null }

export interface DoctorService {
  /**
   * Resolves with the visit at its end; `doctor` events tell how it goes. Where one is under way it is ended first. What is
   * wrong is in the visit: throws only `no-such-item`, or `not-allowed-now` for a blog that the organisation does not allow.
   */
  visit(question: DoctorQuestion): Promise<DoctorVisit>
  /** The visit under way, or the last one since the start of the program. */
  last(): DoctorVisit | null
  /** Resolves when what was made is taken away again. */
  cancel(): Promise<void>
  /** What is for who runs the site, of the last visit, as a file that waits to be saved. Throws `no-such-item` before one. */
  prepareReport(as: SiteReportKind): PreparedFile
}
