import { crossed, ofClass, type Payload } from './payload.ts'

const link = (address: string): string => `<a href="${address}">kept words</a>`

/** How a scheme is hidden from who looks for its name. */
const DISGUISES: ((address: string) => string)[] = [
  (address) => address,
  (address) => address.replace(/^../, (letters) => letters.toUpperCase()),
  (address) => ` \n${address}`,
  (address) => `\u0001${address}`,
  (address) => `&#1;&#14;${address}`,
  (address) => address.replace(/^.../, '$&\t'),
  (address) => address.replace(/^.../, '$&&Tab;'),
  (address) => address.replace(/^.../, '$&&NewLine;'),
  (address) => address.replace(/^.../, '$&&#x0A;'),
  (address) => address.replace(':', '&colon;'),
  (address) => address.replace(':', '&#58'),
  (address) => address.replace(/^./, (letter) => `&#x${letter.charCodeAt(0).toString(16)};`),
  (address) => address.replace(/^./, (letter) => `&#${String(letter.charCodeAt(0)).padStart(7, '0')}`),
  (address) => address.replace(/^..../, '$&\u00AD'),
  (address) => address.replace(/^..../, '$&\u0000'),
  (address) => `\u202E${address}`,
  (address) => `\uFEFF${address}`,
]

/** Links that run, open another program or stay inside the desk. */
export function addressPayloads(): Payload[] {
  return [
    ...ofClass('javascript address', ...DISGUISES.map((disguise) => link(disguise('javascript:pwn()')))),
    ...ofClass(
      'javascript address in another attribute',
      link('javascript://example.org/%0Apwn()'),
      link('javascript:/*https://example.org*/pwn()'),
      '<a xlink:href="javascript:pwn()" data-href="javascript:pwn()">kept words</a>',
      '<svg><a xlink:href="javascript:pwn()"><text y=20>x</text></a></svg>',
      '<math href="javascript:pwn()"><mi xlink:href="javascript:pwn()">x</mi></math>',
      '<form action="javascript:pwn()"><button formaction="javascript:pwn()">kept words</button></form>',
      '<form id=f></form><button form=f formaction="javascript:pwn()">kept words</button>',
      '<area href="javascript:pwn()"><map name=m><area href="javascript:pwn()"></map>',
      '<base href="javascript:pwn()//"><a href="x">kept words</a>',
      '<isindex action="javascript:pwn()" type=image><keygen autofocus>',
      '<blockquote cite="javascript:pwn()"><q cite="javascript:pwn()">kept words</q></blockquote>',
    ),
    ...ofClass(
      'data and vbscript address',
      ...crossed(
        DISGUISES.slice(0, 9),
        ['vbscript:pwn()', 'data:text/html,<script>opener.pwn()</script>'],
        (disguise, address) => link(disguise(address).replaceAll('<', '&lt;')),
      ),
      link('data:text/html;base64,PHNjcmlwdD5wd24oKTwvc2NyaXB0Pg=='),
      link('data:image/svg+xml,%3Csvg onload=pwn() xmlns=%22http://www.w3.org/2000/svg%22/%3E'),
      link('data:text/xml,%3Cx:script xmlns:x=%22http://www.w3.org/1999/xhtml%22%3Epwn()%3C/x:script%3E'),
    ),
    ...ofClass(
      'address of another program, or of the desk itself',
      ...[
        'blob:https://example.org/1',
        'file:///etc/passwd',
        '\\\\evil.example\\share',
        'smb://evil.example/share',
        'ms-msdt:/id',
        'search-ms:query=x&crumb=location:\\\\evil.example',
        'attache://approved?state=1&password=x',
        'view-source:https://example.org',
        'filesystem:https://example.org/temporary/x',
        'chrome://settings',
        'intent://x#Intent;scheme=https;end',
        'tel:+1900',
        'sms:+1900?body=x',
        '/call',
        'call',
        '#/connect',
        '?token=1',
        '//evil.example/x',
      ].map(link),
    ),
  ]
}
