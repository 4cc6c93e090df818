import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Input, Label, SearchField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { commandName, placeName } from '../../../../shared/commands/command-names.ts'
import { COMMAND_IDS, factsOf, type CommandPlace } from '../../../../shared/commands/commands.ts'
import { PLACE_KEYS } from '../../../../shared/commands/place-keys.ts'
import type { Shortcut } from '../../../../shared/commands/shortcut.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Keys } from '../../ui/keys.tsx'
import { useHandOut } from '../interchange/use-hand-out.ts'
import { isCalled } from './is-called.ts'
import './commands.css'

interface SheetLine {
  name: string
  keys: readonly Shortcut[]
}

const PLACES: readonly CommandPlace[] = ['desk', 'go', 'post', 'text', 'review', 'conversation', 'reading', 'outbox']

/** Every key of the desk, by where it means something; to be looked through, searched and printed. */
export function ShortcutsSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={t('Keyboard shortcuts')} isOpen={isOpen} onClose={onClose}>
      <Sheet onClose={onClose} />
    </Dialog>
  )
}

function Sheet({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const { print } = useHandOut()
  const groups = PLACES.map((place) => ({
    place,
    lines: linesOf(place).filter(({ name }) => isCalled(name, text)),
  })).filter(({ lines }) => lines.length > 0)
  return (
    <>
      <SearchField className="field" value={text} onChange={setText} autoFocus>
        <Label>{t('Find a shortcut')}</Label>
        <Input className="input" dir="auto" />
      </SearchField>
      <div className="shortcuts">
        <Groups groups={groups} />
      </div>
      {groups.length === 0 && <p className="field-hint">{t('No shortcut is called so.')}</p>}
      {createPortal(
        <div className="paper-only shortcuts-paper">
          <h1>{t('Keyboard shortcuts of Attaché')}</h1>
          <Groups groups={groups} />
        </div>,
        document.body,
      )}
      <div className="dialog-actions">
        <Button onPress={print}>{t('Print…')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </>
  )
}

function Groups({ groups }: { groups: { place: CommandPlace; lines: SheetLine[] }[] }) {
  return groups.map(({ place, lines }) => (
    <section key={place} className="shortcuts-group" aria-label={placeName(place)}>
      <h3>{placeName(place)}</h3>
      <dl>
        {lines.map(({ name, keys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {keys.map((each) => (
                <Keys key={each} of={each} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}

function linesOf(place: CommandPlace): SheetLine[] {
  const commands = COMMAND_IDS.flatMap((id): SheetLine[] => {
    const { shortcut, also = [], place: of } = factsOf(id)
    return of === place && shortcut !== undefined ? [{ name: commandName(id), keys: [shortcut, ...also] }] : []
  })
  const keys = PLACE_KEYS.filter((key) => key.place === place)
  return [...commands, ...keys.map((key) => ({ name: key.name(), keys: key.keys }))]
}
