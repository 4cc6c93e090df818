import type { ListMark } from './blog-api.ts'

/** A wall clock counts on without a zone. */
export const msOf = (mark: ListMark): number => Date.parse(`${mark}Z`)

export const shifted = (mark: ListMark, ms: number): ListMark =>
  new Date(msOf(mark) + ms).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)
