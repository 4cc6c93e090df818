import { t } from '../../../../../shared/words/t.ts'
import { htmlToText } from '../../../../../shared/content/html-to-text.ts'
import { lookUp } from '../../../../../shared/look-up.ts'

/** What people call the containers of WordPress 7.1 that are met most; any other goes by its own name. */
const NAMES: Record<string, () => string> = {
  'core/group': () => t('Group', {}, 'a block of blocks'),
  'core/columns': () => t('Columns'),
  'core/column': () => t('Column'),
  'core/cover': () => t('Cover', {}, 'words over a picture'),
  'core/media-text': () => t('Picture beside text'),
  'core/details': () => t('Fold-out'),
  'core/query': () => t('List of posts'),
}

/** A fold-out goes by what a reader presses. */
export function containerName(blockName: string, open: string): string {
  const [, summary = ''] = /<summary[^>]*>([^]*?)<\/summary>/.exec(open) ?? []
  const what = lookUp(NAMES, blockName)?.() ?? blockName
  const name = htmlToText(summary).trim()
  return name === '' ? what : t('{what}: {name}', { what, name })
}
