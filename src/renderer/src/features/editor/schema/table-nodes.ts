import { Extension, Node } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { t } from '../../../../../shared/words/t.ts'
import { carried, ORIGIN } from './block-node.ts'
import { framedView, blockTools } from './block-frame.ts'
import { element, setFieldText, textButton } from './element.ts'
import { fromCarrier, toCarrier } from './own-clipboard.ts'
import { addTableRow, tableActs } from './table-commands.ts'
import { wordsField } from '../words/words-fields.ts'

/** The roles by which prosemirror-tables knows the nodes. */
const ROLES: Record<string, string> = { table: 'table', tableRow: 'row', tableCell: 'cell', tableHeader: 'header_cell' }

export const TableNode = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => carried({ ...ORIGIN, caption: '', hasFixedLayout: true }),
  parseHTML: () => [{ tag: 'table', getAttrs: (dom) => fromCarrier(dom, 'table') || null }],
  renderHTML: ({ node }) => ['table', toCarrier('table', { ...node.attrs, source: null }), ['tbody', 0]],
  addNodeView() {
    return ({ node, editor, getPos }) => {
      const contentDOM = element('tbody', {})
      const caption = wordsField({ editor, getPos }, 'caption', t('Caption of the table'), t('Caption under the table'))
      const acts = tableActs().map(({ name, run }) =>
        textButton(name, () => {
          run(editor.state, editor.view.dispatch)
          editor.view.focus()
        }),
      )
      const dom = element(
        'figure',
        { class: 'table', 'aria-label': t('Table') },
        element('div', { class: 'table-scroll' }, element('table', {}, contentDOM)),
        element('div', { contenteditable: 'false' }, caption),
        blockTools(editor, getPos, t('Remove table'), ...acts),
      )
      return framedView({
        name: 'table',
        dom,
        contentDOM,
        attrs: node.attrs,
        show: (attrs) => {
          setFieldText(caption, String(attrs['caption']))
          dom.dataset['layout'] = attrs['hasFixedLayout'] === true ? 'fixed' : 'auto'
        },
      })
    }
  },
})

export const TableRowNode = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  addAttributes() {
    return {
      section: {
        default: 'body',
        parseHTML: (dom) => sectionOf(dom),
        renderHTML: ({ section }) => ({ 'data-section': String(section) }),
      },
    }
  },
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
})

function sectionOf(row: HTMLElement): string {
  const stated = row.dataset['section'] ?? row.parentElement?.localName
  if (stated === 'head' || stated === 'thead') return 'head'
  return stated === 'foot' || stated === 'tfoot' ? 'foot' : 'body'
}

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (dom: HTMLElement) => Math.min(1000, Math.max(1, Number(dom.getAttribute(name)) || 1)),
  renderHTML: (attrs: Record<string, unknown>): Record<string, string> =>
    attrs[name] === 1 ? {} : { [name]: String(attrs[name]) },
})

const ALIGNMENTS = new Set(['left', 'center', 'right'])

const cell = (name: 'tableCell' | 'tableHeader', tag: 'td' | 'th') =>
  Node.create({
    name,
    content: 'paragraph+',
    isolating: true,
    addAttributes() {
      return {
        colspan: span('colspan'),
        rowspan: span('rowspan'),
        align: {
          default: null,
          parseHTML: (dom) => {
            const align = dom.dataset['align'] ?? dom.style.textAlign
            return ALIGNMENTS.has(align) ? align : null
          },
          renderHTML: ({ align }) => (align === null ? {} : { 'data-align': String(align) }),
        },
      }
    },
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

export const TableCellNode = cell('tableCell', 'td')
export const TableHeaderNode = cell('tableHeader', 'th')

/** Moving and selecting by cells. Tab goes on to the next and makes a row at the end. */
export const TableEditing = Extension.create({
  name: 'tableEditing',
  extendNodeSchema: ({ name }) => (ROLES[name] === undefined ? {} : { tableRole: ROLES[name] }),
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => goToNextCell(direction)
    return {
      Tab: ({ editor }) => {
        if (!isInTable(editor.state.selection.$from)) return false
        if (go(1)(editor.state, editor.view.dispatch)) return true
        addTableRow(1)(editor.state, editor.view.dispatch)
        return go(1)(editor.state, editor.view.dispatch)
      },
      'Shift-Tab': ({ editor }) =>
        isInTable(editor.state.selection.$from) && (go(-1)(editor.state, editor.view.dispatch) || true),
    }
  },
  addProseMirrorPlugins() {
    const { spec } = tableEditing({ allowTableNodeSelection: true })
    const { appendTransaction } = spec
    return [
      new Plugin({
        ...spec,
        // It would also square every table of uneven rows it meets: what came from the blog is changed by people only.
        appendTransaction(...call) {
          const transaction = appendTransaction?.apply(this, call)
          return transaction?.docChanged ? null : transaction
        },
      }),
    ]
  },
})

function isInTable(place: { depth: number; node: (depth: number) => { type: { name: string } } }): boolean {
  for (let { depth } = place; depth > 0; depth -= 1) if (place.node(depth).type.name === 'tableRow') return true
  return false
}
