import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { OutboxEntry } from '../../src/shared/domain/outbox-entry.ts'
import { errorLine } from '../../src/shared/sentences.ts'
import { newPost, paragraph, write } from '../support/desk-on-practice-blog.ts'
import { captivePage, firewallPage, movedTo, proxyWantsSignIn } from '../support/fault-proxy-answers.ts'
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { wallClock } from '../support/wall-clock.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

/** What goes wrong between an embassy and its blog, told by the sentence that the person reads, and how it ends. */
for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `journeys on WordPress ${version}`, () => {
    let site: RunningWordpress
    let proxy: FaultProxy
    const desks: TestDesk[] = []
    beforeAll(async () => {
      site = await startWordpress({ version })
      proxy = await startFaultProxy({ target: site.url })
    })
    afterEach(async () => {
      proxy.strikeEach(null)
      for (const desk of desks.splice(0)) await desk.close()
    })
    afterAll(async () => {
      await proxy.stop()
      await site.stop()
    })

    /** A password of this journey's own, so that it may be revoked. */
    const newPassword = async (userId: number): Promise<string> =>
      site.php(
        `echo WP_Application_Passwords::create_new_application_password(${userId}, ['name' => wp_generate_uuid4()])[0];`,
      )

    /** A laptop that is signed in and has been down the line once. */
    async function pack(role: 'editor' | 'author' = 'editor') {
      let skippedMs = 0
      const clock = {
        ...wallClock,
        now: () => new Date(Date.now() + skippedMs),
        elapsedMs: () => performance.now() + skippedMs,
      }
      const desk = openDesk(temporaryFolder(), { clock })
      desks.push(desk)
      const user = site.users[role]
      const connect = async (address = proxy.url) =>
        desk.mutate('blogs', 'connect', {
          address,
          userName: user.userName,
          applicationPassword: await newPassword(user.id),
        })
      const { id: blogId } = await connect()
      const sync = () => desk.mutate('line', 'syncNow', { blogId })
      await sync()
      return {
        desk,
        blogId,
        user,
        connect,
        sync,
        /** What the person reads about the line; '' while it is open. */
        async lineSentence(): Promise<string> {
          const { reason } = await sync()
          return reason === null ? '' : errorLine(reason)
        },
        async publish(title: string, text = 'At dawn.') {
          const postId = await newPost(desk, blogId, title, paragraph(text))
          await desk.mutate('posts', 'publish', { postId, as: 'publish' })
          return postId
        },
        async entry(): Promise<OutboxEntry> {
          const [newest] = await desk.query('outbox', 'list', { blogId })
          if (!newest) throw new Error('the outbox is empty')
          return newest
        },
        async settle(): Promise<void> {
          for (let round = 0; round < 5; round += 1) {
            skippedMs += 20 * 60_000
            const { waitingCount } = await sync()
            if (waitingCount === 0) return
          }
          throw new Error(`still waiting: ${JSON.stringify(await desk.query('outbox', 'list', { blogId }))}`)
        },
      }
    }

    /** The states of all posts with this title on the site, by its own word. */
    const statesOf = async (title: string): Promise<string[]> =>
      JSON.parse(
        await site.php(`
          $found = get_posts(['post_status' => 'any', 'numberposts' => -1, 'title' => '${title}']);
          echo json_encode(array_map(fn($post) => $post->post_status, $found));`),
      ) as string[]

    test('a hotel that asks for a sign-in: the post waits and goes by itself afterwards', async () => {
      const laptop = await pack()
      await laptop.publish('From the hotel')
      proxy.strikeEach(() => ({ kind: 'answer', answer: captivePage }))
      expect(await laptop.lineSentence()).toBe(
        `The network asks for a sign-in (${new URL(proxy.url).host}). Nothing was sent. Everything you wrote is on this laptop. Open the browser, sign in to the network, and come back. Waiting work goes by itself.`,
      )
      expect((await laptop.entry()).state).toBe('ready')
      expect(await statesOf('From the hotel')).toEqual([])
      proxy.strikeEach(null)
      await laptop.settle()
      expect(await statesOf('From the hotel')).toEqual(['publish'])
    })

    test('a hotel whose sign-in ends in the middle of a send leaves one post', async () => {
      const laptop = await pack()
      await laptop.publish('Cut off at the hotel')
      proxy.strikeEach(({ method }) => (method === 'POST' ? { kind: 'answer', answer: captivePage } : null))
      expect(await laptop.lineSentence()).toContain('The network asks for a sign-in')
      expect((await laptop.entry()).state).toBe('unknown')
      proxy.strikeEach(null)
      await laptop.settle()
      expect(await statesOf('Cut off at the hotel')).toEqual(['publish'])
    })

    test('an office proxy that wants a sign-in: the post waits and goes once', async () => {
      const laptop = await pack()
      await laptop.publish('Behind the proxy')
      // Node's fetch tells of a 407 as of any broken line; the answer-errors tests hold what other hosts are told.
      proxy.strikeEach(() => ({ kind: 'answer', answer: proxyWantsSignIn }))
      expect(await laptop.lineSentence()).toContain('Everything you wrote is on this laptop.')
      expect(await statesOf('Behind the proxy')).toEqual([])
      proxy.strikeEach(null)
      await laptop.settle()
      expect(await statesOf('Behind the proxy')).toEqual(['publish'])
    })

    test('a firewall that does not like some words: said so, other posts go, and the changed words too', async () => {
      const laptop = await pack()
      proxy.strikeEach(({ body }) => (body.includes('drop table') ? { kind: 'answer', answer: firewallPage } : null))
      const postId = await laptop.publish('On furniture', 'We had to drop table and chairs.')
      expect(await laptop.lineSentence()).toBe('')
      const { state, reason } = await laptop.entry()
      expect(state).toBe('blocked')
      expect(reason && errorLine(reason)).toBe(
        `Something between this laptop and the blog refused the request (${new URL(proxy.url).host}). Nothing was sent. Everything you wrote is on this laptop. Try another network, or show this sentence to your IT.`,
      )
      await laptop.publish('On chairs')
      await laptop.settle()
      expect(await statesOf('On chairs')).toEqual(['publish'])

      await write(laptop.desk, postId, { blocks: [paragraph('We had to leave tables and chairs behind.')] })
      await laptop.desk.mutate('posts', 'publish', { postId, as: 'publish' })
      await laptop.settle()
      expect(await statesOf('On furniture')).toEqual(['publish'])
    })

    test('a password that was revoked: nothing leaves until the person signs in again, and then once', async () => {
      const laptop = await pack()
      await laptop.publish('After the revocation')
      await site.php(`WP_Application_Passwords::delete_all_application_passwords(${laptop.user.id});`)
      expect(await laptop.lineSentence()).toBe(
        'The blog did not accept the user name and application password. Nothing was sent. Everything you wrote is on this laptop. Check both, or make a new application password in your profile on the blog.',
      )
      expect(await statesOf('After the revocation')).toEqual([])
      await laptop.connect()
      await laptop.settle()
      expect(await statesOf('After the revocation')).toEqual(['publish'])
    })

    test('a password that is revoked in the middle of a send', async () => {
      const laptop = await pack()
      await laptop.publish('Revoked on the way')
      // The draft is made and filled; then the password is gone.
      proxy.answerNext({ method: 'POST', pathContains: '/wp/v2/posts/' }, { status: 502, isApplied: true })
      await laptop.sync()
      await site.php(`WP_Application_Passwords::delete_all_application_passwords(${laptop.user.id});`)
      expect(await laptop.lineSentence()).toContain('did not accept')
      await laptop.connect()
      await laptop.settle()
      expect(await statesOf('Revoked on the way')).toEqual(['publish'])
    })

    test('a role that was lowered while a post waits: the post stays unpublished, and goes when the right is back', async () => {
      const laptop = await pack('author')
      await laptop.publish('With less right')
      await site.php(`(new WP_User(${laptop.user.id}))->set_role('contributor');`)
      await laptop.sync()
      const { id: entryId, state, reason } = await laptop.entry()
      expect({ state, kind: reason?.kind }).toEqual({ state: 'blocked', kind: 'forbidden' })
      expect(reason && errorLine(reason)).toMatch(
        /^Your account may not do this on the blog \(rest_cannot_\w+\)\. Your text is kept on this laptop\. Ask the person who looks after the blog for the right to do it\.$/,
      )
      expect(await statesOf('With less right')).not.toContain('publish')
      await site.php(`(new WP_User(${laptop.user.id}))->set_role('author');`)
      await laptop.desk.mutate('outbox', 'tryNow', { entryId })
      await laptop.settle()
      expect(await statesOf('With less right')).toEqual(['publish'])
    })

    test('a site that has moved: said so with its new host, no password goes there, and connecting it there works', async () => {
      const newProxy = await startFaultProxy({ target: site.url })
      // Another name of this machine, so that it is another host.
      const newHome = { ...newProxy, url: newProxy.url.replace('127.0.0.1', 'localhost') }
      const laptop = await pack()
      const postId = await laptop.publish('At the old address')
      proxy.strikeEach(({ path }) => ({ kind: 'answer', answer: movedTo(newHome.url + path) }))
      const host = new URL(newHome.url).host
      expect(await laptop.lineSentence()).toBe(
        `The blog has sent the desk to another address (${host}). Nothing was sent. Everything you wrote is on this laptop. Connect the blog with its new address.`,
      )
      await expect(laptop.connect()).rejects.toMatchObject({ data: { kind: 'not-the-blog', why: 'redirected', host } })
      expect(newHome.requests.filter(({ path }) => path.includes('users/me'))).toEqual([])
      expect(await statesOf('At the old address')).toEqual([])

      const { id: newBlogId, url } = await laptop.connect(newHome.url)
      expect(new URL(url).host).toBe(host)
      expect(newBlogId).not.toBe(laptop.blogId)
      expect(await laptop.desk.query('posts', 'get', { postId })).toMatchObject({ title: 'At the old address' })
      await newHome.stop()
    })

    test('a site that calls itself otherwise than before is not written to', async () => {
      const laptop = await pack()
      await laptop.publish('For the old name')
      const plugin = join(site.pluginFolder, 'renamed.php')
      writeFileSync(
        plugin,
        "<?php add_filter('rest_index', function ($r) { $r->data['url'] = $r->data['home'] = 'http://new.example'; return $r; });",
      )
      try {
        expect(await laptop.lineSentence()).toBe(
          'Another blog answered at this address (new.example). Nothing was sent. Everything you wrote is on this laptop. Check the address and the network.',
        )
        expect(await statesOf('For the old name')).toEqual([])
      } finally {
        rmSync(plugin)
      }
      await laptop.settle()
      expect(await statesOf('For the old name')).toEqual(['publish'])
    })
  })
}
