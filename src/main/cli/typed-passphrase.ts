import { text as readAll } from 'node:stream/consumers'
import { CliError } from './cli-error.ts'

/** Never an argument, which every process of the machine can read. */
export async function typedPassphrase(variable: string): Promise<string> {
  const given = process.env[variable] ?? (await readAll(process.stdin)).replace(/\r?\n$/, '')
  if (given === '') throw new CliError(`The passphrase is read from ${variable} or from standard input.`)
  return given
}
