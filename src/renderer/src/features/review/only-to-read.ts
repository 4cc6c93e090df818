import { Plugin, PluginKey } from '@tiptap/pm/state'

export const onlyToReadKey = new PluginKey('onlyToRead')

/**
 * A text in which a caret can stand and words can be selected, for a note, and nothing can be changed. What the desk itself
 * shows anew (see replaceDocument) goes through.
 */
export const createOnlyToRead = (): Plugin =>
  new Plugin({
    key: onlyToReadKey,
    filterTransaction: (transaction) => !transaction.docChanged || transaction.getMeta('preventUpdate') === true,
    props: {
      attributes: { 'aria-readonly': 'true' },
      handleTextInput: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
    },
  })

/** The fields beside pictures and quotes, drawn by their blocks, are no place to type either. */
export function closeFields(text: HTMLElement): void {
  for (const field of text.querySelectorAll('input, textarea, select, button')) {
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.readOnly = true
    else (field as HTMLButtonElement | HTMLSelectElement).disabled = true
  }
}
