import { BrowserWindow, dialog, ipcMain, type FileFilter, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { z } from 'zod'
import type { CoreTransport, HandOut, HandOutAnswer } from '../../../shared/contract/wire.ts'
import type { Log } from '../../core/ports.ts'
import { isFromDesk } from './ipc.ts'
import { policyNow } from './machine-policy.ts'
import { SaveError, writeChosenFile } from './write-chosen-file.ts'
import { t } from '../../../shared/words/t.ts'

const CHANNEL = 'attache:hand-out'

const handOutInput: z.ZodType<HandOut> = z.discriminatedUnion('what', [
  z.object({ what: z.literal('file'), fileId: z.uuid() }),
  z.object({ what: z.literal('pdf'), fileName: z.string().min(1).max(255) }),
  z.object({ what: z.literal('paper') }),
])

const kinds = (): Record<string, string> => ({
  '.attache-review': t('Attaché review', {}, 'kind of file'),
  '.docx': 'Word',
  '.html': t('Web page', {}, 'kind of file'),
  '.md': 'Markdown',
  '.pdf': 'PDF',
  '.txt': t('Text', {}, 'kind of file'),
  '.xml': t('WordPress export', {}, 'kind of file'),
  '.zip': 'Zip',
})

/**
 * Prints what the window shows a printer, and saves files where the person says: the system's dialogs ask, and only what
 * they were told to replace is replaced. The page names no path and learns only a name.
 */
export function serveHandOuts(core: Pick<CoreTransport, 'call'>, log: Log): void {
  ipcMain.handle(CHANNEL, async (event, value: unknown): Promise<HandOutAnswer> => {
    const request = handOutInput.safeParse(value)
    if (!isFromDesk(event) || !request.success) return { outcome: 'failed', why: 'other' }
    try {
      return await handOut(request.data, event, core)
    } catch (error) {
      const why = error instanceof SaveError ? error.why : 'other'
      log.warn('hand-out.failed', { what: request.data.what, why })
      return { outcome: 'failed', why }
    }
  })
}

async function handOut(
  request: HandOut,
  event: IpcMainInvokeEvent,
  core: Pick<CoreTransport, 'call'>,
): Promise<HandOutAnswer> {
  switch (request.what) {
    case 'paper':
      return print(event.sender)
    case 'pdf':
      if ((await policyNow(core)).forbiddenExports?.includes('post')) return { outcome: 'failed', why: 'by-policy' }
      return save(event.sender, request.fileName, () =>
        event.sender.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      )
    case 'file': {
      const response = await core.call({
        path: 'interchange.takeFile',
        type: 'query',
        input: { fileId: request.fileId },
      })
      if (!response.ok) return { outcome: 'failed', why: 'gone' }
      const { fileName, bytes } = response.data as { fileName: string; bytes: Uint8Array }
      return save(event.sender, fileName, () => Promise.resolve(bytes))
    }
  }
}

/** The bytes are made when it is known that they are wanted. */
async function save(page: WebContents, suggested: string, make: () => Promise<Uint8Array>): Promise<HandOutAnswer> {
  const fileName = basename(suggested.replaceAll('\\', '/'))
  const ending = extname(fileName)
  const options = {
    defaultPath: fileName,
    filters: filtersFor(ending),
    // Windows and macOS ask before they replace a file in any case.
    properties: ['createDirectory', 'showOverwriteConfirmation'] satisfies (
      'createDirectory' | 'showOverwriteConfirmation'
    )[],
  }
  const window = BrowserWindow.fromWebContents(page)
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || filePath === '') return { outcome: 'cancelled' }
  const path = withEnding(filePath, ending)
  const bytes = await make()
  await writeChosenFile(path, bytes)
  return { outcome: 'done', fileName: basename(path), sizeBytes: bytes.byteLength }
}

const filtersFor = (ending: string): FileFilter[] => {
  const name = kinds()[ending]
  return name === undefined ? [] : [{ name, extensions: [ending.slice(1)] }]
}

/** Linux’s dialog leaves a typed name as it is. Whatever bears the full name was not asked about, and stays. */
function withEnding(path: string, ending: string): string {
  const whole = `${path}${ending}`
  return extname(path) === '' && !existsSync(whole) ? whole : path
}

function print(page: WebContents): Promise<HandOutAnswer> {
  return new Promise((resolve) => {
    page.print({ silent: false, printBackground: true }, (isPrinted, reason) => {
      if (isPrinted) resolve({ outcome: 'done', fileName: '', sizeBytes: 0 })
      // Electron 44 tells it by this text alone.
      else if (/cancel/i.test(reason)) resolve({ outcome: 'cancelled' })
      else resolve({ outcome: 'failed', why: 'printer' })
    })
  })
}
