import type { TextDirection } from '../../../../shared/content/document.ts'
import { tiedState, type TiedBlock } from '../../../../shared/content/pairs/tie.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'

interface SourceBlockProps {
  block: TiedBlock
  language: string
  direction: TextDirection
  /** The caret is in what says it. */
  isHere: boolean
  /** null where the translation has nothing for it. */
  onGoTo: (() => void) | null
  onAgree: () => void
}

/** One paragraph of the source, and whether what says it says it still. */
export function SourceBlock({ block, language, direction, isHere, onGoTo, onAgree }: SourceBlockProps) {
  const state = tiedState(block)
  const words = block.source ?? block.said ?? ''
  const voice = { dir: direction, lang: language || undefined }
  return (
    <li className="tied-block" aria-current={isHere ? 'true' : undefined}>
      {state !== 'said' && <span className="badge tone-waits">{stateWords(state)}</span>}
      <p className="writers-voice tied-words" {...voice}>
        {state === 'gone' ? <del>{words}</del> : words}
      </p>
      {state === 'changed' && (
        <details className="tied-before">
          <summary>{t('As it was translated')}</summary>
          <p className="writers-voice" {...voice}>
            {block.said}
          </p>
        </details>
      )}
      <div className="tied-acts">
        {onGoTo && (
          <Button look="link" onPress={onGoTo}>
            {t('Go there', {}, 'to the paragraph that says it')}
          </Button>
        )}
        {state !== 'said' && <Button onPress={onAgree}>{agreeWords(state, onGoTo !== null)}</Button>}
      </div>
    </li>
  )
}

function stateWords(state: 'changed' | 'new' | 'gone'): string {
  switch (state) {
    case 'changed':
      return t('Changed since', {}, 'a paragraph of the source, since it was translated')
    case 'new':
      return t('Not translated yet', {}, 'a paragraph of the source')
    case 'gone':
      return t('No longer in the source')
  }
}

function agreeWords(state: 'changed' | 'new' | 'gone', hasPlace: boolean): string {
  switch (state) {
    case 'changed':
      return t('The translation says it')
    case 'new':
      return hasPlace ? t('It stays as it is') : t('The translation says it')
    case 'gone':
      return t('Keep it all the same')
  }
}
