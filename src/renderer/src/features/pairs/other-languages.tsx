import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { PairedPost } from '../../../../shared/domain/pair.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { openCount } from '../../../../shared/content/pairs/tie.ts'
import { t } from '../../../../shared/words/t.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { Rich } from '../../ui/rich.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { languageName } from '../editor/details/languages.ts'
import { onBlogWords } from './on-blog-words.ts'
import { usePairs } from './use-pairs.ts'
import './pairs.css'

const BeginDialog = laterDialog(async () => (await import('./begin-dialog.tsx')).BeginDialog)
const TieDialog = laterDialog(async () => (await import('./tie-dialog.tsx')).TieDialog)

interface OtherLanguagesProps {
  post: Pick<Post, 'id' | 'blogId'>
  /** As it is said now. */
  language: string
  keep: () => Promise<unknown>
}

/** The same post in other languages: where it is, what of it is out of date, and how one begins another. */
export function OtherLanguages({ post, language, keep }: OtherLanguagesProps) {
  const { core } = useCore()
  const { source, translations, onBlog, saidByBlog } = usePairs(post.id)
  const tie = useMutation(
    core.pairs.tie.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  const [asked, setAsked] = useState<'begin' | 'tie' | null>(null)
  return (
    <section className="field" aria-label={t('In other languages')}>
      <h2 className="field-label">{t('In other languages')}</h2>
      {source && (
        <p>
          <Other post={source} />
          <span className="field-hint"> {t('is the source of this one.')}</span> <Open count={openCount(source.tie)} />
        </p>
      )}
      {translations.length > 0 && (
        <ul className="pairs-list">
          {translations.map((translation) => (
            <li key={translation.postId}>
              <Other post={translation} /> <Open count={translation.openCount} />
            </li>
          ))}
        </ul>
      )}
      {onBlog && <p className="field-hint">{onBlogWords(onBlog, language)}</p>}
      {saidByBlog && (
        <div className="pairs-said">
          <p>
            <Rich
              message="The blog says that “<post>{title}</post>” and this one are one post in two languages."
              values={{ title: titleOf(saidByBlog.post) }}
              parts={{ post: <LinkTo post={saidByBlog.post} /> }}
            />
          </p>
          <Button
            isPending={tie.isPending}
            onPress={() =>
              void keep().then(() => tie.mutate({ postId: saidByBlog.translationId, sourceId: saidByBlog.sourceId }))
            }
          >
            {t('Tie the two')}
          </Button>
        </div>
      )}
      {source === null && (
        <div className="pairs-acts">
          <Button onPress={() => setAsked('begin')}>{t('Write it in another language…')}</Button>
          {translations.length === 0 && (
            <Button look="link" onPress={() => setAsked('tie')}>
              {t('It is a translation of…')}
            </Button>
          )}
        </div>
      )}
      {asked === 'begin' && <BeginDialog post={post} onBefore={keep} onClose={() => setAsked(null)} />}
      {asked === 'tie' && <TieDialog post={post} onBefore={keep} onClose={() => setAsked(null)} />}
    </section>
  )
}

function Other({ post }: { post: PairedPost }) {
  const { language } = post
  return (
    <>
      <span className="pairs-language">{language === '' ? t('Language not said') : languageName(language)}</span>{' '}
      <LinkTo post={post}>{titleOf(post)}</LinkTo>
    </>
  )
}

const titleOf = ({ title }: PairedPost): string => title || t('Untitled')

const LinkTo = ({ post: { postId, language }, children }: { post: PairedPost; children?: ReactNode }) => (
  <Link href={`/writing/${postId}`} className="writers-voice" dir="auto" lang={language || undefined}>
    {children}
  </Link>
)

const Open = ({ count }: { count: number }) =>
  count > 0 && (
    <span className="badge tone-waits">
      {t('{count, plural, one {# paragraph to look at} other {# paragraphs to look at}}', { count })}
    </span>
  )
