import type { Settings } from '../../../../shared/contract/settings-input.ts'

type Minutes = Settings['lockAfterMinutes']

const CHOICES: Minutes[] = [5, 10, 30, 60, null]

/** What there is to choose; null is never. `limit`: the organisation's, null for none. A time that another version chose stands among the others. */
export function lockChoices(chosen: Minutes, limit: Minutes): Minutes[] {
  if (limit === null) return CHOICES.includes(chosen) ? CHOICES : [chosen, ...CHOICES]
  const minutes = [chosen, limit, ...CHOICES].filter((each) => each !== null).filter((each) => each <= limit)
  return [...new Set(minutes)].toSorted((one, other) => one - other)
}
