import type { RefusedBy, SampleText } from './domain/doctor.ts'
import { textsWords } from './doctor-terms.ts'
import { t } from './words/t.ts'

/** Said to who runs the site, who knows servers and not this desk. */
export interface HostWords {
  wrong: string
  expected: string
  /** Each a change that mends it, with the line to write; one of them is enough unless it says otherwise. */
  change: string[]
}

/** Lines of configuration and what WordPress’ plugins call their own switches are values: they stand in every language as a server reads them. */
const RULE_OFF =
  'SecRule REQUEST_URI "@beginsWith /wp-json/wp/v2/" "id:1000001,phase:1,pass,nolog,ctl:ruleRemoveById=ID_OF_THE_RULE"'

const findInLog = (): string =>
  t(
    'Find the refused request in the log of the web application firewall by its time and path (below); the log names the rule, as ModSecurity does with {id}.',
    { id: '[id "…"]' },
  )

const firewall = (): string[] => [
  findInLog(),
  t(
    'Take that rule off for these paths only, and for signed-in requests. ModSecurity: {line}. Cloudflare: a WAF exception (Skip) for the URI path {path}. Wordfence: Firewall, “Whitelisted URLs”, or learning mode while the request is made again.',
    { line: RULE_OFF, path: '/wp-json/wp/v2/' },
  ),
]

/** `status 403, rest_forbidden, Server: nginx`; without the server where it is not told. */
export const statusWords = (
  { status, code }: Pick<RefusedBy, 'status' | 'code'>,
  server: string | null = null,
): string =>
  [t('status {status}', { status: `${status}` }, 'of HTTP'), code, server && `Server: ${server}`]
    .filter((each) => each !== null)
    .join(', ')

type Refused = 'page' | 'rest' | 'sign-in' | 'reading' | 'writing' | 'picture'

export function blockedWords(refused: Refused | { texts: readonly SampleText[] }, by: RefusedBy): HostWords {
  const own = by.code !== null
  return {
    wrong: t(
      '{what, select, page {The front page itself} rest {The REST interface (/wp-json/)} signin {A signed-in request} reading {Reading with a sign-in} writing {A POST to /wp-json/wp/v2/posts} picture {A picture of 60 KB} other {A draft with {texts}}} is refused {who, select, wordpress {by WordPress} other {before WordPress is reached}} ({answer}).',
      {
        what: typeof refused === 'object' ? 'text' : refused.replace('-', ''),
        texts: typeof refused === 'object' ? textsWords(refused.texts) : '',
        who: own ? 'wordpress' : 'before',
        answer: statusWords(by, by.server),
      },
    ),
    expected: t('An answer of WordPress in JSON.'),
    change: own
      ? [
          t(
            'Look in the security plugins (Wordfence, Solid Security, All-In-One Security, Disable WP REST API and their like) and in functions.php for what gives this code, and the rights of the account’s role.',
          ),
        ]
      : firewall(),
  }
}

/**
 * Who refuses says so by its status. PHP's own limits bind no picture that a program sends as it is (seen with PHP 8.2), but
 * those that people upload in the browser, and a server often has both.
 */
export function uploadChanges({ status, code }: Pick<RefusedBy, 'status' | 'code'>): string[] {
  const front =
    'nginx: client_max_body_size 32m; Apache: LimitRequestBody 33554432; ModSecurity: SecRequestBodyLimit 33554432.'
  const php = t('PHP: {line} and memory_limit of at least 128M; then reload PHP.', {
    line: 'upload_max_filesize = 32M, post_max_size = 32M',
  })
  if (code === 'rest_upload_file_too_big' || code === 'rest_upload_limited_space')
    return [
      t('In the network of sites, Settings, Network settings: raise “Max upload file size” and the space of the site.'),
    ]
  if (code !== null)
    return [
      t('WordPress or a plugin of it refuses: look in the plugins for pictures and security for a largest size.'),
      php,
    ]
  return status === 413 ? [front, php] : [front, php, findInLog()]
}

/** A picture that is refused, whatever its size. */
export const uploadRefusedWords = (by: RefusedBy): HostWords => ({
  ...blockedWords('picture', by),
  change: [...new Set([...uploadChanges(by), findInLog()])],
})
