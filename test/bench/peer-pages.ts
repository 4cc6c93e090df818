/** Each as its own guide begins: the text as paragraphs, the caret in their midst, and no checks, spelling or saving. */

export const LEXICAL = `
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import { registerPlainText } from '@lexical/plain-text'
const text = document.getElementById('text')
text.contentEditable = 'true'
text.style.whiteSpace = 'break-spaces'
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
}
window.openPeer(window.startWith)`

/** WordPress's own block editor, with all of its blocks. */
export const GUTENBERG = `
import { createElement, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { BlockCanvas, BlockEditorProvider, store } from '@wordpress/block-editor'
import { registerCoreBlocks } from '@wordpress/block-library'
import { createBlock } from '@wordpress/blocks'
import { dispatch } from '@wordpress/data'
import '@wordpress/components/build-style/style.css'
import '@wordpress/block-editor/build-style/style.css'
import '@wordpress/block-library/build-style/style.css'
import '@wordpress/block-library/build-style/editor.css'
import '@wordpress/block-library/build-style/theme.css'

registerCoreBlocks()
const blocksOf = (paragraphs) => paragraphs.map((content) => createBlock('core/paragraph', { content }))
const styles = [{ css: 'body { max-width: 37.5rem; margin: auto; font: 18px/1.65 serif }' }]
let show
function Editor({ start }) {
  const [blocks, setBlocks] = useState(start)
  show = setBlocks
  return createElement(
    BlockEditorProvider,
    { value: blocks, onInput: setBlocks, onChange: setBlocks, useSubRegistry: false },
    createElement(BlockCanvas, { height: '90vh', styles }),
  )
}
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
const midst = (blocks) => blocks[Math.floor(blocks.length / 2)]
/** The caret can be set as soon as the block is drawn in its frame. */
async function putCaret(block) {
  const canvas = () => document.querySelector('iframe')?.contentDocument
  while (!canvas()?.getElementById('block-' + block.clientId)) await frame()
  dispatch(store).selectionChange(block.clientId, 'content', 10, 10)
  while (!canvas().activeElement?.isContentEditable) await frame()
  canvas().getElementById('block-' + block.clientId).scrollIntoView({ block: 'center' })
}
window.openPeer = async (paragraphs) => {
  const blocks = blocksOf(paragraphs)
  dispatch(store).clearSelectedBlock()
  show(blocks)
  if (blocks.length > 0) await putCaret(midst(blocks))
}
const start = blocksOf(window.startWith)
createRoot(document.getElementById('text')).render(createElement(Editor, { start }))
if (start.length > 0) putCaret(midst(start))`
