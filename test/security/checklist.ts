/**
 * What an organisation's security officer asks of the desk, line by line, and what shows it: names of tests and journeys as
 * they stand in their files. `…` stands for any words, and a file alone for every test in it. `npm run security` prints it.
 */
export interface Line {
  claim: string
  evidence: readonly string[]
  /** What the evidence here cannot show, and where it would be seen. */
  limit?: string
}

const ELECTRON = 'test/host/electron'
const NODE = 'test/host/node'
const ON_REAL_ELECTRON =
  'Shown against a fake of Electron that is typed by its own declarations; the same journeys run on Electron itself where its binary is.'
const ON_REAL_WORDPRESS = 'The half of it on real WordPress runs where one can be had.'

export const CHECKLIST: Readonly<Record<string, readonly Line[]>> = {
  'Window and process': [
    {
      claim: 'Only the desk’s own pages are loaded, from its own scheme',
      evidence: [
        `${ELECTRON}/window.test.ts > the window is sandboxed, isolated, without Node, and fetches no dictionaries`,
        `${ELECTRON}/window.test.ts > the window never leaves the desk: navigation, redirects and webviews are stopped`,
      ],
      limit: ON_REAL_ELECTRON,
    },
    {
      claim: 'The page has no Node, is isolated and sandboxed, with web security on and no webview',
      evidence: [
        `${ELECTRON}/window.test.ts > the window is sandboxed, isolated, without Node, and fetches no dictionaries`,
        `${ELECTRON}/calls.test.ts > the page sees named functions and a few words, nothing of Node or Electron`,
      ],
      limit: ON_REAL_ELECTRON,
    },
    {
      claim: 'Every permission is denied, asked for or looked up, but writing text to the clipboard',
      evidence: [`${ELECTRON}/window.test.ts > no permission is granted but writing text to the clipboard`],
      limit: ON_REAL_ELECTRON,
    },
    {
      claim: 'The content security policy starts from nothing, and demands Trusted Types',
      evidence: [
        'test/host/renderer-files.test.ts > the policy starts from nothing and allows nothing unsafe, foreign or inlined',
        'test/host/renderer-files.test.ts > every answer carries the policy, the refused ones too',
        `${ELECTRON}/window.test.ts > the built window is served with the policy, each file with its type`,
      ],
    },
    {
      claim: 'A link leads to the system’s browser, https: only, after its host was shown and agreed to',
      evidence: [
        `${ELECTRON}/window.test.ts > a link opens in the browser after the person saw its host and agreed`,
        `${ELECTRON}/window.test.ts > a link the person declined, or of another kind, is not opened`,
      ],
    },
    {
      claim: 'A call is heard from the desk’s own top frame only, and in the form of the contract',
      evidence: [
        `${ELECTRON}/calls.test.ts > a call from … is refused with an answer`,
        `${ELECTRON}/calls.test.ts > calls that only the serving process makes are refused from the page`,
        `${ELECTRON}/opened-files.test.ts > the page cannot give the desk a file as the system does`,
      ],
    },
    {
      claim: 'Ten thousand random calls end nothing and change nothing that they should not',
      evidence: [
        'test/core/contract-fuzz.test.ts > ten thousand calls of any shape are each answered, and the desk is whole afterwards',
        `${ELECTRON}/calls.test.ts > ten thousand random payloads are each answered, and the program still works`,
      ],
    },
    {
      claim: 'The page is never told a path of the laptop, a key, a password or how the database is asked',
      evidence: ['test/security/told-to-the-window.test.ts'],
    },
    {
      claim: 'Pages and pictures come from a fixed list; a way out of the folder is a 404',
      evidence: [
        'test/host/renderer-files.test.ts > the built files are served with their type, and nothing else of the folder',
        'test/host/renderer-files.test.ts > a file made after the start is not served',
        `${ELECTRON}/window.test.ts > … is not found`,
      ],
    },
    {
      claim: 'In the packaged program developer tools and inspection are dead',
      evidence: [
        `${ELECTRON}/window.test.ts > in the packaged program the developer tools are off, and not in the menu`,
        'test/package/packed-program.test.ts > every fuse of the binary is as it was set',
      ],
    },
    {
      claim: 'Dictionaries are bundled; none is fetched',
      evidence: [
        `${ELECTRON}/window.test.ts > the window is sandboxed, isolated, without Node, and fetches no dictionaries`,
        'test/core/spelling/spelling.test.ts > bundled dictionaries …',
      ],
    },
  ],
  'In the browser': [
    {
      claim: 'Nothing but 127.0.0.1 is listened on',
      evidence: [`${NODE}/http-host.test.ts > nothing listens but 127.0.0.1`],
    },
    {
      claim: 'A token opens one session, once, for a cookie that no script reads and no other site sends',
      evidence: [
        `${NODE}/http-host.test.ts > the printed address opens a session once, and leaves no token in the browser`,
        `${NODE}/http-host.test.ts > a call without the cookie, or with a wrong one, is refused`,
        `${NODE}/hostile-neighbour.test.ts`,
      ],
    },
    {
      claim: 'A rebound name and a foreign origin are refused',
      evidence: [
        `${NODE}/http-host.test.ts > another name for this machine is refused, as a rebound DNS name would be`,
        `${NODE}/http-host.test.ts > a request that another origin began is refused, and so is a call of unknown origin`,
      ],
    },
    {
      claim: 'The same policy as in the window',
      evidence: [`${NODE}/http-host.test.ts > the window comes with the policy, and refusals carry it too`],
    },
    { claim: 'A desk that nobody uses ends by itself', evidence: [`${NODE}/idle-watch.test.ts`] },
    {
      claim: 'Nothing a person wrote stays in the browser’s own files',
      evidence: ['test/e2e/left-in-browser.spec.ts'],
    },
  ],
  'Fuses and package': [
    {
      claim:
        'Run as Node, NODE_OPTIONS, inspection and file: privileges are off; cookie encryption, asar integrity and only-from-asar are on, and read back',
      evidence: [
        'test/package/fuses.test.ts',
        'test/package/packed-program.test.ts > every fuse of the binary is as it was set',
      ],
      limit: 'Where Electron’s binary cannot be fetched the step is shown on a file that bears the fuses of one.',
    },
    {
      claim: 'Each file of the program has its checksum in the asar file',
      evidence: ['test/package/packed-program.test.ts > each file of the program has its checksum in the asar file'],
    },
  ],
  Network: [
    {
      claim: 'TLS 1.2 at least',
      evidence: ['test/faults/tls.test.ts > …an older TLS…'],
      limit: 'On Electron it is Chromium’s own floor, which is TLS 1.2 since version 84 and which nothing here lowers.',
    },
    {
      claim: 'A certificate that does not hold gets not one byte, and nobody can click past it',
      evidence: ['test/faults/tls.test.ts', 'test/security/source.test.ts > nothing overrides a certificate'],
    },
    {
      claim: 'The program reaches blogs over the system’s proxy and certificate store',
      evidence: [
        `${ELECTRON}/net-fetch.test.ts`,
        `${ELECTRON}/program.test.ts > a blog connected over Chromium’s network stack stays signed in after a restart, its password sealed`,
      ],
      limit: ON_REAL_ELECTRON,
    },
    {
      claim: 'Blogs without TLS are refused, but on this laptop',
      evidence: [
        'test/core/blog-api/wordpress/discover.test.ts > …without TLS is sent nothing',
        'test/core/blog-api/wordpress/blog-address.test.ts',
      ],
    },
    {
      claim: 'A password goes to its own blog’s origin only',
      evidence: [
        'test/core/hostile-blog.test.ts > …no redirect, Link header, claimed address or cookie takes the password off the origin',
        'test/core/blog-api/wordpress/discover.test.ts > …a REST root on another host, which would take the password there',
        'test/core/blog-api/wordpress/wordpress-pictures.test.ts > a picture is asked for without the password and without following a redirect',
      ],
    },
    {
      claim: 'A password is in no address and in no log',
      evidence: [
        `${ELECTRON}/program.test.ts > the password of an approval is in no log and no file`,
        'test/core/bad-input.test.ts > …a wrong password is a sentence, and neither it nor the account is kept or logged',
        'test/security/asked-of-the-network.test.ts',
      ],
    },
  ],
  Credentials: [
    {
      claim: 'Application passwords, sealed by the desk’s key, which the system’s key store or a passphrase keeps',
      evidence: [
        `${ELECTRON}/program.test.ts > a blog connected over Chromium’s network stack stays signed in after a restart, its password sealed`,
        `${ELECTRON}/lock.test.ts`,
        'test/core/vault/plain-desk.test.ts > passwords come back after a restart under the same key, and count as none under another',
      ],
    },
    {
      claim: 'Whoever signs out leaves no password behind',
      evidence: ['test/core/blogs/blogs-service.test.ts > …removes the password and keeps the posts'],
    },
    {
      claim: 'Signing out takes the password back on the blog; without a line it stays to be done until it is',
      evidence: ['test/core/blogs/revocation.test.ts', 'test/wordpress/sign-out.test.ts', 'test/e2e/sign-out.spec.ts'],
      limit: ON_REAL_WORDPRESS,
    },
    {
      claim: 'The site doctor shows a password to its own blog only, names nobody on its page, and leaves no trace',
      evidence: [
        'test/core/doctor/site-doctor.test.ts > a password is shown to the origin of the blog alone, whatever the site leads to',
        'test/core/doctor/site-doctor.test.ts > what is no address is not asked, and not repeated on the page',
        'test/core/doctor/site-doctor.test.ts > a visit to the practice blog finds nothing wrong and leaves it as it was',
        'test/wordpress/doctor.test.ts > …finds nothing wrong for an … where all is well, and leaves the site as it was',
        'test/wordpress/doctor-on-hosts.test.ts > …whose line breaks in the middle is named so, and the next visit takes away what was left',
        'test/wordpress/doctor-on-hosts.test.ts > …is left as it was when the visit is ended in the middle',
      ],
      limit: ON_REAL_WORDPRESS,
    },
  ],
  Content: [
    {
      claim:
        'Everything that readers and other sites write is cleaned before it is shown: no script, no request, no disguise',
      evidence: ['test/e2e/hostile-comments.spec.ts'],
    },
    {
      claim:
        'Nothing in a post of the blog, or that is pasted or dropped, runs, loads or leads away, with the policy and without',
      evidence: ['test/e2e/hostile-content.spec.ts'],
    },
    {
      claim: 'What is made to harm the desk in an answer of a blog harms nothing',
      evidence: ['test/core/hostile-blog.test.ts'],
    },
    {
      claim: 'Whatever a site says of itself, in the doctor’s report it is neither a tag nor a line of its own',
      evidence: [
        'test/core/doctor/site-report.test.ts > the page to print is made of its own tags alone, whatever the site says',
        'test/core/doctor/site-report.test.ts > no word of a site begins a line of its own in the report or turns one about',
      ],
    },
    {
      claim: 'A link that shows one host and leads to another is pointed out, in comments and before publishing',
      evidence: [
        'test/e2e/hostile-comments.spec.ts',
        'test/shared/content/checks/structure.test.ts > …a link that shows one host and goes to another is found, whatever is written before an @',
      ],
    },
  ],
  Files: [
    {
      claim: 'Review files: fixed names, limits counted while they stream in, signed and sealed',
      evidence: ['test/core/review-file/hostile-files.test.ts', 'test/core/review-file/round-trip.test.ts'],
    },
    {
      claim: 'Every changed byte of a review file makes it refused',
      evidence: ['test/core/review-file/damage.test.ts'],
    },
    {
      claim:
        'Handover files: every changed byte and every cut makes them refused; a database in one that is not only ours is not opened',
      evidence: [
        'test/core/handover/damage.test.ts',
        'test/core/handover/move.test.ts > a whole desk with a trigger or a table more than ours is refused',
        'test/core/handover/move.test.ts > nothing that a person wrote stands in the file, or lies beside the desk, in the clear',
      ],
    },
    {
      claim: 'A handover file taken in twice is the same as once, and what waited in it goes only when told',
      evidence: [
        'test/core/handover/successor.test.ts > the file taken in twice is the same as once, and signing in to the site takes over what came',
        'test/core/handover/move.test.ts > a new laptop becomes the old desk, with its history, pictures and signing key, and sends nothing unasked',
        'test/core/handover/successor.test.ts > the desk that was left asks before anything goes, until the person says that it stays in use',
      ],
    },
    {
      claim: 'Five thousand hostile files, by every way in: no crash, no stray write',
      evidence: ['test/core/hostile-files/hostile-files.test.ts'],
    },
    {
      claim: 'Pictures are known by their bytes; SVG and HTML are refused',
      evidence: [
        'test/core/media/picture-sizes.test.ts > …says why and leaves nothing behind',
        'test/e2e/hostile-content.spec.ts > a file that lies about its type is refused, and one that is a picture and a page is served as a picture',
      ],
    },
    {
      claim: 'Place, camera and maker’s notes leave pictures and films',
      evidence: ['test/core/media/without-metadata.test.ts', 'test/core/media/without-place.test.ts'],
    },
  ],
  'At rest and logs': [
    {
      claim:
        'Of a day at the desk no word and no password can be read in database, log, backups, temporary files or pictures',
      evidence: [`${NODE}/left-behind.test.ts`, 'test/core/vault/sealed-files.test.ts'],
    },
    { claim: 'A desk from before is sealed, cut off anywhere', evidence: ['test/core/vault/plain-desk.test.ts'] },
    {
      claim: 'A wrong key is never taken for damage, and damage is always seen',
      evidence: [
        'test/core/vault/lock.test.ts',
        `${ELECTRON}/lost-key-store.test.ts`,
        'test/core/backups/damage.test.ts',
      ],
    },
    {
      claim: 'The escrow key of the house opens a desk whose owner is gone, and the desk says so until it was read',
      evidence: [
        'test/core/vault/escrow.test.ts',
        'test/core/vault/lock.test.ts > the other half of the escrow key opens a desk that was made with it, and one that was there before',
        'test/cli/escrow.test.ts',
        'test/e2e/escrow.spec.ts',
      ],
    },
    {
      claim:
        'A desk gets a new key, with its passwords and backups; cut off anywhere it opens under one key, and what opened it before opens nothing',
      evidence: ['test/core/vault/new-key.test.ts', 'test/e2e/lock.spec.ts'],
      limit:
        'Pictures and sounds keep their key, and a copy that was made of the disk before opens with what opened it then.',
    },
    {
      claim: 'A desk is erased for good, its keys first, also where the erasing is cut off anywhere',
      evidence: ['test/core/vault/erase.test.ts'],
      limit:
        'What a disk keeps of deleted files is noise without the keys; what it keeps of the keys is up to the disk.',
    },
    {
      claim: 'Files are their owner’s alone',
      evidence: [`${NODE}/left-behind.test.ts`],
      limit: 'Looked at where the system has such modes; on Windows the profile’s folder is the user’s own.',
    },
    {
      claim: 'The log holds ids and sizes, turns over, and never a text',
      evidence: [`${NODE}/left-behind.test.ts`, 'test/host/file-log.test.ts'],
    },
    {
      claim:
        'Diagnostics for IT hold no title, text, name, password or folder, an address only if asked, and are saved as shown',
      evidence: ['test/core/diagnostics/diagnostics.test.ts'],
    },
    {
      claim: 'No telemetry: nobody is asked anything but the blogs and feeds that the person named',
      evidence: ['test/security/asked-of-the-network.test.ts', 'test/security/source.test.ts > nothing reports home'],
    },
  ],
  Build: [
    {
      claim: 'No release for Windows or macOS without signature, publisher’s name, hardened runtime and notarisation',
      evidence: ['test/package/release.test.ts'],
      limit: 'That a signature was made is seen only where the certificate is: in the release workflow.',
    },
    {
      claim: 'Updates are off unless a key was compiled in; a downgrade, another key or a changed letter is refused',
      evidence: [`${ELECTRON}/updates/decide-update.test.ts`, `${ELECTRON}/updates/offer-update.test.ts`],
    },
    {
      claim: 'Installed from the lockfile; install scripts by an allow list',
      evidence: [
        'test/package/release.test.ts > every package that would run a script when it is installed was decided about, and one alone may',
        'test/security/source.test.ts > what is built is what the lockfile names',
      ],
    },
    {
      claim: 'A list of parts in CycloneDX, valid against its schema',
      evidence: [
        'test/package/packed-program.test.ts > the list of parts is valid CycloneDX and names what is packed, what is built in, and Electron',
      ],
    },
    {
      claim: 'Two clean builds give the same app.asar',
      evidence: [
        'test/package/packed-program.test.ts > two clean builds in two folders give the same app.asar, list of parts and licence list',
      ],
    },
  ],
}
