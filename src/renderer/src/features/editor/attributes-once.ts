import type { Editor } from '@tiptap/core'

/**
 * tiptap asks all extensions what they add to all kinds of nodes again for each kind that has a view of its own, while an editor is
 * made; what they say never changes. Before the editor has its view.
 */
export function askForAttributesOnce({ editor: { extensionManager } }: { editor: Editor }): void {
  Object.defineProperty(extensionManager, 'attributes', { value: extensionManager.attributes })
}
