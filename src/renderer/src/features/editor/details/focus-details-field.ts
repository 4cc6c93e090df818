export type DetailsField = 'excerpt' | 'language' | 'review-by'

/** Names a field so that it can be gone to from a finding. */
export const detailsFieldId = (field: DetailsField): string => `details-${field}`

const TRIES = 10

/** Puts the caret into a field about the text, as soon as its tab stands there. */
export function focusDetailsField(field: DetailsField, tries = TRIES): void {
  const found = document.getElementById(detailsFieldId(field))
  if (found) found.focus()
  else if (tries > 0) requestAnimationFrame(() => focusDetailsField(field, tries - 1))
}
