import { only, POSTS, type Step } from './step.ts'

export const LINE_STEPS: Step[] = [
  { name: 'the index', as: 'nobody', path: '/wp-json/', facts: only('gmt_offset', 'timezone_string', 'show_on_front') },
  { name: 'no such route', as: 'editor', path: '/wp-json/wp/v2/nothing' },
  { name: 'nobody asks who they are', as: 'nobody', path: '/wp-json/wp/v2/users/me' },
  { name: 'a wrong password asks who it is', as: 'stranger', path: '/wp-json/wp/v2/users/me?context=edit' },
  { name: 'a wrong password reads public posts', as: 'stranger', path: `${POSTS}?slug=no-such-slug` },
  {
    name: 'an editor asks who they are',
    as: 'editor',
    path: '/wp-json/wp/v2/users/me?context=edit',
    facts: only('roles'),
  },
  { name: 'the query in place of the path', as: 'editor', path: '/?rest_route=/wp/v2/posts&slug=no-such-slug' },
]
