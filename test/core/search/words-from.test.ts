import { beforeAll, describe, expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, paragraph, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'
import { titlesFound } from './find-all.ts'

/** More than are asked for one by one. */
const MANY = 40

describe('a beginning', () => {
  let blog: DeskOnBlog
  beforeAll(async () => {
    blog = await deskOnPracticeBlog()
    for (let index = 0; index < MANY; index += 1)
      await newPost(
        blog.desk,
        blog.blogId,
        `Post ${index}`,
        paragraph(`The zephyr${index} blows, and its re-zephyr${index}.`),
      )
  })

  test('finds all that go on from it, however many words they are', async () => {
    expect(await titlesFound(blog.desk, 'zeph')).toHaveLength(MANY)
    expect(await titlesFound(blog.desk, 'zephyr')).toHaveLength(MANY)
  })

  test('finds fewer with each letter, down to none', async () => {
    expect(await titlesFound(blog.desk, 'zephyr3')).toHaveLength(11)
    expect(await titlesFound(blog.desk, 'zephyr39')).toEqual(['Post 39'])
    expect(await titlesFound(blog.desk, 'zephyr39x')).toEqual([])
  })

  test('may be the last of words in a row', async () => {
    expect(await titlesFound(blog.desk, 're-zephyr39')).toEqual(['Post 39'])
    expect(await titlesFound(blog.desk, 're-zephyr')).toHaveLength(MANY)
    expect(await titlesFound(blog.desk, 'its-zephyr')).toEqual([])
  })

  test('finds what was written after it was asked for', async () => {
    expect(await titlesFound(blog.desk, 'mistr')).toEqual([])
    await newPost(blog.desk, blog.blogId, 'Of the south', paragraph('The mistral blows.'))
    expect(await titlesFound(blog.desk, 'mistr')).toEqual(['Of the south'])
    await newPost(blog.desk, blog.blogId, 'Of the south again', paragraph('Two mistrals blow.'))
    expect(await titlesFound(blog.desk, 'mistra')).toHaveLength(2)
  })
})
