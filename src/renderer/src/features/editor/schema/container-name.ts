import { htmlToText } from '../../../../../shared/content/html-to-text.ts'
import { lookUp } from '../../../../../shared/look-up.ts'

/** What people call the containers of WordPress 7.1 that are met most; any other goes by its own name. */
const NAMES: Record<string, string> = {
  'core/group': 'Group',
  'core/columns': 'Columns',
  'core/column': 'Column',
  'core/cover': 'Cover',
  'core/media-text': 'Picture beside text',
  'core/details': 'Fold-out',
  'core/query': 'List of posts',
}

/** A fold-out goes by what a reader presses. */
export function containerName(blockName: string, open: string): string {
  const [, summary = ''] = /<summary[^>]*>([^]*?)<\/summary>/.exec(open) ?? []
  return [lookUp(NAMES, blockName) ?? blockName, htmlToText(summary).trim()].filter((part) => part !== '').join(': ')
}
