import { readFileSync, writeFileSync } from 'node:fs'
import type { CallResponse } from '../../shared/contract/wire.ts'
import type { DeskLock } from '../../shared/domain/desk-lock.ts'
import { newReceivingPair } from '../core/sealing/person-key.ts'
import { systemRandom } from '../host/system-random.ts'
import { CliError } from './cli-error.ts'
import { openCore } from './command-desk.ts'
import { typedPassphrase } from './typed-passphrase.ts'

const USAGE = 'escrow make --out FILE, or escrow open --file FILE'
const NEW_PASSPHRASE = 'ATTACHE_NEW_PASSPHRASE'

interface EscrowOptions {
  profileFolder: string
  out?: string | undefined
  file?: string | undefined
}

type Print = (value: unknown, lines: string[]) => void

/** The house's own way into its desks: `escrow make` for the pair, `escrow open` for a desk whose owner is gone. */
export async function escrow(verb: string | undefined, options: EscrowOptions, print: Print): Promise<boolean> {
  if (verb === 'make' && options.out !== undefined) return make(options.out, print)
  if (verb === 'open' && options.file !== undefined) return open(options.profileFolder, options.file, print)
  throw new CliError(USAGE)
}

function make(path: string, print: Print): boolean {
  const { publicKey, secretKey } = newReceivingPair(systemRandom)
  try {
    writeFileSync(path, `${secretKey}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw new CliError(isThere ? `${path} is there already, and was left as it is.` : `${path} cannot be written.`)
  }
  print({ publicKey }, [
    `The secret is in ${path}: keep it where two people have to meet to reach it.`,
    `For the policy, as escrowKey: ${publicKey}`,
  ])
  return true
}

async function open(profileFolder: string, path: string, print: Print): Promise<boolean> {
  const escrowSecret = secretIn(path)
  const passphrase = await typedPassphrase(NEW_PASSPHRASE)
  const core = openCore(profileFolder)
  const ask = async (call: string, input?: unknown): Promise<DeskLock> => {
    const type = call === 'lock.state' ? 'query' : 'mutation'
    const response: CallResponse = await core.call({ type, path: call, input })
    if (!response.ok) throw new CliError(response.error)
    return response.data as DeskLock
  }
  try {
    const { state } = await ask('lock.state')
    if (state === 'open') throw new CliError('This desk opens without a key. Nothing was changed.')
    if (state === 'new') throw new CliError('There is no desk in this profile.')
    await ask('lock.unlock', { escrowSecret })
    await ask('lock.setPassphrase', { current: null, passphrase })
  } finally {
    await core.close()
  }
  print({ opened: true }, [
    'The desk opens with the new passphrase. The old one and the login of its owner no longer open it; its recovery code does.',
    'Whoever opens it next is told that the escrow key was used, and when.',
  ])
  return true
}

function secretIn(path: string): string {
  let secret = ''
  try {
    secret = readFileSync(path, 'utf8').trim()
  } catch {
    throw new CliError(`${path} cannot be read.`)
  }
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) throw new CliError(`${path} holds no escrow secret.`)
  return secret
}
