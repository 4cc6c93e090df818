import { afterEach, describe, expect, it } from 'vitest'
import { discoverBlog } from '../../../../src/main/core/blog-api/wordpress/discover.ts'
import { createWordpressBlogApi } from '../../../../src/main/core/blog-api/wordpress/wordpress-blog-api.ts'
import type { Fetch } from '../../../../src/main/core/ports.ts'
import { failureOf } from '../../../contract/contract-blog.ts'
import { json, page, startTinySite, type TinySite } from './tiny-site.ts'

const sites: TinySite[] = []
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()))
})

type Answering = Parameters<typeof startTinySite>[0]

async function start(answer: Answering): Promise<TinySite> {
  const site = await startTinySite(answer)
  sites.push(site)
  return site
}
const discover = (address: string) => discoverBlog({ address, fetch })
const failureAt = (address: string) => failureOf(discover(address))
const hostOf = (site: TinySite) => new URL(site.url).host

const index = (url: string, more: object = {}) => ({
  name: 'A blog &amp; more',
  url,
  home: url,
  gmt_offset: '5.5',
  timezone_string: '',
  namespaces: ['oembed/1.0', 'wp/v2'],
  authentication: [],
  ...more,
})
const isIndex = (path: string | undefined) => path?.startsWith('/wp-json/') ?? false

describe('discovery finds', () => {
  it('the root that a header names, asking HEAD only', async () => {
    const site = await start((incoming, outgoing, url) => {
      if (incoming.url?.startsWith('/api/')) return json(outgoing, 200, index(url))
      outgoing.setHeader('link', `<${url}/feed>; rel="alternate", <${url}/api/>; rel="https://api.w.org/"`)
      page(outgoing, 200, '')
    })
    expect(await discover(site.url)).toEqual({
      name: 'A blog & more',
      url: site.url,
      restRoot: `${site.url}/api/`,
      timeZone: '',
      gmtOffsetHours: 5.5,
      approvalUrl: null,
    })
    expect(site.asked[0]).toBe('HEAD /')
    expect(site.asked).toHaveLength(2)
  })

  it('the root that only the page names, where HEAD is refused', async () => {
    const site = await start((incoming, outgoing, url) => {
      if (incoming.method === 'HEAD') return outgoing.writeHead(405).end()
      if (incoming.url?.includes('rest_route')) return json(outgoing, 200, index(url))
      page(outgoing, 200, `<link rel='https://api.w.org/' href='${url}/index.php?rest_route=/&#038;x=1' />`)
    })
    expect((await discover(site.url)).restRoot).toBe(`${site.url}/index.php?rest_route=/&x=1`)
  })

  it('the plain form where the server lacks the rewrite rule', async () => {
    const site = await start((incoming, outgoing, url) => {
      if (incoming.url?.startsWith('/?rest_route')) return json(outgoing, 200, index(url))
      if (isIndex(incoming.url)) return page(outgoing, 404, 'not here')
      page(outgoing, 200, '<p>a blog</p>')
    })
    expect((await discover(site.url)).restRoot).toBe(`${site.url}/?rest_route=/`)
  })

  it('the blog behind a redirect on its own host', async () => {
    const site = await start((incoming, outgoing, url) => {
      if (incoming.url === '/blog/') return outgoing.writeHead(301, { location: '/news/' }).end()
      if (incoming.url?.startsWith('/news/wp-json/')) return json(outgoing, 200, index(`${url}/news`))
      page(outgoing, 200, '<p>news</p>')
    })
    expect((await discover(`${site.url}/blog`)).url).toBe(`${site.url}/news`)
  })

  it('a safe approval page, though the site calls itself http:', async () => {
    const endpoints = { authorization: 'http://blog.example.org/wp-admin/authorize-application.php' }
    const fake: Fetch = async (input) => {
      const body = index('http://blog.example.org', { authentication: { 'application-passwords': { endpoints } } })
      return isIndex(new URL(input).pathname) ? Response.json(body) : new Response('<p>a blog</p>')
    }
    expect(await discoverBlog({ address: 'blog.example.org', fetch: fake })).toMatchObject({
      restRoot: 'https://blog.example.org/wp-json/',
      approvalUrl: 'https://blog.example.org/wp-admin/authorize-application.php',
    })
  })
})

describe('discovery names the cause:', () => {
  const notTheBlog = (why: string, host: string | null) => ({ kind: 'not-the-blog', why, host })

  it('another kind of site', async () => {
    const site = await start((incoming, outgoing) => page(outgoing, incoming.url === '/' ? 200 : 404, '<p>a shop</p>'))
    expect(await failureAt(site.url)).toEqual(notTheBlog('not-wordpress', hostOf(site)))
  })

  it('a site that answers everything with its own page', async () => {
    const fake: Fetch = async () => new Response('<p>an app</p>', { headers: { 'content-type': 'text/html' } })
    expect(await failureOf(discoverBlog({ address: 'app.example.org', fetch: fake }))).toEqual(
      notTheBlog('not-wordpress', 'app.example.org'),
    )
  })

  it('JSON of something else', async () => {
    const site = await start((_incoming, outgoing) => json(outgoing, 200, { status: 'ok' }))
    expect(await failureAt(site.url)).toEqual(notTheBlog('not-wordpress', hostOf(site)))
  })

  it('a network that wants a sign-in, by its page', async () => {
    const site = await start((_incoming, outgoing) => page(outgoing, 200, '<form>Room number</form>'))
    expect(await failureAt(site.url)).toEqual(notTheBlog('captive-portal', hostOf(site)))
  })

  it('a network that wants a sign-in, by status 511', async () => {
    const site = await start((_incoming, outgoing) => page(outgoing, 511, 'sign in'))
    expect(await failureAt(site.url)).toEqual(notTheBlog('captive-portal', hostOf(site)))
  })

  it('a network that wants a sign-in, by sending elsewhere', async () => {
    const portal = await start((_incoming, outgoing) => page(outgoing, 200, '<form>Room number</form>'))
    const location = portal.url.replace('127.0.0.1', 'localhost')
    const site = await start((_incoming, outgoing) => outgoing.writeHead(302, { location }).end())
    expect(await failureAt(site.url)).toEqual(notTheBlog('captive-portal', new URL(location).host))
  })

  it('a blog that has moved to another host', async () => {
    const moved = await start((_incoming, outgoing, url) => {
      outgoing.writeHead(200, { link: `<${url}/wp-json/>; rel="https://api.w.org/"` }).end()
    })
    const location = moved.url.replace('127.0.0.1', 'localhost')
    const site = await start((_incoming, outgoing) => outgoing.writeHead(301, { location }).end())
    expect(await failureAt(site.url)).toEqual(notTheBlog('redirected', new URL(location).host))
  })

  it('redirects without end', async () => {
    const site = await start((_incoming, outgoing) => outgoing.writeHead(302, { location: '/' }).end())
    expect(await failureAt(site.url)).toEqual(notTheBlog('redirected', hostOf(site)))
  })

  it('a redirect from https: to http:', async () => {
    const fake: Fetch = async () =>
      new Response(null, { status: 301, headers: { location: 'http://blog.example.org/' } })
    expect(await failureOf(discoverBlog({ address: 'blog.example.org', fetch: fake }))).toEqual(
      notTheBlog('insecure-address', 'blog.example.org'),
    )
  })

  it('a REST root on another host, which would take the password there', async () => {
    const site = await start((_incoming, outgoing) => {
      outgoing.writeHead(200, { link: '<https://evil.example/wp-json/>; rel="https://api.w.org/"' }).end()
    })
    expect(await failureAt(site.url)).toEqual(notTheBlog('redirected', 'evil.example'))
    expect(site.asked).toEqual(['HEAD /'])
  })

  it('a REST interface shut in WordPress’s own words', async () => {
    const site = await start((incoming, outgoing) => {
      if (isIndex(incoming.url))
        return json(outgoing, 401, { code: 'rest_cannot_access', message: 'x', data: { status: 401 } })
      page(outgoing, 200, '<p>a blog</p>')
    })
    expect(await failureAt(site.url)).toEqual(notTheBlog('rest-disabled', hostOf(site)))
  })

  it('a REST interface that is gone from a page which is WordPress’s', async () => {
    const site = await start((incoming, outgoing) =>
      page(outgoing, incoming.url === '/' ? 200 : 404, '<link href="/wp-content/themes/x/style.css">'),
    )
    expect(await failureAt(site.url)).toEqual(notTheBlog('rest-disabled', hostOf(site)))
  })

  it('a REST interface without posts', async () => {
    const site = await start((incoming, outgoing, url) =>
      isIndex(incoming.url) ? json(outgoing, 200, index(url, { namespaces: ['oembed/1.0'] })) : page(outgoing, 200, ''),
    )
    expect(await failureAt(site.url)).toEqual(notTheBlog('rest-disabled', hostOf(site)))
  })

  it('a firewall', async () => {
    const site = await start((_incoming, outgoing) => page(outgoing, 403, 'blocked'))
    expect(await failureAt(site.url)).toEqual(notTheBlog('firewall', hostOf(site)))
  })

  it('a password page of the host before the whole site', async () => {
    const site = await start((_incoming, outgoing) => page(outgoing, 401, 'who are you'))
    expect(await failureAt(site.url)).toEqual(notTheBlog('firewall', hostOf(site)))
  })

  it('a site in trouble', async () => {
    const site = await start((_incoming, outgoing) => page(outgoing, 500, 'sorry'))
    expect(await failureAt(site.url)).toEqual({ kind: 'unavailable', status: 500, retryAfterMs: null })
  })

  it('a host that is not there', async () => {
    const { url, stop } = await startTinySite((_incoming, outgoing) => page(outgoing, 200, ''))
    await stop()
    expect(await failureAt(url)).toEqual({ kind: 'offline' })
  })
})

describe('a connected blog', () => {
  const connect = (site: TinySite, url: string) =>
    createWordpressBlogApi({
      connection: { restRoot: `${site.url}/wp-json/`, url, userName: 'amir', applicationPassword: 'abcd efgh' },
      fetch,
    })

  it('is another blog when the answer names another address', async () => {
    const site = await start((_incoming, outgoing) => json(outgoing, 200, index('https://other.example.org')))
    expect(await failureOf(connect(site, site.url).describe())).toEqual({
      kind: 'not-the-blog',
      why: 'other-blog',
      host: 'other.example.org',
    })
  })

  it('is the same blog with another scheme or a slash at the end', async () => {
    const site = await start((_incoming, outgoing, url) => json(outgoing, 200, index(`${url}/`)))
    const described = await connect(site, site.url.replace('http:', 'https:')).describe()
    expect(described.url).toBe(site.url)
    expect(site.authorizations).toEqual([])
  })

  it('allows no application passwords when it looks at none and offers none', async () => {
    const site = await start((incoming, outgoing, url) => {
      if (!incoming.url?.includes('/users/me')) return json(outgoing, 200, index(url))
      json(outgoing, 401, { code: 'rest_not_logged_in', message: 'x', data: { status: 401 } })
    })
    expect(await failureOf(connect(site, site.url).whoAmI())).toEqual({
      kind: 'not-the-blog',
      why: 'application-passwords-off',
      host: hostOf(site),
    })
  })

  it('is sent its password, and a redirect elsewhere is not', async () => {
    const elsewhere = await start((_incoming, outgoing) => json(outgoing, 200, {}))
    const site = await start((_incoming, outgoing) => outgoing.writeHead(302, { location: elsewhere.url }).end())
    await failureOf(connect(site, site.url).whoAmI())
    expect([site.authorizations.length, elsewhere.asked]).toEqual([1, []])
  })

  it('without TLS is sent nothing', async () => {
    const asked: string[] = []
    const spying: Fetch = async (input) => {
      asked.push(input)
      return Response.json({})
    }
    const connection = { restRoot: 'http://blog.example.org/wp-json/', url: 'http://blog.example.org' }
    const api = createWordpressBlogApi({
      connection: { ...connection, userName: 'amir', applicationPassword: 'abcd' },
      fetch: spying,
    })
    expect(await failureOf(api.whoAmI())).toEqual({ kind: 'not-the-blog', why: 'insecure-address', host: null })
    expect(asked).toEqual([])
  })
})
