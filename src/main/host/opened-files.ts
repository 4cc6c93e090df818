import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CoreTransport } from '../../shared/contract/wire.ts'
import { reviewFileRefusal } from '../../shared/review-file-refusal.ts'
import { errorLine } from '../../shared/sentences.ts'
import { REVIEW_FILE_LIMITS } from '../core/review-file/review-file-limits.ts'
import { t } from '../../shared/words/t.ts'

/** The review files among the arguments of a start, as paths. Linux names them by address where the menu entry says so. */
export function reviewFilesIn(commandLine: readonly string[], workingFolder: string): string[] {
  return commandLine
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.attache-review'))
    .flatMap((argument) => {
      if (!/^file:\/\//i.test(argument)) return [resolve(workingFolder, argument)]
      try {
        return [fileURLToPath(argument)]
      } catch {
        return []
      }
    })
}

/** Hands a file to the core, which has the window open it. Gives a sentence where that cannot be, else null. */
export async function giveReviewFile(core: Pick<CoreTransport, 'call'>, path: string): Promise<string | null> {
  const fileName = basename(path).slice(-255)
  try {
    if ((await stat(path)).size > REVIEW_FILE_LIMITS.fileBytes) {
      const { what, kept } = reviewFileRefusal('too-large')
      return `${t('“{fileName}” was not opened.', { fileName })} ${what} ${kept}`
    }
    const bytes = new Uint8Array(await readFile(path))
    const answer = await core.call({ path: 'reviews.give', type: 'mutation', input: { fileName, bytes } })
    return answer.ok ? null : errorLine(answer.error, 'asking')
  } catch {
    return t('“{fileName}” cannot be read. It may have been moved, or the stick was pulled out.', { fileName })
  }
}
