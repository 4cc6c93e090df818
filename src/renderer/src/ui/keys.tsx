import { factsOf, type CommandId } from '../../../shared/commands/commands.ts'
import { shortcutWords, type Shortcut } from '../../../shared/commands/shortcut.ts'
import { IS_MAC } from './platform.ts'

/** Keys as they are printed on this computer’s keyboard. */
export const Keys = ({ of, className = 'keys' }: { of: Shortcut; className?: string }) => (
  <kbd className={className}>{shortcutWords(of, IS_MAC)}</kbd>
)

/** The key of a command, where it has one. */
export function CommandKeys({ id }: { id: CommandId }) {
  const { shortcut } = factsOf(id)
  return shortcut === undefined ? null : <Keys of={shortcut} className="menu-key" />
}
