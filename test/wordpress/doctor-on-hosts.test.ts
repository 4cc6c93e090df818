import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { DoctorVisit } from '../../src/shared/domain/doctor.ts'
import { findingWords } from '../../src/shared/doctor-sentences.ts'
import { siteReportText } from '../../src/shared/site-report-text.ts'
import { causesIn, deskForTest, verdictsIn, visitOf } from '../support/doctor-visits.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { makeCertificates, startTlsFront, type CertificateFault } from '../support/fault-proxy-tls.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { everythingOn } from './everything-on-site.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

const accountOf = (site: RunningWordpress) => {
  const { userName, applicationPassword } = site.users.author
  return { userName, applicationPassword }
}

/** A must-use plugin for one test. */
async function plugIn(site: RunningWordpress, code: string): Promise<void> {
  const path = join(site.pluginFolder, 'own.php')
  await writeFile(path, `<?php\n${code}`)
  onTestFinished(() => rm(path, { force: true }))
}

const sentenceOf = (visit: DoctorVisit, id: string): string => {
  const finding = visit.examinations.find((each) => each.id === id)?.finding
  return finding ? findingWords(finding).what : ''
}

await describeOnWordpress('7.1', 'the site doctor at hosts that are set up in their own way', () => {
  describe('a blog in a folder', () => {
    let site: RunningWordpress
    beforeAll(async () => {
      site = await startWordpress({ version: '7.1', subFolder: 'blog' })
    })
    afterAll(() => site.stop())

    test('is found from the root of its host, and named with its address', async () => {
      const visit = await visitOf({ address: new URL(site.url).origin, account: accountOf(site) })
      expect(causesIn(visit)).toEqual([['blog', 'in-folder']])
      expect(sentenceOf(visit, 'blog')).toContain(`${site.url}/`)
      // Where the blog is not, nobody signs in.
      expect(verdictsIn(visit)['sign-in']).toBe('not-looked-at')
    })

    test('has nothing wrong at its own address', async () => {
      expect(causesIn(await visitOf({ address: site.url, account: accountOf(site) }))).toEqual([])
    })
  })

  describe('a blog that is being updated', () => {
    test('is named so, and asked nothing more', async () => {
      const site = await startWordpress({ version: '7.1', hasOwnFiles: true })
      onTestFinished(() => site.stop())
      const mark = join(site.filesFolder, '.maintenance')
      await writeFile(mark, '<?php $upgrading = time();')
      const visit = await visitOf({ address: site.url, account: accountOf(site) })
      expect(causesIn(visit)).toEqual([['blog', 'maintenance']])
      expect(visit.tried.length).toBeLessThanOrEqual(2)
      await rm(mark)
      expect(causesIn(await visitOf({ address: site.url, account: accountOf(site) }))).toEqual([])
    })
  })

  describe('a blog of its own', () => {
    let site: RunningWordpress
    beforeAll(async () => {
      site = await startWordpress({ version: '7.1' })
    })
    afterAll(() => site.stop())

    const made = makeCertificates(temporaryFolder())
    test.each<[CertificateFault, string]>([
      ['expired', 'not valid today'],
      ['self-signed', 'signed by nobody'],
      ['wrong-host', 'belongs to another address'],
    ])(
      'gets no byte of ours behind a certificate that is %s, and the certificate is the cause',
      async (fault, words) => {
        if ('missing' in made) throw new Error(made.missing)
        const trusted = getCACertificates('default')
        setDefaultCACertificates([...trusted, made.authority])
        onTestFinished(() => setDefaultCACertificates(trusted))
        const front = await startTlsFront({ target: site.url, certificate: made.certificates[fault] })
        onTestFinished(() => front.stop())
        const visit = await visitOf({ address: front.url, account: accountOf(site) })
        expect(causesIn(visit)).toEqual([['certificate', 'certificate']])
        expect(sentenceOf(visit, 'certificate')).toContain(words)
        expect([front.connectionCount > 0, front.applicationBytes]).toEqual([true, 0])
      },
    )

    test('has nothing wrong behind a certificate that holds', async () => {
      if ('missing' in made) throw new Error(made.missing)
      const trusted = getCACertificates('default')
      setDefaultCACertificates([...trusted, made.authority])
      onTestFinished(() => setDefaultCACertificates(trusted))
      // A site that knows of its TLS; what stands before it here cannot tell it so.
      await plugIn(
        site,
        `$_SERVER['HTTPS'] = 'on';
         foreach (['option_home', 'option_siteurl'] as $name)
           add_filter($name, fn ($address) => preg_replace('/^http:/', 'https:', $address), 20);`,
      )
      const front = await startTlsFront({ target: site.url, certificate: made.certificates.good })
      onTestFinished(() => front.stop())
      const visit = await visitOf({ address: front.url, account: accountOf(site) })
      expect(causesIn(visit)).toEqual([])
      expect(verdictsIn(visit)).toMatchObject({ certificate: 'fine', 'sign-in': 'fine', upload: 'fine' })
    })

    test('whose files a plugin keeps small is named with what passed and what did not', async () => {
      await plugIn(
        site,
        `add_filter('wp_handle_sideload_prefilter', fn ($file) =>
           filesize($file['tmp_name']) > 1048576 ? ['error' => 'Too large.'] + $file : $file);`,
      )
      const before = await everythingOn(site)
      const visit = await visitOf({ address: site.url, account: accountOf(site) })
      expect(causesIn(visit)).toEqual([['upload', 'upload-small']])
      expect(sentenceOf(visit, 'upload')).toMatch(/60 KB pass, and those of 2\.2 MB are refused/)
      expect(siteReportText(visit)).toMatch(/WordPress or a plugin/)
      expect(await everythingOn(site)).toBe(before)
    })

    test('tells a wrong password from a header that was lost', async () => {
      const account = { ...accountOf(site), applicationPassword: 'aaaa bbbb cccc dddd eeee ffff' }
      const visit = await visitOf({ address: site.url, account })
      expect(causesIn(visit)).toEqual([['sign-in', 'password-refused']])
    })

    test('that is connected is visited with the password of the desk, and its draft comes down to no desk', async () => {
      const desk = deskForTest()
      const { id: blogId } = await desk.mutate('blogs', 'connect', { address: site.url, ...accountOf(site) })
      await desk.mutate('line', 'syncNow', { blogId })
      const visiting = desk.mutate('doctor', 'visit', { blogId })
      const isAtTexts = async (): Promise<boolean> => (await desk.query('doctor', 'last'))?.current === 'texts'
      await expect.poll(isAtTexts, { interval: 5 }).toBe(true)
      await desk.mutate('line', 'syncNow', { blogId })
      expect(await desk.query('posts', 'list', { blogId })).toEqual([])
      expect(causesIn(await visiting)).toEqual([])
    })

    test('whose line breaks in the middle is named so, and the next visit takes away what was left', async () => {
      const proxy = await startFaultProxy({ target: site.url })
      onTestFinished(() => proxy.stop())
      const before = await everythingOn(site)
      const desk = deskForTest()
      const { id: blogId } = await desk.mutate('blogs', 'connect', { address: proxy.url, ...accountOf(site) })
      // The draft is made, its answer is lost, and from then on nothing gets through.
      let isCut = false
      proxy.strikeEach(({ method, path, body }) => {
        if (isCut) return { kind: 'lose-request' }
        if (method !== 'POST' || !path.includes('/wp/v2/posts') || !body.includes('attache-doctor')) return null
        isCut = true
        return { kind: 'lose-answer' }
      })
      const visit = await desk.mutate('doctor', 'visit', { blogId })
      expect(causesIn(visit).slice(0, 1)).toEqual([['write', 'line-broke']])
      expect(verdictsIn(visit)['traces']).toBe('broken')
      proxy.strikeEach(null)
      expect(causesIn(await desk.mutate('doctor', 'visit', { blogId }))).toEqual([])
      expect(await everythingOn(site)).toBe(before)
    })

    test('is left as it was when the visit is ended in the middle', async () => {
      const proxy = await startFaultProxy({ target: site.url })
      onTestFinished(() => proxy.stop())
      const before = await everythingOn(site)
      const desk = deskForTest()
      const release = proxy.hold({ method: 'POST', pathContains: '/wp/v2/media' })
      const visiting = desk.mutate('doctor', 'visit', { address: proxy.url, account: accountOf(site) })
      await expect.poll(() => proxy.requests.some(({ path }) => path.includes('/wp/v2/media'))).toBe(true)
      const cancelled = desk.mutate('doctor', 'cancel')
      // What has left already is waited for, or it would stay.
      release()
      await cancelled
      const visit = await visiting
      expect(visit.isCancelled).toBe(true)
      expect(verdictsIn(visit)).toMatchObject({ write: 'fine', notes: 'not-looked-at', traces: 'fine' })
      expect(await everythingOn(site)).toBe(before)
    })
  })
})
