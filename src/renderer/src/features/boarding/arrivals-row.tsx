import { Checkbox } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { byteWords, entryStateWords } from '../../../../shared/sentences.ts'
import { Icon } from '../../ui/icon.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { shortTime } from '../../ui/times.ts'
import { entryKindWords } from '../outbox/entry-kind-words.ts'
import { doesGo, type Going } from './who-goes.ts'

interface ArrivalsRowProps {
  entry: OutboxEntry
  fate: Going
  waitsForNames: string[]
  onKeep: (isKept: boolean) => void
}

export function ArrivalsRow({ entry, fate, waitsForNames, onKeep }: ArrivalsRowProps) {
  const isOwnChoice = fate === 'chosen' || fate === 'kept'
  const name = entry.what || t('Untitled')
  return (
    <div className="arrivals-row" {...(doesGo(fate) ? {} : { 'data-stays': true })}>
      <Checkbox
        className="checkbox"
        aria-label={t('Send {name}', { name })}
        isSelected={doesGo(fate)}
        isDisabled={!isOwnChoice}
        onChange={(isSelected) => onKeep(!isSelected)}
      >
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
      </Checkbox>
      <div className="arrivals-words">
        <p className="writers-voice">
          <bdi>{name}</bdi>
        </p>
        <p className="field-hint">
          {t('{kind} · {size} · since {time}', {
            kind: entryKindWords(entry),
            size: byteWords(entry.sizeBytes),
            time: shortTime(entry.createdAt),
          })}
          {waitsForNames.length > 0 && ` · ${t('goes after {names}', { names: waitsForNames.join(', ') })}`}
          {fate === 'needed' && ` · ${t('goes with its post')}`}
          {fate === 'behind' && ` · ${t('stays with what it belongs to')}`}
        </p>
      </div>
      {entry.state !== 'ready' && <StateBadge words={entryStateWords(entry)} />}
    </div>
  )
}
