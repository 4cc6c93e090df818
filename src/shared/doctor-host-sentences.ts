import type { DoctorCause } from './domain/doctor.ts'
import { blockedWords, type HostWords, statusWords, uploadChanges, uploadRefusedWords } from './doctor-host-refusals.ts'
import { spanWords, textsWords } from './doctor-terms.ts'
import { t } from './words/t.ts'

const NGINX_REWRITES = 'nginx: location / { try_files $uri $uri/ /index.php?$args; }'

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
        wrong: t('The name of the site is not known to the name service.'),
        expected: t('An A or AAAA record of the name.'),
        change: [t('Look whether the domain is registered and its records are published.')],
      }
    case 'refused':
    case 'unreachable':
      return {
        wrong: t('No connection to the web server comes about.'),
        expected: t('A server that listens on port 443 and is reachable from the country of the desk.'),
        change: [
          t('Look whether the web server runs, and whether a packet filter or a country block shuts the desk out.'),
        ],
      }
    case 'silent':
    case 'line-broke':
      return {
        wrong: t('The connection comes about, and no whole answer comes.'),
        expected: t('An answer within 30 seconds.'),
        change: [
          t(
            'Look in the server’s error log at the times below: PHP workers that are all busy, a time limit of the proxy, a crash.',
          ),
        ],
      }
    case 'sends-to-http':
      return {
        wrong: t('A request over https: is led to an address that begins with http:.'),
        expected: t('Everything stays on https:.'),
        change: [
          t(
            'In WordPress, Settings, General: both addresses with https://. In the server: redirect http: to https:, never the other way.',
          ),
        ],
      }
    case 'certificate':
      return certificateWords(cause.reason)
    case 'maintenance':
      return {
        wrong: t('Every request is answered 503 with Retry-After: WordPress is in its maintenance mode.'),
        expected: t('That it ends by itself within ten minutes.'),
        change: [
          t(
            'If no update runs: delete the file .maintenance in the folder of WordPress, or switch the maintenance plugin off.',
          ),
        ],
      }
    case 'server-error':
      return {
        wrong: t('The server answers {status}.', { status: `${cause.status}` }),
        expected: t('The page of the blog.'),
        change: [t('Look in the error log of the web server and of PHP at the times below.')],
      }
    case 'rate-limited':
      return {
        wrong: t('A limit on requests answers 429.'),
        expected: t('Room for about 60 requests a minute of a signed-in program.'),
        change: [t('Raise the limit for /wp-json/, or count signed-in requests apart.')],
      }
    case 'site-password':
      return {
        wrong: t(
          'The web server asks for a password of its own (HTTP Basic), which takes the place in the request that WordPress needs.',
        ),
        expected: t('Requests to /wp-json/ reach WordPress with the header “Authorization” as it was sent.'),
        change: [
          t('Apache: {apache}. nginx: {nginx}. Access can be restricted by address instead.', {
            apache: '<Location "/wp-json/"> Require all granted </Location>',
            nginx: 'location /wp-json/ { auth_basic off; … }',
          }),
        ],
      }
    case 'page-blocked':
      return blockedWords('page', cause.by)
    case 'other-blog':
      return {
        wrong: t('The REST interface calls the site by another address than the one at which it answers.'),
        expected: t('One address.'),
        change: [t('In WordPress, Settings, General: set both addresses to the one that readers use.')],
      }
    case 'rest-shut':
      return {
        wrong: t('WordPress itself refuses its REST interface (status {status}, code {code}).', {
          status: `${cause.by.status}`,
          code: cause.by.code ?? '',
        }),
        expected: t(
          'GET /wp-json/ answers 200 with JSON to everybody, and /wp-json/wp/v2/ to whoever signs in with an application password.',
        ),
        change: [
          t(
            'Look in the security plugins (Wordfence, Solid Security, All-In-One Security, Disable WP REST API and their like) and in functions.php for what shuts the REST API to visitors (the filter rest_authentication_errors), and let at least / and wp/v2 through for signed-in requests.',
          ),
        ],
      }
    case 'rest-blocked':
      return blockedWords('rest', cause.by)
    case 'rest-missing':
      return {
        wrong: t('Neither /wp-json/ nor /?rest_route=/ leads to the REST interface.'),
        expected: t('GET /?rest_route=/ answers 200 with JSON.'),
        change: [
          t(
            'Look in the security plugins (Wordfence, Solid Security, All-In-One Security, Disable WP REST API and their like) and in functions.php for what removes the REST API.',
          ),
          t('In WordPress, Settings, Permalinks: press “Save changes” once, which writes the rewrite rules anew.'),
        ],
      }
    case 'plain-permalinks':
      return {
        wrong: t(
          'The permalinks are plain. Nothing is broken by it; addresses with ?rest_route= are refused by some firewalls.',
        ),
        expected: t('GET /wp-json/ answers 200 with JSON.'),
        change: [t('In WordPress, Settings, Permalinks: choose any structure but “Plain”.')],
      }
    case 'rewrite-missing':
      return {
        wrong: t('The blog names /wp-json/ as its door, and the web server does not lead it to WordPress.'),
        expected: t('GET /wp-json/ answers 200 with JSON.'),
        change: [
          t(
            'Apache: AllowOverride All (or FileInfo) for the folder and mod_rewrite on; then Settings, Permalinks, “Save changes”. In a sub-folder the .htaccess lies there and has RewriteBase with its path.',
          ),
          NGINX_REWRITES,
        ],
      }
    case 'clock':
      return {
        wrong: t('The clock of the server is {span} {side, select, ahead {ahead of} other {behind}} the desk’s.', {
          span: spanWords(cause.aheadMs),
          side: cause.aheadMs > 0 ? 'ahead' : 'behind',
        }),
        expected: t('A difference of a few seconds.'),
        change: [
          t('Set the server’s clock by NTP: timedatectl set-ntp true (or chronyd), and look at timedatectl status.'),
        ],
      }
    case 'old-version':
      return {
        wrong: t('WordPress {version} is older than programs can work with.', { version: cause.version }),
        expected: t('WordPress 5.7 or later.'),
        change: [t('Update WordPress; versions below 6.0 have known holes as well.')],
      }
    case 'passwords-off':
      return {
        wrong: t('The site offers no application passwords.'),
        expected: t('The answer of GET /wp-json/ has authentication.application-passwords.'),
        change: [
          t(
            'Look in the security plugins (Wordfence, Solid Security, All-In-One Security, Disable WP REST API and their like) and in functions.php for what switches application passwords off (the filters wp_is_application_passwords_available and …_for_user), and switch them on. Wordfence: “Disable WordPress application passwords”.',
          ),
        ],
      }
    case 'passwords-need-tls':
      return {
        wrong: t(
          'A proxy ends TLS, and WordPress behind it believes that the line is plain; it offers application passwords on safe lines only.',
        ),
        expected: t('is_ssl() is true, and both addresses in Settings, General begin with https://.'),
        change: [
          t('In wp-config.php, above {place}: {line} and let the proxy set X-Forwarded-Proto.', {
            place: "“That's all”",
            line: "if (($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '') === 'https') $_SERVER['HTTPS'] = 'on';",
          }),
        ],
      }
    case 'header-stripped':
    case 'header-or-password':
      return {
        wrong:
          cause.cause === 'header-stripped'
            ? t(
                'The header “Authorization” is taken out of the request before PHP sees it: the same password is accepted where it travels in the body.',
              )
            : t(
                'A signed-in request is answered rest_not_logged_in: the header “Authorization” may be taken out before PHP sees it.',
              ),
        expected: t('{name} is set in PHP for a request with HTTP Basic.', { name: "$_SERVER['PHP_AUTH_USER']" }),
        change: [
          t('Apache with PHP as CGI or FPM: {line} (2.4.13 and later), or {other} in the .htaccess.', {
            line: 'CGIPassAuth On',
            other: 'SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1',
          }),
          t('With rewrite rules: {line}', { line: 'RewriteRule .* - [E=HTTP_AUTHORIZATION:%{HTTP:Authorization}]' }),
          t('nginx: {line} and a proxy before it: {other}', {
            line: 'fastcgi_param HTTP_AUTHORIZATION $http_authorization;',
            other: 'proxy_set_header Authorization $http_authorization;',
          }),
          t('WordPress tells the same in Tools, Site Health: “The authorization header is missing”.'),
        ],
      }
    case 'sign-in-blocked':
      return blockedWords('sign-in', cause.by)
    case 'read-refused':
      return blockedWords('reading', cause.by)
    case 'write-refused':
      return blockedWords('writing', cause.by)
    case 'text-refused':
      return {
        ...blockedWords({ texts: cause.texts }, cause.by),
        expected: t('Status 200. The same draft without it was taken.'),
      }
    case 'letters-lost':
      return {
        wrong: t('The database does not keep {texts}.', { texts: textsWords(cause.texts) }),
        expected: t('The letters come back as they were sent.'),
        change: [
          t(
            'The tables have the character set utf8mb4: in wp-config.php {line} and for each table {other} after a backup.',
            {
              line: "define('DB_CHARSET', 'utf8mb4');",
              other: 'ALTER TABLE wp_posts CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;',
            },
          ),
        ],
      }
    case 'upload-refused':
      return uploadRefusedWords(cause.by)
    case 'upload-small':
      return {
        wrong: t('An upload of {refused} bytes is refused ({answer}); one of {took} bytes was taken.', {
          refused: `${cause.refusedBytes}`,
          answer: statusWords(cause.by),
          took: `${cause.tookBytes}`,
        }),
        expected: t('Pictures of at least 16 MB, as cameras make them.'),
        change: uploadChanges(cause.by),
      }
    case 'traces-left':
      return {
        wrong: t('The program could not take away its own draft or picture (DELETE is refused).'),
        expected: t('DELETE, or POST with X-HTTP-Method-Override: DELETE, for one’s own drafts.'),
        change: [t('Let DELETE through to /wp-json/wp/v2/. What was left has a slug that begins with attache-doctor.')],
      }
  }
}

function certificateWords(reason: Extract<DoctorCause, { cause: 'certificate' }>['reason']): HostWords {
  const expected = t(
    'A certificate for this name, within its dates, with the whole chain, signed by a public authority.',
  )
  switch (reason) {
    case 'expired':
      return {
        wrong: t('The certificate is not valid at this time.'),
        expected,
        change: [t('Renew it (certbot renew), reload the web server, and look why it was not renewed by itself.')],
      }
    case 'self-signed':
      return {
        wrong: t(
          'The certificate is signed by nobody whom the desk knows, or the server does not send the certificates between.',
        ),
        expected,
        change: [
          t(
            'Install the whole chain (nginx and Apache: fullchain.pem), from a public authority such as Let’s Encrypt.',
          ),
        ],
      }
    case 'wrong-host':
      return {
        wrong: t('The certificate is for another name.'),
        expected,
        change: [t('Get one for this name, with and without www., and look at the order of the virtual hosts.')],
      }
    case 'other':
      return {
        wrong: t('No safe connection comes about.'),
        expected,
        change: [t('Offer TLS 1.2 and 1.3 with current ciphers.')],
      }
  }
}
