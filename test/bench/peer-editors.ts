import { readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { LEXICAL, GUTENBERG } from './peer-pages.ts'
import { findPeerFile, isInstalled } from './peers.ts'
import { servePage } from './serve-page.ts'

declare global {
  interface Window {
    /** Puts the paragraphs into the peer's page, the caret in their midst. */
    openPeer: (paragraphs: string[]) => Promise<void> | void
  }
}

/** Another program's editor on a page of its own, as its own guide begins. */
export interface PeerEditor {
  name: string
  address: string
  stop: () => void
}

/**
 * Those that are installed; of the others it is said. `folder` takes what is built for them; a page begins with `paragraphs`, if there are any,
 * as one does that was opened to write on.
 */
export async function servePeerEditors(folder: string, paragraphs: readonly string[] = []): Promise<PeerEditor[]> {
  const peers: PeerEditor[] = []
  const start = `<script>window.startWith = ${JSON.stringify(paragraphs)}</script>`
  if (isInstalled('Lexical')) peers.push(await serveBuilt('Lexical', LEXICAL, start, folder))
  const tinymce = findPeerFile('tinymce')
  if (tinymce) peers.push({ name: 'TinyMCE', ...(await servePage(tinymceHtml(start), dirname(tinymce))) })
  if (isInstalled('Gutenberg')) peers.push(await serveBuilt('Gutenberg', GUTENBERG, start, folder))
  return peers
}

/** By the bundler of the program, as it goes to people; each module is the peers' own: nothing of them is resolved from the program's. */
async function serveBuilt(name: string, script: string, start: string, folder: string): Promise<PeerEditor> {
  const [source, built] = [join(folder, `${name}-source`), join(folder, name)]
  await mkdir(source, { recursive: true })
  const entry = join(source, 'page.js')
  await writeFile(entry, script)
  const peers = join(import.meta.dirname, 'package.json')
  await build({
    configFile: false,
    root: source,
    logLevel: 'error',
    // Without the checks for those who write with it.
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { conditions: ['production', 'module', 'browser'] },
    plugins: [
      {
        name: 'peers-own-modules',
        enforce: 'pre',
        resolveId: {
          order: 'pre',
          handler(id, importer) {
            return importer === entry && !id.startsWith('.') ? this.resolve(id, peers, { skipSelf: true }) : null
          },
        },
      },
    ],
    base: './',
    build: {
      outDir: built,
      rolldownOptions: { input: entry, output: { entryFileNames: 'page.js', assetFileNames: '[name][extname]' } },
    },
  })
  const styles = readdirSync(built).filter((file) => file.endsWith('.css'))
  const html = `<!doctype html><meta charset="utf-8"><title>${name}</title>
<style>body > div { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif }</style>
${styles.map((file) => `<link rel="stylesheet" href="${file}">`).join('\n')}
${start}<script type="module" src="page.js"></script><div id="text"></div>`
  return { name, ...(await servePage(html, built)) }
}

const tinymceHtml = (start: string): string => `<!doctype html><meta charset="utf-8"><title>TinyMCE</title>
${start}<script src="tinymce.min.js"></script>
<script>
  const ready = () => (window.editors ??= tinymce.init({ selector: 'textarea', license_key: 'gpl', promotion: false, height: '95vh',
    content_style: 'body { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif }' }))
  window.openPeer = async (paragraphs) => {
    const [editor] = await ready()
    editor.setContent(paragraphs.map((words) => '<p>' + words + '</p>').join(''))
    editor.focus()
    const middle = editor.getBody().children[Math.floor(paragraphs.length / 2)]
    if (!middle?.firstChild) return
    editor.selection.setCursorLocation(middle.firstChild, Math.min(10, middle.textContent.length))
    middle.scrollIntoView({ block: 'center' })
  }
  document.addEventListener('DOMContentLoaded', () => window.openPeer(window.startWith))
</script>
<textarea></textarea>`
