import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const APT_PACKAGES = ['chromium', 'fonts-noto-core']

/**
 * A Chromium for the end-to-end tests: Playwright's own, else the system's, else fetched with Playwright's installer, else
 * with apt. `missing` says why there is none.
 */
export function ensureChromium(): { path: string } | { missing: string } {
  const found = findChromium()
  if (found !== null) return { path: found }
  const download = spawnSync('npx', ['playwright', 'install', 'chromium'], { encoding: 'utf8' })
  const downloaded = findChromium()
  if (downloaded !== null) return { path: downloaded }
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) {
    return {
      missing: `Playwright could not install Chromium (exit ${download.status}), and apt is not to be had here.`,
    }
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...APT_PACKAGES], { stdio: 'inherit', env })
  const installed = findChromium()
  return installed === null ? { missing: 'Neither Playwright nor apt could install Chromium.' } : { path: installed }
}

/** Without installing anything. */
export function findChromium(): string | null {
  const playwrights = chromium.executablePath()
  if (existsSync(playwrights)) return playwrights
  return existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : null
}
