import { writeFile } from 'node:fs/promises'
import { CliError } from './cli-error.ts'
import type { Command } from './command.ts'

/** `diagnostics`: what IT needs without what a person wrote; printed, or saved with `--out`. */
export const diagnostics: Command = async ({ desk, options, print }) => {
  const { text } = await desk.mutate('diagnostics', 'collect', { withAddresses: options['with-addresses'] })
  if (options.out === undefined) {
    print({ text }, text.split('\n'))
    return true
  }
  await writeFile(options.out, text).catch(() => {
    throw new CliError(`The diagnostics could not be saved to ${options.out}.`)
  })
  print({ path: options.out }, [`Saved: ${options.out}. Read it before you send it.`])
  return true
}
