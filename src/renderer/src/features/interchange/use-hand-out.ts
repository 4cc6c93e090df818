import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { HandOut } from '../../../../shared/contract/wire.ts'
import type { PreparedFile } from '../../../../shared/domain/interchange.ts'
import { handOutFaultSentence } from '../../../../shared/hand-out-sentences.ts'
import { byteWords } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'

interface HandOuts {
  /** `note` follows what is said when it is saved. */
  saveFile: (file: PreparedFile, note?: string) => void
  print: () => void
  /** null where the browser's own print dialog offers it. */
  savePdf: ((fileName: string) => void) | null
}

/** Paper and files, by the host's own dialogs; a browser prints and downloads as it always does. */
export function useHandOut(): HandOuts {
  const { handOut } = useCore().transport
  if (!handOut)
    return {
      saveFile(file, note) {
        download(file)
        showToast({ text: savedWords(file, note) })
      },
      print: () => window.print(),
      savePdf: null,
    }

  async function ask(request: HandOut, note?: string): Promise<void> {
    const answer = await handOut?.(request).catch(() => ({ outcome: 'failed', why: 'other' }) as const)
    if (answer?.outcome === 'failed') showToast({ text: handOutFaultSentence(answer.why) })
    if (answer?.outcome === 'done' && answer.fileName !== '') showToast({ text: savedWords(answer, note) })
  }
  return {
    saveFile: ({ fileId }, note) => void ask({ what: 'file', fileId }, note),
    print: () => void ask({ what: 'paper' }),
    savePdf: (fileName) => void ask({ what: 'pdf', fileName }),
  }
}

function savedWords({ fileName, sizeBytes }: Omit<PreparedFile, 'fileId'>, note = ''): string {
  const saved = t('Saved as {name} ({size}).', { name: fileName, size: byteWords(sizeBytes) })
  return note === '' ? saved : `${saved} ${note}`
}

function download({ fileId, fileName }: PreparedFile): void {
  const link = document.createElement('a')
  link.href = `file/${fileId}`
  link.download = fileName
  link.click()
}
