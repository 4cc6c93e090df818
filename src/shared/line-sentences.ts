import type { NotTheBlogReason } from './errors.ts'
import { t } from './words/t.ts'

/** Why the desk does not trust a line; the words of a failure, see sentences.ts. */
export function insecureLine(reason: 'expired' | 'self-signed' | 'wrong-host' | 'other'): string {
  switch (reason) {
    case 'expired':
      return t('The certificate of the blog has expired, so nobody can be sure it is your blog.')
    case 'self-signed':
      return t('The certificate is not signed by anyone this laptop trusts.')
    case 'wrong-host':
      return t('The certificate belongs to another address.')
    case 'other':
      return t('The line to the blog could not be made safe.')
  }
}

/** What answered in place of the blog, `host` where it gave a name. */
export function notTheBlog(why: NotTheBlogReason, host: string | null): { what: string; next: string } {
  switch (why) {
    case 'captive-portal':
      return {
        what:
          host === null
            ? t('The network asks for a sign-in.')
            : t('The network asks for a sign-in ({host}).', { host }),
        next: t('Open the browser, sign in to the network, and come back. Waiting work goes by itself.'),
      }
    case 'firewall':
      return {
        what:
          host === null
            ? t('Something between this laptop and the blog refused the request.')
            : t('Something between this laptop and the blog refused the request ({host}).', { host }),
        next: t('Try another network, or show this sentence to your IT.'),
      }
    case 'not-wordpress':
      return {
        what:
          host === null
            ? t('This address answers, but not as a WordPress blog.')
            : t('This address answers, but not as a WordPress blog ({host}).', { host }),
        next: t('Check the address: it is the one that readers use for the blog.'),
      }
    case 'rest-disabled':
      return {
        what:
          host === null
            ? t('This is a WordPress blog, but its door for programs (the REST interface) is shut.')
            : t('This is a WordPress blog, but its door for programs (the REST interface) is shut ({host}).', { host }),
        next: t('Ask the person who looks after the blog to open it.'),
      }
    case 'other-blog':
      return {
        what:
          host === null
            ? t('Another blog answered at this address.')
            : t('Another blog answered at this address ({host}).', { host }),
        next: t('Check the address and the network.'),
      }
    case 'redirected':
      return {
        what:
          host === null
            ? t('The blog has sent the desk to another address.')
            : t('The blog has sent the desk to another address ({host}).', { host }),
        next: t('Connect the blog with its new address.'),
      }
    case 'insecure-address':
      return {
        what: t('This address begins with http:, so a password could be read on the way.'),
        next: t('Use the address that begins with https:.'),
      }
    case 'bad-address':
      return {
        what: t('This is not an address of a blog.'),
        next: t('It looks like blog.example.org or https://example.org/blog.'),
      }
    case 'application-passwords-off':
      return {
        what:
          host === null
            ? t('The blog does not allow application passwords.')
            : t('The blog does not allow application passwords ({host}).', { host }),
        next: t('Ask the person who looks after the blog to switch them on.'),
      }
  }
}
