import { namesOn } from '../../../shared/content/checks/names-on.ts'
import { createRuleSet, type RuleSet } from '../../../shared/content/checks/rule-set.ts'
import { checkPost, type CheckRun } from '../../../shared/content/checks/run-checks.ts'
import { utcIso, type UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { AppError } from '../../../shared/errors.ts'
import { findTemplate } from '../../../shared/content/templates/templates.ts'
import { blogNow } from '../blogs/blog-clock.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { activePacks, storedRules } from './stored-rules.ts'

/** The same checks as in the window, over words that are stored. `publishAt` null: as if it went now. */
export function checkStoredPost(
  { desk, clock }: { desk: Desk; clock: Clock },
  post: StoredPost,
  words: PostWords,
  publishAt: UtcIso | null,
): { run: CheckRun; ruleSet: RuleSet } {
  const blog = desk.blogs.getBlog(post.blogId)
  const rules = storedRules(desk)
  const { template, reviewBy } = desk.postFacts.getFacts(post.id)
  const ruleSet = createRuleSet(activePacks(rules), namesOn(blog, rules.names))
  const run = checkPost(
    words,
    {
      goesOutAt: publishAt ?? utcIso(blogNow({ desk, clock }, blog.id)),
      isScheduled: publishAt !== null,
      blogZone: blog.timeZone,
      hereZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      blogUrl: blog.url,
      template,
      reviewBy,
    },
    ruleSet,
  )
  return { run, ruleSet }
}

/**
 * Throws `not-allowed-now` for a sheet that is for paper only, and for a post that a policy stops. Whatever asks for a post to be
 * sent comes through here, a command line as well as a window.
 */
export function refuseStopped(
  ports: { desk: Desk; clock: Clock },
  post: StoredPost,
  words: PostWords,
  publishAt: UtcIso | null,
): void {
  const { desk } = ports
  if (findTemplate(desk.postFacts.getFacts(post.id).template)?.isPrintOnly)
    throw new AppError({ kind: 'not-allowed-now', why: 'print-only' })
  if (!storedRules(desk).packs.some(({ pack }) => pack.isPolicy)) return
  const { findings } = checkStoredPost(ports, post, words, publishAt).run
  if (findings.some(({ severity }) => severity === 'stops'))
    throw new AppError({ kind: 'not-allowed-now', why: 'policy-stops' })
}
