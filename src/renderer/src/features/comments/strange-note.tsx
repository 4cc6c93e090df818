import { findStrange, type Strangeness } from '../../../../shared/content/strange-letters.ts'
import { t } from '../../../../shared/words/t.ts'

/** Says that something in a comment, or in its writer's name, may be meant to be taken for something else. */
export function StrangeNote({ name, strange }: { name: string; strange: ReadonlySet<Strangeness> }) {
  const isNameMixed = findStrange(name).some(({ kind }) => kind === 'mixed')
  const sentences = [
    isNameMixed ? t('The name mixes letters of alphabets that look alike.') : '',
    strange.has('mixed') ? t('A word that is marked here mixes letters of alphabets that look alike.') : '',
    strange.has('turned')
      ? t('Where ⇄ stands, letters were turned round to be read as something else; they are shown as they were typed.')
      : '',
  ].filter((sentence) => sentence !== '')
  if (sentences.length === 0) return null
  return <p className="strange-note">{sentences.join(' ')}</p>
}
