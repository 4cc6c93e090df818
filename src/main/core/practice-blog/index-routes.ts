import type { Hono } from 'hono'
import type { PracticeSite } from './practice-site.ts'
import { restRoute } from './rest-route.ts'
import { offsetHours } from './site-time.ts'

/** The page that WordPress shows to approve a program; here it says that the app itself holds the accounts. */
export const APPROVAL_PATH = '/wp-admin/authorize-application.php'

export function addIndexRoutes(app: Hono, site: PracticeSite): void {
  const index = restRoute(site, () => ({
    json: {
      name: site.name,
      description: site.description,
      url: site.origin,
      home: site.origin,
      gmt_offset: offsetHours(site.now(), site.zone),
      timezone_string: site.zone,
      page_for_posts: 0,
      page_on_front: 0,
      show_on_front: 'posts',
      namespaces: ['wp/v2'],
      authentication: {
        'application-passwords': { endpoints: { authorization: `${site.origin}${APPROVAL_PATH}` } },
      },
      routes: {},
      site_logo: 0,
      site_icon: 0,
      site_icon_url: '',
      _links: { help: [{ href: 'https://developer.wordpress.org/rest-api/' }] },
    },
  }))
  app.get('/wp-json', index)
  app.get('/wp-json/', index)
}
