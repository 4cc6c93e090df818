/** By what a sentence is found in a compiled catalogue: gettext’s own way of writing a context before it. */
export const messageKey = (message: string, context: string | undefined): string =>
  context === undefined ? message : `${context}\u0004${message}`
