import type { BlockNode } from '../document.ts'
import { italic, paragraph } from './blocks.ts'

export interface Signatory {
  name: string
  role: string
  place: string
}

/** The lines under a text that say who wrote it; none when nothing is known. */
export function signOff({ name, role, place }: Signatory): BlockNode[] {
  const lines = [name, [role, place].filter((part) => part.trim() !== '').join(', ')].filter(
    (line) => line.trim() !== '',
  )
  return lines.length === 0 ? [] : [paragraph(italic(`— ${lines.join(', ')}`))]
}
