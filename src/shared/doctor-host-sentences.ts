import type { DoctorCause, RefusedBy } from './domain/doctor.ts'
import { spanWords, textsWords } from './doctor-terms.ts'

/** Said to who runs the site, who knows servers and not this desk. */
export interface HostWords {
  wrong: string
  expected: string
  /** Each a change that mends it, with the line to write; one of them is enough unless it says otherwise. */
  change: string[]
}

const FIREWALL = [
  'Find the refused request in the log of the web application firewall by its time and path (below); the log names the rule, as ModSecurity does with [id "…"].',
  'Take that rule off for these paths only, and for signed-in requests. ModSecurity: SecRule REQUEST_URI "@beginsWith /wp-json/wp/v2/" "id:1000001,phase:1,pass,nolog,ctl:ruleRemoveById=ID_OF_THE_RULE". Cloudflare: a WAF exception (Skip) for the URI path /wp-json/wp/v2/. Wordfence: Firewall, “Whitelisted URLs”, or learning mode while the request is made again.',
]
const SECURITY_PLUGIN =
  'Look in the security plugins (Wordfence, Solid Security, All-In-One Security, Disable WP REST API and their like) and in functions.php for what'

/** null where the site is not the cause, and there is nothing for its host to do. */
export function hostWords(cause: DoctorCause): HostWords | null {
  switch (cause.cause) {
    case 'bad-address':
    case 'insecure-address':
    case 'moved':
    case 'no-network':
    case 'proxy-unreachable':
    case 'proxy-sign-in':
    case 'captive-portal':
    case 'not-wordpress':
    case 'in-folder':
    case 'door-moved':
    case 'password-refused':
    case 'no-right-to-write':
    case 'picture-altered':
      return null
    case 'name-unknown':
      return {
        wrong: 'The name of the site is not known to the name service.',
        expected: 'An A or AAAA record of the name.',
        change: ['Look whether the domain is registered and its records are published.'],
      }
    case 'refused':
    case 'unreachable':
      return {
        wrong: 'No connection to the web server comes about.',
        expected: 'A server that listens on port 443 and is reachable from the country of the desk.',
        change: [
          'Look whether the web server runs, and whether a packet filter or a country block shuts the desk out.',
        ],
      }
    case 'silent':
    case 'line-broke':
      return {
        wrong: 'The connection comes about, and no whole answer comes.',
        expected: 'An answer within 30 seconds.',
        change: [
          'Look in the server’s error log at the times below: PHP workers that are all busy, a time limit of the proxy, a crash.',
        ],
      }
    case 'sends-to-http':
      return {
        wrong: 'A request over https: is led to an address that begins with http:.',
        expected: 'Everything stays on https:.',
        change: [
          'In WordPress, Settings, General: both addresses with https://. In the server: redirect http: to https:, never the other way.',
        ],
      }
    case 'certificate':
      return certificateWords(cause.reason)
    case 'maintenance':
      return {
        wrong: 'Every request is answered 503 with Retry-After: WordPress is in its maintenance mode.',
        expected: 'That it ends by itself within ten minutes.',
        change: [
          'If no update runs: delete the file .maintenance in the folder of WordPress, or switch the maintenance plugin off.',
        ],
      }
    case 'server-error':
      return {
        wrong: `The server answers ${cause.status}.`,
        expected: 'The page of the blog.',
        change: ['Look in the error log of the web server and of PHP at the times below.'],
      }
    case 'rate-limited':
      return {
        wrong: 'A limit on requests answers 429.',
        expected: 'Room for about 60 requests a minute of a signed-in program.',
        change: ['Raise the limit for /wp-json/, or count signed-in requests apart.'],
      }
    case 'site-password':
      return {
        wrong:
          'The web server asks for a password of its own (HTTP Basic), which takes the place in the request that WordPress needs.',
        expected: 'Requests to /wp-json/ reach WordPress with the header “Authorization” as it was sent.',
        change: [
          'Apache: <Location "/wp-json/"> Require all granted </Location>. nginx: location /wp-json/ { auth_basic off; … }. Access can be restricted by address instead.',
        ],
      }
    case 'page-blocked':
      return blockedWords('The front page itself', cause.by)
    case 'other-blog':
      return {
        wrong: 'The REST interface calls the site by another address than the one at which it answers.',
        expected: 'One address.',
        change: ['In WordPress, Settings, General: set both addresses to the one that readers use.'],
      }
    case 'rest-shut':
      return {
        wrong: `WordPress itself refuses its REST interface (status ${cause.by.status}, code ${cause.by.code ?? ''}).`,
        expected:
          'GET /wp-json/ answers 200 with JSON to everybody, and /wp-json/wp/v2/ to whoever signs in with an application password.',
        change: [
          `${SECURITY_PLUGIN} shuts the REST API to visitors (the filter rest_authentication_errors), and let at least / and wp/v2 through for signed-in requests.`,
        ],
      }
    case 'rest-blocked':
      return blockedWords('The REST interface (/wp-json/)', cause.by)
    case 'rest-missing':
      return {
        wrong: 'Neither /wp-json/ nor /?rest_route=/ leads to the REST interface.',
        expected: 'GET /?rest_route=/ answers 200 with JSON.',
        change: [
          `${SECURITY_PLUGIN} removes the REST API.`,
          'In WordPress, Settings, Permalinks: press “Save changes” once, which writes the rewrite rules anew.',
        ],
      }
    case 'plain-permalinks':
      return {
        wrong:
          'The permalinks are plain. Nothing is broken by it; addresses with ?rest_route= are refused by some firewalls.',
        expected: 'GET /wp-json/ answers 200 with JSON.',
        change: ['In WordPress, Settings, Permalinks: choose any structure but “Plain”.'],
      }
    case 'rewrite-missing':
      return {
        wrong: 'The blog names /wp-json/ as its door, and the web server does not lead it to WordPress.',
        expected: 'GET /wp-json/ answers 200 with JSON.',
        change: [
          'Apache: AllowOverride All (or FileInfo) for the folder and mod_rewrite on; then Settings, Permalinks, “Save changes”. In a sub-folder the .htaccess lies there and has RewriteBase with its path.',
          'nginx: location / { try_files $uri $uri/ /index.php?$args; }',
        ],
      }
    case 'clock':
      return {
        wrong: `The clock of the server is ${spanWords(cause.aheadMs)} ${cause.aheadMs > 0 ? 'ahead of' : 'behind'} the desk’s.`,
        expected: 'A difference of a few seconds.',
        change: [
          'Set the server’s clock by NTP: timedatectl set-ntp true (or chronyd), and look at timedatectl status.',
        ],
      }
    case 'old-version':
      return {
        wrong: `WordPress ${cause.version} is older than programs can work with.`,
        expected: 'WordPress 5.7 or later.',
        change: ['Update WordPress; versions below 6.0 have known holes as well.'],
      }
    case 'passwords-off':
      return {
        wrong: 'The site offers no application passwords.',
        expected: 'The answer of GET /wp-json/ has authentication.application-passwords.',
        change: [
          `${SECURITY_PLUGIN} switches application passwords off (the filters wp_is_application_passwords_available and …_for_user), and switch them on. Wordfence: “Disable WordPress application passwords”.`,
        ],
      }
    case 'passwords-need-tls':
      return {
        wrong:
          'A proxy ends TLS, and WordPress behind it believes that the line is plain; it offers application passwords on safe lines only.',
        expected: 'is_ssl() is true, and both addresses in Settings, General begin with https://.',
        change: [
          "In wp-config.php, above “That's all”: if (($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') $_SERVER['HTTPS'] = 'on'; and let the proxy set X-Forwarded-Proto.",
        ],
      }
    case 'header-stripped':
    case 'header-or-password':
      return {
        wrong:
          cause.cause === 'header-stripped'
            ? 'The header “Authorization” is taken out of the request before PHP sees it: the same password is accepted where it travels in the body.'
            : 'A signed-in request is answered rest_not_logged_in: the header “Authorization” may be taken out before PHP sees it.',
        expected: "$_SERVER['PHP_AUTH_USER'] is set in PHP for a request with HTTP Basic.",
        change: [
          'Apache with PHP as CGI or FPM: CGIPassAuth On (2.4.13 and later), or SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1 in the .htaccess.',
          'With rewrite rules: RewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]',
          'nginx: fastcgi_param HTTP_AUTHORIZATION $http_authorization; and a proxy before it: proxy_set_header Authorization $http_authorization;',
          'WordPress tells the same in Tools, Site Health: “The authorization header is missing”.',
        ],
      }
    case 'sign-in-blocked':
      return blockedWords('A signed-in request', cause.by)
    case 'read-refused':
      return blockedWords('Reading with a sign-in', cause.by)
    case 'write-refused':
      return blockedWords('A POST to /wp-json/wp/v2/posts', cause.by)
    case 'text-refused':
      return {
        ...blockedWords(`A draft with ${textsWords(cause.texts)}`, cause.by),
        expected: 'Status 200. The same draft without it was taken.',
      }
    case 'letters-lost':
      return {
        wrong: `The database does not keep ${textsWords(cause.texts)}.`,
        expected: 'The letters come back as they were sent.',
        change: [
          "The tables have the character set utf8mb4: in wp-config.php define('DB_CHARSET', 'utf8mb4'); and for each table ALTER TABLE wp_posts CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci; after a backup.",
        ],
      }
    case 'upload-refused':
      return {
        ...blockedWords('A picture of 60 KB', cause.by),
        change: [...uploadChanges(cause.by), ...FIREWALL.slice(0, 1)],
      }
    case 'upload-small':
      return {
        wrong: `An upload of ${cause.refusedBytes} bytes is refused (${statusWords(cause.by)}); one of ${cause.tookBytes} bytes was taken.`,
        expected: 'Pictures of at least 16 MB, as cameras make them.',
        change: uploadChanges(cause.by),
      }
    case 'traces-left':
      return {
        wrong: 'The program could not take away its own draft or picture (DELETE is refused).',
        expected: 'DELETE, or POST with X-HTTP-Method-Override: DELETE, for one’s own drafts.',
        change: ['Let DELETE through to /wp-json/wp/v2/. What was left has a slug that begins with attache-doctor.'],
      }
  }
}

const statusWords = ({ status, code }: RefusedBy): string =>
  code === null ? `status ${status}` : `status ${status}, ${code}`

function blockedWords(what: string, by: RefusedBy): HostWords {
  const own = by.code !== null
  return {
    wrong: `${what} is refused ${own ? 'by WordPress' : 'before WordPress is reached'} (${statusWords(by)}${by.server === null ? '' : `, Server: ${by.server}`}).`,
    expected: 'An answer of WordPress in JSON.',
    change: own ? [`${SECURITY_PLUGIN} gives this code, and the rights of the account’s role.`] : FIREWALL,
  }
}

/**
 * Who refuses says so by its status. PHP's own limits bind no picture that a program sends as it is (seen with PHP 8.2), but
 * those that people upload in the browser, and a server often has both.
 */
function uploadChanges({ status, code }: RefusedBy): string[] {
  const front =
    'nginx: client_max_body_size 32m; Apache: LimitRequestBody 33554432; ModSecurity: SecRequestBodyLimit 33554432.'
  const php = 'PHP: upload_max_filesize = 32M, post_max_size = 32M and memory_limit of at least 128M; then reload PHP.'
  if (code === 'rest_upload_file_too_big' || code === 'rest_upload_limited_space')
    return [
      'In the network of sites, Settings, Network settings: raise “Max upload file size” and the space of the site.',
    ]
  if (code !== null)
    return [
      'WordPress or a plugin of it refuses: look in the plugins for pictures and security for a largest size.',
      php,
    ]
  return status === 413 ? [front, php] : [front, php, ...FIREWALL.slice(0, 1)]
}

function certificateWords(reason: Extract<DoctorCause, { cause: 'certificate' }>['reason']): HostWords {
  const expected = 'A certificate for this name, within its dates, with the whole chain, signed by a public authority.'
  switch (reason) {
    case 'expired':
      return {
        wrong: 'The certificate is not valid at this time.',
        expected,
        change: ['Renew it (certbot renew), reload the web server, and look why it was not renewed by itself.'],
      }
    case 'self-signed':
      return {
        wrong:
          'The certificate is signed by nobody whom the desk knows, or the server does not send the certificates between.',
        expected,
        change: [
          'Install the whole chain (nginx and Apache: fullchain.pem), from a public authority such as Let’s Encrypt.',
        ],
      }
    case 'wrong-host':
      return {
        wrong: 'The certificate is for another name.',
        expected,
        change: ['Get one for this name, with and without www., and look at the order of the virtual hosts.'],
      }
    case 'other':
      return {
        wrong: 'No safe connection comes about.',
        expected,
        change: ['Offer TLS 1.2 and 1.3 with current ciphers.'],
      }
  }
}
