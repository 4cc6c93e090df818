import { defineConfig } from '@playwright/test'
import { findElectronBinary } from './test/e2e/find-electron-binary.ts'
import { findChromium } from './test/support/ensure-chromium.ts'

/** Headless Chromium that talks to nobody but the pages it is given. */
const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const electron = findElectronBinary()
// The configuration is read once more in each worker; the reason is said once.
if ('missing' in electron && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log(`not run: the journeys on real Electron: ${electron.missing}`)
}

/** The same journeys, on each host the desk has. */
export default defineConfig<{ host: 'node' | 'fake-electron' | 'electron' }>({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/build-first.ts',
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    launchOptions: { executablePath: findChromium() ?? '', args: CHROMIUM_FLAGS },
    // Keeping traces costs two fifths of the time: `npx playwright test NAME --trace on` where one is needed.
    trace: 'off',
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  },
  projects: [
    { name: 'node host in Chromium', use: { host: 'node' } },
    { name: 'built Electron program under the fake', use: { host: 'fake-electron' }, testMatch: /first-flight/ },
    ...('missing' in electron
      ? []
      : [{ name: 'real Electron', use: { host: 'electron' as const }, testMatch: /first-flight/ }]),
  ],
})
