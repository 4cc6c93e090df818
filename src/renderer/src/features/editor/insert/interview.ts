import { Extension, type Editor, type JSONContent } from '@tiptap/core'
import type { Node as ProsemirrorNode } from '@tiptap/pm/model'
import { insertBlock } from './insert-block.ts'

type Voice = 'interview-question' | 'interview-answer'

const isVoice = (variant: unknown): variant is Voice =>
  variant === 'interview-question' || variant === 'interview-answer'

const otherVoice = (voice: Voice): Voice => (voice === 'interview-question' ? 'interview-answer' : 'interview-question')

/** A turn: a paragraph that says who speaks by initials in bold. */
function turn(voice: Voice, initials: string): JSONContent {
  const name = initials.trim()
  const content =
    name === ''
      ? []
      : [
          { type: 'text', text: `${name}:`, marks: [{ type: 'bold' }] },
          { type: 'text', text: ' ' },
        ]
  return { type: 'paragraph', attrs: { variant: voice }, content }
}

/** The first question and answer; the caret waits behind the initials of who asks. */
export function insertInterview(editor: Editor, speakers: { asks: string; answers: string }): void {
  insertBlock(editor, turn('interview-question', speakers.asks))
  const question = editor.state.selection.$from
  editor
    .chain()
    .insertContentAt(question.after(), turn('interview-answer', speakers.answers), { updateSelection: false })
    .setTextSelection(question.end())
    .run()
}

/** The initials with which this voice speaks nearest before here, else anywhere in the post; '' for none. */
function initialsNear(doc: ProsemirrorNode, here: number, voice: Voice): string {
  let initials = ''
  doc.descendants((node, position) => {
    const isTurn = node.type.name === 'paragraph' && node.attrs['variant'] === voice
    if (isTurn && (position < here || initials === '')) initials = initialsOf(node) || initials
    return !node.isTextblock
  })
  return initials
}

/** What stands in bold before a colon at the start of a turn. */
function initialsOf(paragraph: ProsemirrorNode): string {
  const first = paragraph.firstChild
  const isBold = first?.marks.some(({ type }) => type.name === 'bold') === true
  return isBold && first.text ? (/^(\S.{0,24}?)\s*[:：]$/.exec(first.text.trim())?.[1] ?? '') : ''
}

const saysOnlyInitials = (paragraph: ProsemirrorNode): boolean =>
  initialsOf(paragraph) !== '' && paragraph.textContent.trim() === paragraph.firstChild?.text?.trim()

/**
 * Enter goes on with the same voice; on an empty line it hands over to the other, initials set, or to its turn that already
 * waits below; and where nothing but initials was written it ends the interview. Behind an update note ordinary text
 * goes on.
 */
export const InterviewKeys = Extension.create({
  name: 'interviewKeys',
  priority: 150,
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { $from, empty } = editor.state.selection
        const { parent } = $from
        const variant: unknown = parent.attrs['variant']
        if (!empty || parent.type.name !== 'paragraph' || typeof variant !== 'string') return false
        const here = { from: $from.before(), to: $from.after() }
        const plain = () =>
          editor
            .chain()
            .insertContentAt(here, { type: 'paragraph' })
            .setTextSelection(here.from + 1)
            .run()
        if (!isVoice(variant)) {
          if (parent.content.size === 0) return plain()
          return editor.chain().splitBlock().updateAttributes('paragraph', { variant: null }).run()
        }
        if (saysOnlyInitials(parent)) return plain()
        if (parent.content.size > 0) return false
        const said = editor.state.doc.resolve(here.from).nodeBefore
        if (said?.attrs['variant'] !== variant) return plain()
        const voice = otherVoice(variant)
        const waiting = editor.state.doc.resolve(here.to).nodeAfter
        if (waiting?.attrs['variant'] === voice && saysOnlyInitials(waiting)) {
          const end = here.from + 1 + waiting.content.size
          return editor.chain().deleteRange(here).setTextSelection(end).run()
        }
        const next = turn(voice, initialsNear(editor.state.doc, here.from, voice))
        const size = editor.schema.nodeFromJSON(next).content.size
        return editor
          .chain()
          .insertContentAt(here, next)
          .setTextSelection(here.from + 1 + size)
          .run()
      },
    }
  },
})
