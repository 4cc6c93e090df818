import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { RunningProgram } from '../../../../src/main/host/electron/updates/decide-update.ts'

export interface Maker {
  publicKey: string
  privateKey: KeyObject
}

export function newMaker(): Maker {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    privateKey,
  }
}

export const running = (maker: Maker): RunningProgram => ({
  version: '1.4.2',
  arch: 'x64',
  installs: 'deb',
  publicKey: maker.publicKey,
})

export const anInstaller = {
  kind: 'deb',
  arch: 'x64',
  fileName: 'attache-1.5.0-linux-amd64.deb',
  sha256: 'a'.repeat(64),
  sizeBytes: 12,
}

export function signedUpdate(
  maker: Maker,
  change: { version?: string; files?: object[]; format?: string } = {},
): string {
  const signed = JSON.stringify({ format: 'attache-update-1', version: '1.5.0', files: [anInstaller], ...change })
  return JSON.stringify({ signed, signature: sign(null, Buffer.from(signed), maker.privateKey).toString('base64') })
}
