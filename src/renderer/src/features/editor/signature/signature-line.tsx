import { useMutation, useQuery } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { Fragment, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { bothClocks } from '../../../ui/times.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { useLine } from '../../shell/use-line.ts'
import { nowAtBlog } from '../publish/blog-clock.ts'
import { usePostSummary } from '../use-post-summary.ts'
import { signatureOf } from './signature.ts'
import { SignatureDialog } from './signature-dialog.tsx'
import { useNow } from '../../../ui/use-now.ts'
import './signature.css'

/** Under the title: in which role, where from, and when by both clocks. Pressing it changes who signs this one post. */
export function SignatureLine({ post, editor }: { post: Post; editor: Editor }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const now = useNow()
  const { publishedAt } = usePostSummary(post)
  const settings = useQuery(core.settings.get.queryOptions())
  const [byline, setByline] = useState(post.byline)
  const [isOpen, setIsOpen] = useState(false)
  const set = useMutation(
    core.posts.setFacts.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  const signature = signatureOf(settings.data?.profile, blog, { authorName: post.authorName, byline })
  const when = bothClocks(publishedAt === null ? nowAtBlog(line, now) : new Date(publishedAt), blog.timeZone)
  const who = [signature.role, signature.place].filter((part) => part.trim() !== '')
  const noWho = post.authorName === blog.displayName ? t('Your role and place') : t('Role and place')
  const parts = [...(who.length === 0 ? [noWho] : who), when]
  return (
    <div className="signature">
      <AriaButton
        className="signature-line"
        aria-label={t('Who signs, and when: {parts}', { parts: parts.join(' · ') })}
        onPress={() => setIsOpen(true)}
      >
        {parts.map((part, at) => (
          <Fragment key={part}>
            {at > 0 && ' · '}
            <bdi>{part}</bdi>
          </Fragment>
        ))}
      </AriaButton>
      {isOpen && (
        <SignatureDialog
          signature={signature}
          isOwn={byline !== null}
          editor={editor}
          onClose={() => setIsOpen(false)}
          onSave={(next) => {
            setByline(next)
            set.mutate({ postId: post.id, byline: next })
            setIsOpen(false)
          }}
        />
      )}
    </div>
  )
}
