import { t } from '../../../../shared/words/t.ts'
import type { UpdateRefusal } from './decide-update.ts'
import type { InstallerFault } from './take-installer.ts'

interface Told {
  message: string
  detail: string
}

/** `by-policy`: the organisation installs what is newer itself. */
type Why = UpdateRefusal | InstallerFault | 'by-policy'

export function updateRefused(why: Why, offered: string | null, running: string): Told {
  return {
    message: refusal(why, offered, running),
    detail: `${t('Nothing was installed, and your desk is as it was.')} ${next(why)}`.trim(),
  }
}

function refusal(why: Why, offered: string | null, running: string): string {
  switch (why) {
    case 'by-policy':
      return t('Your organisation brings newer versions of Attaché to this computer itself.')
    case 'no-key':
      return t('This copy of Attaché was built without a key to know updates by, so it takes none.')
    case 'unreadable':
      return t('This is not the description of an update of Attaché.')
    case 'wrong-signature':
      return t('This update is not signed by those who made this copy of Attaché.')
    case 'same-version':
      return t('Version {running} is the one you have.', { running })
    case 'older-version':
      return offered === null
        ? t('This update is older than version {running}, which you have.', { running })
        : t('Version {offered} is older than version {running}, which you have.', { offered, running })
    case 'not-for-this-system':
      return t('This update has no installer for this computer.')
    case 'too-large':
      return t('This update is larger than any of Attaché can be.')
    case 'not-what-was-signed':
      return t('The installer is not the one that was signed.')
    case 'could-not-be-read':
      return t('The update could not be read to its end.')
  }
}

function next(why: Why): string {
  switch (why) {
    case 'by-policy':
    case 'no-key':
    case 'not-for-this-system':
      return t('Whoever looks after this computer can install a new version.')
    case 'wrong-signature':
    case 'not-what-was-signed':
    case 'too-large':
      return t('Tell whoever gave you the file.')
    case 'unreadable':
      return t('Choose the file “update.json” that came with the installers.')
    case 'could-not-be-read':
      return t('Try again, and leave the stick in until the installer opens.')
    case 'same-version':
    case 'older-version':
      return ''
  }
}

export function updateQuestion(offered: string, running: string): Told & { buttons: string[] } {
  return {
    message: t('Version {offered} of Attaché can be installed. You have {running}.', { offered, running }),
    detail: t(
      'It is signed by those who made this copy. The computer’s own installer opens and may ask for an administrator; what you wrote stays where it is.',
    ),
    buttons: [t('Open the installer'), t('Not now')],
  }
}
