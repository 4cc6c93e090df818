import type { Hono } from 'hono'
import { listPage } from './list-page.ts'
import { AVATAR_URLS, restUrl } from './links.ts'
import type { RestContext } from './post-json.ts'
import { readContext } from './posts-routes.ts'
import type { PracticeUser } from './practice-state.ts'
import { findUser, type PracticeSite } from './practice-site.ts'
import { notAllowed, RestError } from './rest-error.ts'
import { type Answer, type Ask, restRoute } from './rest-route.ts'
import { can, CAPABILITIES } from './roles.ts'

function userJson(site: PracticeSite, user: PracticeUser, context: RestContext) {
  const granted = Object.fromEntries([...CAPABILITIES[user.role], user.role].map((name) => [name, true]))
  return {
    id: user.id,
    ...(context === 'edit' ? { username: user.userName, first_name: '', last_name: '', email: user.email } : {}),
    name: user.displayName,
    url: '',
    description: '',
    link: `${site.origin}/author/${user.userName}/`,
    slug: user.userName,
    ...(context === 'edit'
      ? {
          locale: 'en_US',
          nickname: user.userName,
          roles: [user.role],
          registered_date: `${user.registeredGmt}+00:00`,
          capabilities: granted,
          extra_capabilities: { [user.role]: true },
        }
      : {}),
    avatar_urls: AVATAR_URLS,
    meta: [],
    _links: {
      self: [{ href: restUrl(site, `users/${user.id}`) }],
      collection: [{ href: restUrl(site, 'users') }],
    },
  }
}

function requireViewer(ask: Ask): PracticeUser {
  if (ask.viewer === null) throw new RestError(401, 'rest_not_logged_in', 'You are not currently logged in.')
  return ask.viewer
}

const hasPublished = (site: PracticeSite, user: PracticeUser): boolean =>
  site.state.posts.some((post) => post.status === 'publish' && post.authorId === user.id)

function readUser(site: PracticeSite, ask: Ask): Answer {
  const user = findUser(site, ask.id)
  if (user === null) throw new RestError(404, 'rest_user_invalid_id', 'Invalid user ID.')
  const context = readContext(ask)
  const isSelf = ask.viewer?.id === user.id
  const mayEdit = isSelf || can(ask.viewer, 'list_users')
  if (context === 'edit' && !mayEdit) {
    throw notAllowed(ask.viewer, 'rest_user_cannot_view', 'Sorry, you are not allowed to edit this user.')
  }
  if (!mayEdit && !hasPublished(site, user)) {
    throw notAllowed(ask.viewer, 'rest_user_cannot_view', 'Sorry, you are not allowed to list users.')
  }
  return { json: userJson(site, user, context) }
}

/** Those with published posts; everybody for an administrator. `who=authors`: those who may write, for everybody who may. */
function listUsers(site: PracticeSite, ask: Ask): Answer {
  const context = readContext(ask)
  if (context === 'edit' && !can(ask.viewer, 'list_users')) {
    throw notAllowed(ask.viewer, 'rest_forbidden_context', 'Sorry, you are not allowed to edit users.')
  }
  const isOfWriters = ask.url.searchParams.get('who') === 'authors'
  if (isOfWriters && !can(ask.viewer, 'edit_posts')) {
    throw notAllowed(ask.viewer, 'rest_forbidden_who', 'Sorry, you are not allowed to query users by this parameter.')
  }
  const users = site.state.users
    .filter((user) =>
      isOfWriters ? can(user, 'edit_posts') : can(ask.viewer, 'list_users') || hasPublished(site, user),
    )
    .toSorted((left, right) => left.displayName.localeCompare(right.displayName, 'en'))
  return listPage(ask, users, { pastEnd: 'empty', toJson: (user) => userJson(site, user, context) })
}

function passwordJson(user: PracticeUser) {
  if (user.applicationPassword === null) {
    throw new RestError(404, 'rest_application_password_not_found', 'Application password not found.')
  }
  const { uuid, createdGmt } = user.applicationPassword
  return { uuid, app_id: '', name: 'Practice', created: createdGmt, last_used: null, last_ip: null }
}

function revokePassword(ask: Ask): Answer {
  const user = requireViewer(ask)
  const previous = passwordJson(user)
  if (ask.url.pathname.split('/').at(-1) !== previous.uuid) {
    throw new RestError(404, 'rest_application_password_not_found', 'Application password not found.')
  }
  user.applicationPassword = null
  return { json: { deleted: true, previous } }
}

export function addUsersRoutes(app: Hono, site: PracticeSite): void {
  const users = '/wp-json/wp/v2/users'
  const passwords = `${users}/me/application-passwords`
  app.get(
    users,
    restRoute(site, (ask) => listUsers(site, ask)),
  )
  app.get(
    `${users}/me`,
    restRoute(site, (ask) => ({ json: userJson(site, requireViewer(ask), readContext(ask)) })),
  )
  app.get(
    `${users}/:id{[0-9]+}`,
    restRoute(site, (ask) => readUser(site, ask)),
  )
  app.get(
    `${passwords}/introspect`,
    restRoute(site, (ask) => ({ json: passwordJson(requireViewer(ask)) })),
  )
  app.delete(`${passwords}/:uuid`, restRoute(site, revokePassword))
}
