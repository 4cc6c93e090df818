import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where each thing of one desk lies. Both hosts use the same places, so the same desk opens under either. */
export interface Profile {
  folder: string
  databasePath: string
  mediaFolder: string
  practiceFolder: string
  passwordsPath: string
  logFolder: string
}

export function profileIn(folder: string): Profile {
  return {
    folder,
    databasePath: join(folder, 'desk.sqlite'),
    mediaFolder: join(folder, 'media'),
    practiceFolder: join(folder, 'practice-blog'),
    passwordsPath: join(folder, 'passwords.sealed'),
    logFolder: join(folder, 'log'),
  }
}

/** Makes the folder, readable by its owner only. Throws what the file system throws. */
export function openProfile(folder: string): Profile {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return profileIn(folder)
}

/** The folder that Electron calls `userData` for a program named `attache` on this system. */
export function defaultProfileFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string {
  if (platform === 'win32') return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'attache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'attache')
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'attache')
}
