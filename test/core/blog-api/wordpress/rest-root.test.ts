import { expect, it } from 'vitest'
import { restUrl } from '../../../../src/main/core/blog-api/wordpress/rest-root.ts'

it.each([
  ['https://example.org/wp-json/', 'https://example.org/wp-json/wp/v2/posts?slug=a%2Cb&page=2'],
  ['https://example.org/blog/wp-json', 'https://example.org/blog/wp-json/wp/v2/posts?slug=a%2Cb&page=2'],
  ['https://example.org/?rest_route=/', 'https://example.org/?rest_route=%2Fwp%2Fv2%2Fposts&slug=a%2Cb&page=2'],
  [
    'https://example.org/index.php?rest_route=/',
    'https://example.org/index.php?rest_route=%2Fwp%2Fv2%2Fposts&slug=a%2Cb&page=2',
  ],
])('a path below %s is written into it', (root, expected) => {
  expect(restUrl(root, 'wp/v2/posts', { slug: ['a', 'b'], page: 2, after: null })).toBe(expected)
})
