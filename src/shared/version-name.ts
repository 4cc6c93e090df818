import { t } from './words/t.ts'

/** What the desk itself calls a version that came with a handover. Stored as it stands here, whatever language is spoken then, and never changed. */
export const HANDOVER_VERSION = 'From a handover file'

/** The name of a version as it is shown: what the desk named, in the language of the interface; what a person named, as they wrote it. */
export const versionName = (name: string): string =>
  name === HANDOVER_VERSION ? t('From a handover file', {}, 'name of a version') : name
