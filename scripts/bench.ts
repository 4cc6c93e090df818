import { parseArgs } from 'node:util'
import { benchChecks } from '../test/bench/bench-checks.ts'
import { benchPull } from '../test/bench/bench-pull.ts'

/** `npm run bench -- pull [--posts 10000] [--comments 50000] [--runs 5]`, or `-- checks [--words 10000]`: figures of this machine, each printed with its name. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: 'string', default: '10000' },
    comments: { type: 'string', default: '50000' },
    words: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
  },
})
const [what] = positionals
if (what === 'pull') {
  await benchPull({ posts: Number(values.posts), comments: Number(values.comments), runs: Number(values.runs) })
} else if (what === 'checks') {
  benchChecks({ words: Number(values.words), runs: Number(values.runs) })
} else {
  console.error(
    'npm run bench -- pull [--posts N] [--comments N] [--runs N], or npm run bench -- checks [--words N] [--runs N]',
  )
  process.exitCode = 2
}
