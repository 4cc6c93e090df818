import { t } from '../words/t.ts'
import type { CommandId, CommandPlace } from './commands.ts'

/** What a command is called, in the menu, the palette and the sheet alike. */
export function commandName(id: CommandId): string {
  switch (id) {
    case 'new-post':
      return t('New post')
    case 'new-page':
      return t('New page')
    case 'sync-now':
      return t('Sync now')
    case 'lock':
      return t('Lock the desk')
    case 'search':
      return t('Find a post, a comment, an action')
    case 'shortcuts':
      return t('Keyboard shortcuts')
    case 'settings':
      return t('Settings')
    case 'guidance':
      return t('Guidance')
    case 'next-part':
      return t('Next part of the window')
    case 'previous-part':
      return t('Previous part of the window')
    case 'connect-blog':
      return t('Connect another blog')
    case 'protection':
      return t('Protection of this desk…')
    case 'backups':
      return t('Backups…')
    case 'diagnostics':
      return t('Diagnostics for your IT…')
    case 'handover':
      return t('Hand over this desk…')
    case 'go-today':
      return t('Go to today')
    case 'go-writing':
      return t('Go to writing')
    case 'go-tags':
      return t('Go to tags')
    case 'go-review':
      return t('Go to review')
    case 'go-conversation':
      return t('Go to the conversation')
    case 'go-outbox':
      return t('Go to the outbox')
    case 'go-pictures':
      return t('Go to the pictures')
    case 'go-reading':
      return t('Go to reading')
    case 'go-insight':
      return t('Go to insight')
    case 'boarding-check':
      return t('Boarding check')
    case 'publish':
      return t('Publish…')
    case 'ask-for-review':
      return t('Ask for review…')
    case 'preview':
      return t('Preview as on the site')
    case 'print':
      return t('Print or save as PDF…')
    case 'focus-mode':
      return t('The paper alone')
    case 'thread':
      return t('The conversation beside it')
    case 'find':
      return t('Find in the text')
    case 'replace':
      return t('Find and replace')
    case 'source':
      return t('Source', {}, 'the markup of a post')
    case 'about':
      return t('About this post')
    case 'checks':
      return t('Before you publish')
    case 'review-beside':
      return t('The review beside it')
    case 'write-note':
      return t('Write a note')
    case 'share':
      return t('Share lines')
    case 'history':
      return t('History of this post')
    case 'outline':
      return t('Outline')
    case 'next-finding':
      return t('Next finding of the checks')
    case 'previous-finding':
      return t('Previous finding of the checks')
    case 'previous-misspelling':
      return t('Previous misspelling')
    case 'next-misspelling':
      return t('Next misspelling')
    case 'stamp-time':
      return t('Stamp the time of the event')
  }
}

export function placeName(place: CommandPlace): string {
  switch (place) {
    case 'desk':
      return t('Everywhere')
    case 'go':
      return t('Places', {}, 'of the desk')
    case 'post':
      return t('In a post')
    case 'text':
      return t('While writing')
    case 'review':
      return t('In a review')
    case 'conversation':
      return t('In the conversation')
    case 'reading':
      return t('While reading')
    case 'outbox':
      return t('In the outbox')
  }
}
