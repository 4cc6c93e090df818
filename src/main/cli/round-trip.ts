import { documentToMarkup } from '../../shared/content/document-to-markup.ts'
import { replaceText } from '../../shared/content/replace-text.ts'
import { markupToDocument } from '../../shared/content/markup-to-document.ts'
import { CliError } from './cli-error.ts'

/** Block markup as the desk would send it back; with `edit` (`old=>new`) after that change by a person. */
export function roundTripped(markup: string, edit: string | null): string {
  const opened = markupToDocument(markup)
  const document = edit === null ? opened : replaceText(opened, splitEdit(edit))
  if (!document) throw new CliError('No text that can be edited holds these words.')
  return documentToMarkup(document, { pictureFor: () => null, blogDirection: 'ltr' }).markup
}

function splitEdit(edit: string): { from: string; to: string } {
  const at = edit.indexOf('=>')
  if (at < 1) throw new CliError('--edit "old=>new"')
  return { from: edit.slice(0, at), to: edit.slice(at + 2) }
}
