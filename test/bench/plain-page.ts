import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** A page with one of the plain editors beside this file and nothing else; it gives `window.openPlain`. */
export async function plainPage(entry: 'plain-prosemirror.ts' | 'plain-tiptap.ts'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-plain-'))
  try {
    await build({
      configFile: false,
      root: join(import.meta.dirname, '../..'),
      logLevel: 'error',
      build: {
        outDir: folder,
        lib: { entry: join(import.meta.dirname, entry), formats: ['es'], fileName: 'plain' },
      },
    })
    const script = await readFile(join(folder, 'plain.js'), 'utf8')
    return `<!doctype html><meta charset="utf-8"><title>plain</title>
<style>body { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif } .ProseMirror { white-space: break-spaces; overflow-wrap: break-word; outline: none }</style>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
