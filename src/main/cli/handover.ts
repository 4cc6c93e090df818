import { handoverLines, takenLines, waitingLine } from '../../shared/handover-sentences.ts'
import type { HandoverUse } from '../../shared/domain/handover.ts'
import { keyFingerprint } from '../../shared/key-fingerprint.ts'
import { CliError } from './cli-error.ts'
import type { Command } from './command.ts'
import { readFileAt } from './files.ts'
import { savePrepared } from './save-prepared.ts'
import { typedPassphrase } from './typed-passphrase.ts'

const USAGE = 'handover look|write move|successor [--as NAME] [--out FILE] [--stays], or handover read FILE'
const PASSPHRASE = 'ATTACHE_HANDOVER_PASSPHRASE'

/** The desk for another laptop or for a successor, as one file: `handover <verb> …`. */
export const handover: Command = async ({ desk, options, words, print }) => {
  const [verb, what, ...others] = words
  if (what === undefined || others.length > 0) throw new CliError(USAGE)
  switch (verb ?? '') {
    case 'look': {
      const contents = await desk.query('handover', 'contents', { use: useOf(what) })
      print(contents, [...handoverLines(contents), ...contents.waiting.map((each) => `Waits: ${waitingLine(each)}`)])
      return true
    }
    case 'write': {
      const name = options.as ?? (await desk.query('reviews', 'lastName'))
      const passphrase = await typedPassphrase(PASSPHRASE)
      const use = useOf(what)
      const file = await desk.mutate('handover', 'write', { use, passphrase, name, staysInUse: options.stays })
      return savePrepared(desk, file, options.out, print)
    }
    case 'read': {
      const bytes = readFileAt(what)
      const opened = await desk.mutate('handover', 'open', { bytes, passphrase: await typedPassphrase(PASSPHRASE) })
      const { backupId } = await desk.mutate('handover', 'takeIn', { id: opened.id })
      if (backupId !== null) await desk.restoreBackup(backupId)
      const taken = await desk.query('handover', 'arrived')
      await desk.mutate('handover', 'noteArrivedRead')
      print(taken, [
        `From ${opened.sentBy === '' ? 'somebody' : opened.sentBy}, signed with the key ${keyFingerprint(opened.signedBy)}.`,
        ...(taken === null ? [] : takenLines(taken)),
        ...opened.contents.waiting.map((each) => `Waited when the file was made: ${waitingLine(each)}`),
        ...(taken?.needSignIn ?? []).map((blog) => `Needs a sign-in: ${blog}`),
      ])
      return true
    }
    default:
      throw new CliError(USAGE)
  }
}

function useOf(what: string): HandoverUse {
  if (what !== 'move' && what !== 'successor') throw new CliError(USAGE)
  return what
}
