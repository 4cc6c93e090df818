import { isBlankLine } from '../../shared/domain/share-line.ts'
import { countShareLine } from '../../shared/share/count-share-text.ts'
import { likelyAddress, liveAddress, withAddress } from '../../shared/share/post-address.ts'
import { shareLineLabel } from '../../shared/share/share-line-name.ts'
import { CliError } from './cli-error.ts'
import type { Command } from './command.ts'

/** What is to be said of a post elsewhere, to be copied from here; the address stands in it once the post is public. */
export const share: Command = async ({ desk, words, print }) => {
  const [postId] = words
  if (postId === undefined) throw new CliError('share POST')
  const post = await desk.query('posts', 'get', { postId })
  const blog = (await desk.query('blogs', 'list')).find(({ id }) => id === post.blogId)
  const address = liveAddress(post)
  const lines = post.shareLines
    .filter((line) => !isBlankLine(line))
    .map((line) => ({
      ...line,
      for: shareLineLabel(line),
      text: address === null ? line.text : withAddress(line.text, address),
      ...countShareLine(line, address ?? likelyAddress(blog?.url ?? '', post.title)),
    }))
  print(
    { address, lines },
    lines.flatMap(({ for: where, text, count, limit, isOver }) => [
      `${where}, ${limit === null ? count : `${count} of ${limit}`}${isOver ? ', too long' : ''}`,
      text,
      '',
    ]),
  )
  return true
}
