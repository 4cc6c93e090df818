import { app, dialog, shell } from 'electron'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../../core/ports.ts'
import { netFetch } from '../net-fetch.ts'
import type { InstallerKind } from './decide-update.ts'
import type { Policy } from '../../../../shared/domain/policy.ts'
import { updateRefused } from './update-sentences.ts'
import { offerUpdate, type UpdateDesk } from './offer-update.ts'
import { feedUnder, updateOnDisk, updateOnFeed } from './update-source.ts'
import { t } from '../../../../shared/words/t.ts'

/** Put in by the build from ATTACHE_UPDATE_PUBLIC_KEY; empty without it. */
declare const ATTACHE_UPDATE_PUBLIC_KEY: string

/**
 * Updates from a file whenever somebody chooses one, unless the policy says from nowhere. By a feed only where the policy names one, or, where it says
 * nothing of updates, the machine's environment in ATTACHE_UPDATE_FEED: then it is asked once at each start. Without it this asks the network
 * nothing.
 */
export function openUpdates(profileFolder: string, log: Log, policy: () => Promise<Policy>): { fromFile: () => void } {
  const desk: UpdateDesk = {
    running: {
      version: app.getVersion(),
      arch: process.arch,
      installs: installsHere(),
      publicKey: ATTACHE_UPDATE_PUBLIC_KEY,
    },
    folder: join(profileFolder, 'update'),
    log,
    async ask({ message, detail, buttons }) {
      const cancelId = buttons.length - 1
      const { response } = await dialog.showMessageBox({
        type: 'question',
        message,
        detail,
        buttons,
        defaultId: cancelId,
        cancelId,
        noLink: true,
      })
      return response
    },
    async tell({ message, detail }) {
      await dialog.showMessageBox({ type: 'info', message, detail, buttons: [t('OK')] })
    },
    openInstaller: (path) => shell.openPath(path),
  }
  const note = (error: unknown): void => log.warn('update.failed', { name: error instanceof Error ? error.name : '' })

  const lookAtFeed = async (): Promise<void> => {
    const feed = feedUnder(await policy(), process.env['ATTACHE_UPDATE_FEED'])
    if (feed !== null) await offerUpdate(desk, updateOnFeed(feed, netFetch), true)
  }
  const takeFromFile = async (): Promise<void> => {
    if ((await policy()).updates?.from === 'nowhere') return desk.tell(updateRefused('by-policy', null, ''))
    const path = await chooseDescription()
    if (path !== null) await offerUpdate(desk, updateOnDisk(path), false)
  }
  lookAtFeed().catch(note)
  return { fromFile: () => void takeFromFile().catch(note) }
}

async function chooseDescription(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title: t('The update’s description'),
    filters: [{ name: t('Update', {}, 'kind of file'), extensions: ['json'] }],
    properties: ['openFile'],
  })
  return filePaths[0] ?? null
}

function installsHere(): InstallerKind | null {
  if (process.platform === 'win32') return 'exe'
  if (process.platform === 'darwin') return 'dmg'
  if (process.env['APPIMAGE'] !== undefined) return null
  return existsSync('/usr/bin/dpkg') ? 'deb' : existsSync('/usr/bin/rpm') ? 'rpm' : null
}
