import { Extension } from '@tiptap/core'
import { DOMParser } from '@tiptap/pm/model'
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
          const empty: { at: number; id: string }[] = []
          doc.descendants((node, position) => {
            if (node.type.name !== 'footnote') return !node.isTextblock
            const id = String(node.attrs['id'])
            if (node.content.size === 0 && storage.waiting.has(id)) empty.push({ at: position, id })
            return false
          })
          for (const { at, id } of empty.toReversed()) {
            const words = storage.waiting.get(id)
            const note = doc.nodeAt(at)
            storage.waiting.delete(id)
            if (!words || !note) continue
            const { content } = DOMParser.fromSchema(schema).parse(inOneLine(words), {
              topNode: note.type.create(note.attrs),
            })
            tr.insert(at + 1, content)
          }
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
