/** An element with attributes and children; the node views' only way to the document, so that no HTML text is ever parsed. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** A text field of one line that tells each change. */
export function lineField(name: string, placeholder: string, onInput: (text: string) => void): HTMLInputElement {
  const field = element('input', { type: 'text', class: 'block-field', 'aria-label': name, placeholder, dir: 'auto' })
  field.addEventListener('input', () => onInput(field.value))
  return field
}

export function textButton(name: string, onPress: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'block-button' }, name)
  button.addEventListener('click', onPress)
  return button
}

/** Keeps the caret of a field that already says so. */
export function setFieldText(field: HTMLInputElement, text: string): void {
  if (field.value !== text) field.value = text
}

/** An attribute of a node as a field shows it; '' for none. */
export const shownText = (attribute: unknown): string =>
  typeof attribute === 'string' ? attribute : typeof attribute === 'number' ? String(attribute) : ''
