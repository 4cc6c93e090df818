import { useEffect } from 'react'
import { COMMAND_IDS, factsOf, type CommandId } from '../../../../shared/commands/commands.ts'
import { isPressed } from '../../../../shared/commands/shortcut.ts'
import { useCore } from '../../api/queries.ts'
import { IS_MAC } from '../../ui/platform.ts'
import { runCommand } from './registered-commands.ts'

/** The keys of every command, and what the menu of the program asks for; the menu only shows the keys. */
export function useCommandKeys(): void {
  const { transport } = useCore()
  useEffect(() => {
    const stopMenu = transport.onMenu((command) => void runCommand(command))
    const before = (event: KeyboardEvent): void => obey(event, true)
    const after = (event: KeyboardEvent): void => obey(event, false)
    window.addEventListener('keydown', before, { capture: true })
    window.addEventListener('keydown', after)
    return () => {
      stopMenu()
      window.removeEventListener('keydown', before, { capture: true })
      window.removeEventListener('keydown', after)
    }
  }, [transport])
}

function obey(event: KeyboardEvent, isFirst: boolean): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const id = COMMAND_IDS.find((each) => isMeant(each, event, isFirst))
  if (id && runCommand(id)) event.preventDefault()
}

function isMeant(id: CommandId, event: KeyboardEvent, isFirst: boolean): boolean {
  const { shortcut, also = [], isFirst: goesFirst = false, isAlwaysObeyed = false } = factsOf(id)
  if (goesFirst !== isFirst || shortcut === undefined) return false
  const pressed = [shortcut, ...also].find((each) => isPressed(each, event, IS_MAC))
  if (pressed === undefined) return false
  // A sign alone is a sign where somebody writes.
  if (pressed.length === 1 && isWriting(event.target)) return false
  return isAlwaysObeyed || document.querySelector(QUESTION) === null
}

/** Answered, or put away, first. */
const QUESTION = '.dialog-box, .search-panel'

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable="true"], [role="menu"]') !== null
