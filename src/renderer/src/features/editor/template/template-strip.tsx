import { useMutation } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { findTemplate } from '../../../../../shared/content/templates/templates.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { Button } from '../../../ui/button.tsx'
import { CommandKeys } from '../../../ui/keys.tsx'
import { laterDialog } from '../../../ui/later.tsx'
import { type Live, useLive } from '../../../ui/live.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { useCommand } from '../../commands/registered-commands.ts'
import type { PreviewView } from '../../preview/preview-dialog.tsx'
import { useLine } from '../../shell/use-line.ts'
import type { Checks } from '../checks/use-checks.ts'
import { nowAtBlog, wallTimeAtBlog } from '../publish/blog-clock.ts'
import { readDocument } from '../read-document.ts'
import type { PostFields } from '../working-copy.ts'
import { ReviewDay } from './review-day.tsx'
import { stampTime } from './time-stamp.ts'
import './template.css'

const PreviewDialog = laterDialog(async () => (await import('../../preview/preview-dialog.tsx')).PreviewDialog)

interface TemplateStripProps {
  post: Post
  fields: PostFields
  editor: Editor
  checks: Live<Checks>
}

/** What a post that began with a template still asks for, and what its kind of text needs at hand. */
export function TemplateStrip({ post, fields, editor, checks }: TemplateStripProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const [view, setView] = useState<PreviewView | null>(null)
  const [reviewBy, setReviewBy] = useState(post.reviewBy)
  const set = useMutation(
    core.posts.setFacts.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  const template = findTemplate(post.template)
  const isRecord = template?.id === 'event-record'
  const stamp = (): void => stampTime(editor, wallTimeAtBlog(nowAtBlog(line, new Date()), blog.timeZone).time)

  useCommand('stamp-time', stamp, isRecord)

  if (!template) return null
  return (
    <div className="template-strip">
      <strong>{template.name}</strong>
      <PlacesToFill checks={checks} />
      {isRecord && (
        <Button onPress={stamp}>
          {t('Stamp the time')} <CommandKeys id="stamp-time" />
        </Button>
      )}
      {template.id === 'position-snapshot' && (
        <ReviewDay
          day={reviewBy}
          onChange={(day) => {
            setReviewBy(day)
            set.mutate({ postId: post.id, reviewBy: day })
          }}
        />
      )}
      {template.isPrintOnly && (
        <>
          <span>{t('For paper only; it is never sent to a blog.')}</span>
          <Button look="primary" onPress={() => setView('sheet')}>
            {t('Print…')}
          </Button>
        </>
      )}
      {view !== null && (
        <PreviewDialog
          post={post}
          fields={fields}
          readDocument={() => readDocument(editor)}
          view={view}
          onView={setView}
          onClose={() => setView(null)}
        />
      )}
    </div>
  )
}

function PlacesToFill(shown: { checks: Live<Checks> }) {
  const checks = useLive(shown.checks)
  const asked = checks.open.filter(({ rule }) => rule === 'template-leftover')
  const [first] = asked
  if (!first) return null
  return (
    <span>
      {t('{count, plural, one {# place to fill in} other {# places to fill in}}', { count: asked.length })}{' '}
      <Button look="link" onPress={() => checks.goTo(first)}>
        {t('Go to the first')}
      </Button>
    </span>
  )
}
