import { t } from '../../../words/t.ts'
import type { Check } from '../check.ts'
import { hostOfAddress } from '../host-of-address.ts'
import { excerptOf, placeOf } from '../place.ts'

const LOOKS_LIKE_ADDRESS = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:[/?#]\S*)?$/iu

/** Why: a link that shows one address and goes to another is how phishing works, and how a copied link goes wrong. Source: OWASP, unvalidated redirects; UK NCSC phishing guidance. */
export const linkToOtherHost: Check = {
  id: 'link-to-other-host',
  fine: () => t('Links go where they say'),
  isAbout: (post) => post.texts.some(({ links }) => links.length > 0),
  *look(post) {
    for (const block of post.texts) {
      for (const { from, to, href } of block.links) {
        const shown = LOOKS_LIKE_ADDRESS.exec(block.text.slice(from, to).trim())?.[1]
        const host = hostOfAddress(href)
        if (shown === undefined || host === '' || isSameHost(shown.toLowerCase(), host)) continue
        yield {
          sentence: t('The link shows {shown} and goes to {host}.', { shown, host }),
          why: t(
            'Readers are taught not to follow a link that hides where it goes. Show the place it goes to, or words that say what is there.',
          ),
          where: placeOf(block, from, to),
          fixes: [],
          about: `${shown} ${href}`,
        }
      }
    }
  },
}

/** Why: nothing happens at a press. Source: WCAG 2.2, 2.4.4; an empty address is what an editor leaves behind. */
export const linkWithoutAddress: Check = {
  id: 'link-without-address',
  fine: null,
  *look(post) {
    for (const block of post.texts) {
      for (const { from, to, href } of block.links) {
        if (!['', '#', 'http://', 'https://'].includes(href.trim())) continue
        yield {
          sentence: t('The link “{words}” has no address.', { words: excerptOf(block.text.slice(from, to)) }),
          why: t('It looks like a link, and nothing happens.'),
          where: placeOf(block, from, to),
          fixes: [],
          about: block.text.slice(from, to),
        }
      }
    }
  },
}

function isSameHost(shown: string, actual: string): boolean {
  const [said, goes] = [shown.replace(/^www\./u, ''), actual.replace(/^www\./u, '')]
  return said === goes || goes.endsWith(`.${said}`)
}
