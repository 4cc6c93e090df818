import type { Log } from '../../../core/ports.ts'
import { decideUpdate, type RunningProgram } from './decide-update.ts'
import { takeInstaller } from './take-installer.ts'
import { updateQuestion, updateRefused } from './update-sentences.ts'
import type { UpdateSource } from './update-source.ts'
import { t } from '../../../../shared/words/t.ts'

export interface UpdateDesk {
  running: RunningProgram
  /** A folder of the desk's own that may be emptied. */
  folder: string
  log: Log
  /** Answers which button was pressed; closing the question is the last. */
  ask(question: { message: string; detail: string; buttons: string[] }): Promise<number>
  tell(told: { message: string; detail: string }): Promise<void>
  /** Hands the checked file to the system. Answers what went wrong, or ''. */
  openInstaller(path: string): Promise<string>
}

/**
 * Reads, checks, asks, checks the installer itself, and leaves the installing to the system. `quietly`: a check that nobody asked for in this
 * moment says nothing unless there is something to install.
 */
export async function offerUpdate(desk: UpdateDesk, source: UpdateSource, quietly: boolean): Promise<void> {
  const { running, log } = desk
  const refuse = async (...[why, offered]: [Parameters<typeof updateRefused>[0], string | null]): Promise<void> => {
    log.info('update.refused', { why, offered })
    if (!quietly) await desk.tell(updateRefused(why, offered, running.version))
  }
  let text: string
  try {
    text = await source.description()
  } catch {
    return refuse('could-not-be-read', null)
  }
  const decision = decideUpdate(running, text)
  if (decision.decided === 'refused') return refuse(decision.why, decision.version)

  const { installer } = decision
  if ((await desk.ask(updateQuestion(installer.version, running.version))) !== 0) return
  const taken = await takeInstaller(installer, () => source.installer(installer.fileName), desk.folder)
  // From here on somebody waits for the installer, and is told why it does not come.
  if ('fault' in taken) {
    log.warn('update.refused', { why: taken.fault, offered: installer.version })
    return desk.tell(updateRefused(taken.fault, installer.version, running.version))
  }
  const trouble = await desk.openInstaller(taken.path)
  log.info('update.opened', { version: installer.version, isOpened: trouble === '' })
  if (trouble !== '')
    await desk.tell({
      message: t('The installer could not be opened.'),
      detail: t('It was checked and lies at {path}. Open it there, or ask whoever looks after this computer.', {
        path: taken.path,
      }),
    })
}
