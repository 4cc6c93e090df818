import type { Today } from '../domain/today.ts'

/** The desk in one look. */
export interface TodayService {
  /** From the desk alone, without a line; changes nothing. */
  look(): Today
}
