import { app, dialog } from 'electron'
import { resolve } from 'node:path'
import type { CallRequest, CoreTransport } from '../../../shared/contract/wire.ts'
import { errorSentence } from '../../../shared/sentences.ts'
import { t } from '../../../shared/words/t.ts'

const SCHEME = 'attache'

/**
 * Takes `attache://approved?…`, by which a blog's approval page sends the password back: from macOS as an event, elsewhere
 * as an argument of this or a second start. `onReturn` runs for each, whatever came of it. The address holds a password:
 * it goes to the core and nowhere else, no log and no dialog.
 */
export function followApprovalReturns(core: Pick<CoreTransport, 'call'>, onReturn: () => void): void {
  registerScheme()
  const take = (address: string): void => {
    onReturn()
    const request = approvalCall(address)
    if (request) void complete(core, request)
  }
  app.on('open-url', (event, address) => {
    event.preventDefault()
    take(address)
  })
  app.on('second-instance', (_event, commandLine) => {
    const address = returnAddressIn(commandLine)
    if (address === null) onReturn()
    else take(address)
  })
  const address = returnAddressIn(process.argv)
  if (address !== null) take(address)
}

/** The core call for a return address; null when the person refused, or it is no such address. */
function approvalCall(address: string): CallRequest | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== `${SCHEME}:` || url.host !== 'approved') return null
  const [state, siteUrl, userName, applicationPassword] = ['state', 'site_url', 'user_login', 'password'].map((name) =>
    url.searchParams.get(name),
  )
  if (!state || !siteUrl || !userName || !applicationPassword) return null
  return {
    path: 'blogs.completeApproval',
    type: 'mutation',
    input: { state, siteUrl, userName, applicationPassword },
  }
}

async function complete(core: Pick<CoreTransport, 'call'>, request: CallRequest): Promise<void> {
  const response = await core.call(request)
  if (response.ok) return
  const { what, kept, next } = errorSentence(response.error)
  await dialog.showMessageBox({ type: 'warning', message: what, detail: `${kept} ${next}`.trim(), buttons: [t('OK')] })
}

function returnAddressIn(commandLine: string[]): string | null {
  return commandLine.find((argument) => argument.startsWith(`${SCHEME}:`)) ?? null
}

/** Run from source, the program is Electron itself with a path, and the system must be told both. */
function registerScheme(): void {
  const entry = process.argv[1]
  if (app.isPackaged || entry === undefined) app.setAsDefaultProtocolClient(SCHEME)
  else app.setAsDefaultProtocolClient(SCHEME, process.execPath, [resolve(entry)])
}
