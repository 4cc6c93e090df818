import { describe, expect, it } from 'vitest'
import { madeSafe, readBlogAddress } from '../../../../src/main/core/blog-api/wordpress/blog-address.ts'
import { failureOf } from '../../../contract/contract-blog.ts'

const failureFor = (address: string) => failureOf((async () => readBlogAddress(address))())

describe('an address of a blog', () => {
  it.each([
    ['blog.example.org', 'https://blog.example.org/'],
    ['  https://blog.example.org  ', 'https://blog.example.org/'],
    ['HTTPS://Blog.Example.org/embassy', 'https://blog.example.org/embassy/'],
    ['https://example.org/blog/wp-admin/edit.php?post_type=post#top', 'https://example.org/blog/'],
    ['https://example.org/wp-login.php', 'https://example.org/'],
    ['https://example.org/wp-json/', 'https://example.org/'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['localhost:8080', 'http://localhost:8080/'],
    ['http://127.0.0.1:9/blog', 'http://127.0.0.1:9/blog/'],
    ['http://[::1]:9', 'http://[::1]:9/'],
    ['sứ-quán.example', 'https://xn--s-qun-0qa6294c.example/'],
  ])('%s is read as %s', (address, expected) => {
    expect(readBlogAddress(address).href).toBe(expected)
  })

  it.each(['', 'two words', 'https://', 'ftp://example.org', 'mailto:me@example.org', 'https://me:secret@example.org'])(
    '"%s" is none',
    async (address) => {
      expect(await failureFor(address)).toEqual({ kind: 'not-the-blog', why: 'bad-address', host: null })
    },
  )

  it.each(['http://blog.example.org', 'http://127.0.0.1.example.org', 'http://localhost.example.org'])(
    '%s would carry a password in the open',
    async (address) => {
      expect(await failureFor(address)).toMatchObject({ kind: 'not-the-blog', why: 'insecure-address' })
    },
  )

  it('a site that calls itself http: is asked by https:', () => {
    expect(madeSafe('http://blog.example.org/wp-json/')).toBe('https://blog.example.org/wp-json/')
    expect(madeSafe('http://127.0.0.1:8080/wp-json/')).toBe('http://127.0.0.1:8080/wp-json/')
  })
})
