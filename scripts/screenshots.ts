import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

/** The pictures of the README and the user guide: what each shows, and which of the visual set it is. */
const BEST: Record<string, string> = {
  'first-screen': 'set-en-first-screen-light',
  writing: 'set-en-editor-light',
  'before-you-publish': 'set-en-before-you-publish-dark',
  'two-languages': 'set-en-source-light',
  outbox: 'set-en-outbox-light',
  conversation: 'set-en-conversation-light',
  review: 'set-en-suggestions-light',
  'what-changed': 'set-en-conflict-light',
  boarding: 'set-en-boarding-light',
  search: 'set-en-search-dark',
  lessons: 'set-en-lessons-light',
  'today-arabic': 'set-ar-today-light',
}

const FOLDER = join(import.meta.dirname, '../docs/screenshots')

/** Walks through the visual set in English and Arabic, and keeps the best in a size that a repository bears. */
async function takeScreenshots(): Promise<void> {
  const taken = mkdtempSync(join(tmpdir(), 'attache-screenshots-'))
  const run = spawnSync('playwright', ['test', 'visual-set', '--grep', 'in (en|ar)$', '--reporter=list'], {
    stdio: 'inherit',
    env: { ...process.env, ATTACHE_SCREENSHOTS_TO: taken },
  })
  if (run.status === 0) {
    mkdirSync(FOLDER, { recursive: true })
    for (const file of readdirSync(FOLDER)) rmSync(join(FOLDER, file))
    for (const [name, picture] of Object.entries(BEST))
      await sharp(join(taken, `${picture}.png`))
        .webp({ quality: 82, effort: 6, smartSubsample: true })
        .toFile(join(FOLDER, `${name}.webp`))
  }
  rmSync(taken, { recursive: true, force: true })
  process.exitCode = run.status ?? 1
}

await takeScreenshots()
