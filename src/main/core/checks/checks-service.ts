import { letBeIn, withSpelling } from '../../../shared/content/checks/rules/spelling.ts'
import { readRulePack } from '../../../shared/content/checks/packs/rule-pack.ts'
import type { ChecksService } from '../../../shared/contract/services.ts'
import type { SpellingService } from '../../../shared/contract/spelling-services.ts'
import { utcIso, type PostId } from '../../../shared/domain/ids.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock } from '../ports.ts'
import { currentWords } from '../posts/post-words.ts'
import type { Desk } from '../store/desk.ts'
import { checkStoredPost } from './check-stored-post.ts'
import { storedRules } from './stored-rules.ts'
import { surveyStoredPost } from './survey-stored-post.ts'

export function createChecksService(ports: {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  /** Commits what a window has typed. */
  flushEdits: (postId: PostId) => void
  spell: SpellingService['check']
  /** Whether the person wants spelling to be looked at. */
  isSpelling: () => boolean
}): ChecksService {
  const { desk, clock, feed, flushEdits } = ports
  const now = () => utcIso(clock.now())
  const changed = (): void => feed.emit({ topic: 'checks' })
  return {
    rules: () => storedRules(desk),
    addPack({ fileName, contents }) {
      const read = readRulePack(contents)
      if (!read.ok) return read
      desk.checks.putPack({ fileName, contents }, now())
      changed()
      return read
    },
    removePack(fileName) {
      const removed = desk.checks.listPacks().find((pack) => pack.fileName === fileName) ?? null
      desk.checks.removePack(fileName)
      changed()
      return removed
    },
    addName({ name, blogId }) {
      if (blogId !== null) desk.blogs.getBlog(blogId)
      desk.checks.putName({ name: name.normalize('NFC'), blogId }, now())
      changed()
    },
    removeName(name) {
      desk.checks.removeName(name)
      changed()
    },
    fine: (postId) => desk.checks.listFine(postId),
    setFine({ postId, fingerprint, isFine }) {
      desk.posts.getPost(postId)
      if (isFine) desk.checks.putFine(postId, fingerprint, now())
      else desk.checks.removeFine(postId, fingerprint)
      changed()
    },
    async run(postId) {
      flushEdits(postId)
      const post = desk.posts.getPost(postId)
      const words = currentWords(desk, post)
      const fine = desk.checks.listFine(postId)
      const { run: checked, ruleSet } = checkStoredPost(ports, post, words, null)
      const survey = ports.isSpelling()
        ? await surveyStoredPost(words, ports.spell, letBeIn(ruleSet.allNames, fine))
        : null
      const run = withSpelling(checked, survey, ruleSet)
      return {
        fine: run.fine,
        findings: run.findings.filter(
          ({ severity, fingerprint }) => severity === 'stops' || !fine.includes(fingerprint),
        ),
      }
    },
  }
}
