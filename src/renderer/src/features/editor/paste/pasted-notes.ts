import { Extension } from '@tiptap/core'
import { DOMParser, type Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

interface WaitingNotes {
  /** Words for notes whose references were pasted just now, by their ids. */
  waiting: Map<string, Element>
}

declare module '@tiptap/core' {
  interface Storage {
    pastedNotes: WaitingNotes
  }
}

/** A pasted reference gets an empty note as any new one does; here the note gets the words that were pasted with it. */
export const PastedNotes = Extension.create({
  name: 'pastedNotes',
  addStorage: (): WaitingNotes => ({ waiting: new Map() }),
  addProseMirrorPlugins() {
    const { storage } = this
    return [
      new Plugin({
        appendTransaction(transactions, _before, { doc, schema, tr }) {
          if (storage.waiting.size === 0 || !transactions.some(({ docChanged }) => docChanged)) return null
          const parser = DOMParser.fromSchema(schema)
          const filled = (note: Node): Node => {
            const id = String(note.attrs['id'])
            const words = note.content.size === 0 ? storage.waiting.get(id) : undefined
            if (!words) return note
            storage.waiting.delete(id)
            return note.copy(parser.parse(inOneLine(words), { topNode: note.type.create(note.attrs) }).content)
          }
          // One step for all of them: each would be looked through again for every other by whatever follows the changes.
          const places: { from: number; to: number; notes: Node[] }[] = []
          doc.descendants((node, position) => {
            if (node.type.name !== 'footnotes') return !node.isTextblock
            const notes = node.children.map(filled)
            if (notes.some((note, index) => note !== node.child(index)))
              places.push({ from: position + 1, to: position + node.nodeSize - 1, notes })
            return false
          })
          for (const { from, to, notes } of places.toReversed()) tr.replaceWith(from, to, notes)
          return tr.docChanged ? tr : null
        },
      }),
    ]
  },
})

/** A note is one line of text: its paragraphs follow one another. */
function inOneLine(blocks: Element): Element {
  const line = blocks.ownerDocument.createElement('div')
  for (const block of blocks.querySelectorAll('p, h2, h3, h4, h5, h6')) {
    if (line.hasChildNodes()) line.append(' ')
    line.append(...block.childNodes)
  }
  const { firstChild } = line
  if (firstChild?.nodeType === 3) firstChild.textContent = (firstChild.textContent ?? '').trimStart()
  return line
}
