import { expect, it } from 'vitest'
import { addressOnBlog } from '../../../src/main/core/boarding/picture-address.ts'

const blog = { url: 'https://embassy.example/blog/', restRoot: 'https://api.embassy.example/wp-json/' }

it.each([
  ['https://embassy.example/uploads/a.png#top', 'https://embassy.example/uploads/a.png'],
  ['http://embassy.example/uploads/a.png', 'https://embassy.example/uploads/a.png'],
  ['//embassy.example/a.png', 'https://embassy.example/a.png'],
  ['/uploads/a.png', 'https://embassy.example/uploads/a.png'],
  ['https://api.embassy.example/a.png', 'https://api.embassy.example/a.png'],
  ['https://embassy.example:8443/a.png', null],
  ['https://user:word@embassy.example/a.png', 'https://embassy.example/a.png'],
  ['https://user@elsewhere.example/a.png', null],
  ['https://i0.wp.example/embassy.example/a.png', null],
  ['file:///a.png', null],
  ['javascript:alert(1)', null],
])('%s is to be had at %s', (written, address) => {
  expect(addressOnBlog(blog, written)).toBe(address)
})
