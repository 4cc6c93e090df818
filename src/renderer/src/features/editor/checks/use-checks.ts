import { useMutation, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { namesOn } from '../../../../../shared/content/checks/names-on.ts'
import { housePacks } from '../../../../../shared/content/checks/packs/house-packs.ts'
import type { Finding, Fix, Where } from '../../../../../shared/content/checks/finding.ts'
import type { CheckRun } from '../../../../../shared/content/checks/run-checks.ts'
import { withSpelling, type Survey } from '../../../../../shared/content/checks/rules/spelling.ts'
import { createRuleSet } from '../../../../../shared/content/checks/rule-set.ts'
import type { UtcIso } from '../../../../../shared/domain/ids.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { t } from '../../../../../shared/words/t.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { useLine } from '../../shell/use-line.ts'
import { readDocument } from '../read-document.ts'
import { useGoingOut } from '../use-post-summary.ts'
import type { PostFields, WorkingCopy } from '../working-copy.ts'
import { applyFix } from './apply-fix.ts'
import { CheckRunner, type Known } from './check-runner.ts'
import { createFindingMarks, findingMarksKey, showMarks, whereNow } from './finding-marks.ts'
import { selectInText } from './go-to-finding.ts'

export interface Checks {
  /** null until the first run is through. */
  run: CheckRun | null
  /** What stops the post, then what is to look at: everything that was not called fine. */
  open: Finding[]
  calledFine: Finding[]
  /** The one that was gone to last. */
  current: Finding | null
  goTo: (finding: Finding, where?: Where) => void
  step: (direction: 1 | -1) => void
  leave: () => void
  take: (finding: Finding, fix: Fix) => void
  /** The same fix at every place, as far as the words still stand. */
  takeAll: (findings: readonly Finding[]) => void
  setFine: (finding: Finding, isFine: boolean) => void
  /** Checks at once, as if it went out then; null for now. */
  checkFor: (publishAt: UtcIso | null) => void
}

export interface ChecksOptions {
  editor: Editor
  /** null until the spelling was looked at. */
  survey: Survey | null
  post: Post
  copy: WorkingCopy
  fields: PostFields
  /** Brings the person to a field that is not in the text. */
  onField: (where: Where) => void
}

const nothing = (): void => undefined

/** Before the first drawing of what runs them. */
export const NO_CHECKS: Checks = {
  run: null,
  open: [],
  calledFine: [],
  current: null,
  goTo: nothing,
  step: nothing,
  leave: nothing,
  take: nothing,
  takeAll: nothing,
  setFine: nothing,
  checkFor: nothing,
}

/** The checks of the open post: run when typing pauses, shown in the panel and under the words, and done with one key each. */
export function useChecks({ editor, survey, post, copy, fields, onField }: ChecksOptions): Checks {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const { template, reviewBy, publishedAt, remoteStatus } = useGoingOut(post)
  const rules = useQuery(core.checks.rules.queryOptions())
  const fine = useQuery(core.checks.fine.queryOptions({ postId: post.id }))
  const saying = useMutation(
    core.checks.setFine.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  const [currentPrint, setCurrentPrint] = useState<string | null>(null)
  const [plannedFor, setPlannedFor] = useState<UtcIso | null>(null)

  const { id: blogId, displayName } = blog
  const ruleSet = useMemo(
    () =>
      rules.data &&
      createRuleSet(
        [...housePacks(), ...rules.data.packs.map(({ pack }) => pack)],
        namesOn({ id: blogId, displayName }, rules.data.names),
      ),
    [rules.data, blogId, displayName],
  )

  const { title, excerpt, language } = fields
  const known = useMemo((): Known | null => {
    if (!ruleSet) return null
    return {
      fields: { title, excerpt, language },
      ruleSet,
      template,
      reviewBy,
      scheduledFor: plannedFor ?? (remoteStatus === 'future' ? publishedAt : null),
      clockOffsetMs: line?.clockOffsetMs ?? 0,
      blogZone: blog.timeZone,
      hereZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      blogUrl: blog.url,
    }
  }, [title, excerpt, language, ruleSet, template, reviewBy, plannedFor, remoteStatus, publishedAt, line, blog])
  const [runner] = useState(() => new CheckRunner(portsOn(editor)))
  const checked = useSyncExternalStore(runner.subscribe, runner.read)
  const run = useMemo(
    () => (checked && ruleSet ? withSpelling(checked, survey, ruleSet) : checked),
    [checked, survey, ruleSet],
  )
  useEffect(() => {
    const follow = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) runner.textChanged()
    }
    editor.on('transaction', follow)
    editor.registerPlugin(createFindingMarks())
    return () => {
      runner.stop()
      editor.off('transaction', follow)
      if (!editor.isDestroyed) editor.unregisterPlugin(findingMarksKey)
    }
  }, [editor, runner])
  useEffect(() => runner.know(known), [runner, known])

  const { open, calledFine } = useMemo(() => {
    const said = new Set(fine.data)
    const isFine = ({ severity, fingerprint }: Finding): boolean => severity !== 'stops' && said.has(fingerprint)
    const findings = run?.findings ?? []
    return { open: findings.filter((one) => !isFine(one)), calledFine: findings.filter(isFine) }
  }, [run, fine.data])
  const current = open.find(({ fingerprint }) => fingerprint === currentPrint) ?? null
  const currentShown = current?.fingerprint ?? null
  useEffect(() => showMarks(editor, { findings: open, current: currentShown }), [editor, open, currentShown])

  function goTo(finding: Finding, where: Where = finding.where): void {
    setCurrentPrint(finding.fingerprint)
    if (!selectInText(editor, finding, where)) onField(where)
  }

  return {
    run,
    open,
    calledFine,
    current,
    goTo,
    step(direction) {
      const next = current
        ? open[(open.indexOf(current) + direction + open.length) % open.length]
        : (fromCaret(editor, open, direction) ?? open.at(direction === 1 ? 0 : -1))
      if (next) goTo(next)
    },
    leave: () => setCurrentPrint(null),
    take(finding, { change }) {
      if (change.kind === 'go') return goTo(finding, change.where)
      if (applyFix(editor, copy.read().fields, finding, change)) runner.textChanged()
      else showToast({ text: t('The words have changed there. Nothing was done.') })
    },
    takeAll(findings) {
      // From the end, so that a place before is not moved by one behind it.
      for (const finding of findings.toReversed()) {
        const change = onlyFix(finding)?.change
        if (change) applyFix(editor, copy.read().fields, finding, change)
      }
    },
    setFine(finding, isFine) {
      saying.mutate({ postId: post.id, fingerprint: finding.fingerprint, isFine })
      if (isFine)
        showToast({
          text: t('It is fine, and is not mentioned again in this post.'),
          action: {
            label: t('Undo'),
            run: () => saying.mutate({ postId: post.id, fingerprint: finding.fingerprint, isFine: false }),
          },
        })
    },
    checkFor(publishAt) {
      if (publishAt === plannedFor) runner.now()
      setPlannedFor(publishAt)
    },
  }
}

const portsOn = (editor: Editor): ConstructorParameters<typeof CheckRunner>[0] => ({
  readDocument: () => readDocument(editor),
  now: () => new Date(),
  elapsedMs: () => performance.now(),
  later(callback, delayMs) {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
})

/** The nearest finding after the caret, or before it; null when the writer is not in the text, or there is none on that side. */
function fromCaret(editor: Editor, open: readonly Finding[], direction: 1 | -1): Finding | null {
  if (!editor.isFocused) return null
  const { from, to } = editor.state.selection
  const isBeyond = (finding: Finding): boolean => {
    const place = whereNow(editor, finding)
    return place !== null && (direction === 1 ? place.from >= to : place.to <= from)
  }
  return (direction === 1 ? open.find(isBeyond) : open.findLast(isBeyond)) ?? null
}

/** The fix that can be taken without asking which: one that changes something, and no other. */
export function onlyFix({ fixes }: Finding): Fix | null {
  const [fix, ...others] = fixes.filter(({ change }) => change.kind !== 'go')
  return fix && others.length === 0 ? fix : null
}
