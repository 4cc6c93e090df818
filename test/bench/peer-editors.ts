import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { findPeerFile } from './peers.ts'
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

/** Those that are installed; of the others it is said. `folder` takes what is built for them. */
export async function servePeerEditors(folder: string): Promise<PeerEditor[]> {
  const peers: PeerEditor[] = []
  const lexical = [findPeerFile('lexical'), findPeerFile('@lexical/plain-text')] as const
  if (lexical[0] && lexical[1]) {
    const html = await lexicalHtml(folder, { lexical: lexical[0], '@lexical/plain-text': lexical[1] })
    peers.push({ name: 'Lexical', ...(await servePage(html)) })
  }
  const tinymce = findPeerFile('tinymce')
  if (tinymce) peers.push({ name: 'TinyMCE', ...(await servePage(TINYMCE, dirname(tinymce))) })
  return peers
}

const LEXICAL = `
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import { registerPlainText } from '@lexical/plain-text'
const text = document.querySelector('div')
const editor = createEditor({ onError(error) { throw error } })
editor.setRootElement(text)
registerPlainText(editor)
window.openPeer = (paragraphs) => {
  editor.update(() => {
    const root = $getRoot().clear()
    for (const words of paragraphs) root.append($createParagraphNode().append($createTextNode(words)))
    root.getChildAtIndex(Math.floor(paragraphs.length / 2))?.getFirstChild()?.select(10, 10)
  }, { discrete: true })
  text.focus()
  text.children[Math.floor(paragraphs.length / 2)]?.scrollIntoView({ block: 'center' })
}`

/** The modules are the peers' own files: nothing of them is resolved from the program's. */
async function lexicalHtml(folder: string, files: Record<string, string>): Promise<string> {
  const entry = join(folder, 'lexical-page.js')
  await writeFile(entry, LEXICAL)
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    // As it goes to people: without the checks for those who write with it.
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: files, conditions: ['production'] },
    build: { outDir: join(folder, 'lexical'), lib: { entry, formats: ['es'], fileName: () => 'lexical.js' } },
  })
  const script = await readFile(join(folder, 'lexical', 'lexical.js'), 'utf8')
  return `<!doctype html><meta charset="utf-8"><title>Lexical</title>
<style>div { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif; white-space: break-spaces; outline: none }</style>
<div contenteditable="true"></div>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`
}

const TINYMCE = `<!doctype html><meta charset="utf-8"><title>TinyMCE</title>
<script src="tinymce.min.js"></script><textarea></textarea>
<script>
  const ready = tinymce.init({ selector: 'textarea', license_key: 'gpl', promotion: false, height: '95vh',
    content_style: 'body { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif }' })
  window.openPeer = async (paragraphs) => {
    const [editor] = await ready
    editor.setContent(paragraphs.map((words) => '<p>' + words + '</p>').join(''))
    editor.focus()
    const middle = editor.getBody().children[Math.floor(paragraphs.length / 2)]
    if (!middle?.firstChild) return
    editor.selection.setCursorLocation(middle.firstChild, Math.min(10, middle.textContent.length))
    middle.scrollIntoView({ block: 'center' })
  }
</script>`
