import { app, dialog } from 'electron'
import type { CoreTransport } from '../../../shared/contract/wire.ts'
import { giveReviewFile, reviewFilesIn } from '../opened-files.ts'
import { t } from '../../../shared/words/t.ts'

/**
 * Listens for review files opened by a double click: by macOS as an event, which comes before the program is ready when it starts
 * with one; elsewhere as an argument of this or a second start. Call at once; what that gives, when there is a core and a window.
 */
export function collectOpenedFiles(): (core: Pick<CoreTransport, 'call'>, show: () => void) => void {
  const early = reviewFilesIn(process.argv, process.cwd())
  let take = (path: string): void => void early.push(path)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take(path)
  })
  app.on('second-instance', (_event, commandLine, workingFolder) => {
    for (const path of reviewFilesIn(commandLine, workingFolder)) take(path)
  })
  return (core, show) => {
    take = (path) => {
      show()
      void give(core, path)
    }
    for (const path of early) take(path)
  }
}

async function give(core: Pick<CoreTransport, 'call'>, path: string): Promise<void> {
  const problem = await giveReviewFile(core, path)
  if (problem !== null) await dialog.showMessageBox({ type: 'warning', message: problem, buttons: [t('OK')] })
}
