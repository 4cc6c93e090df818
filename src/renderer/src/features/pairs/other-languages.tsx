import { useState } from 'react'
import { Link } from 'wouter'
import type { PairedPost } from '../../../../shared/domain/pair.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { openCount } from '../../../../shared/content/pairs/tie.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { languageName } from '../editor/details/languages.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { TieDialog } from './tie-dialog.tsx'
import { usePairs } from './use-pairs.ts'
import './pairs.css'

/** The same post in other languages: where it is, what of it is out of date, and how one begins another. */
export function OtherLanguages({ post, keep }: { post: Pick<Post, 'id' | 'blogId'>; keep: () => Promise<unknown> }) {
  const { source, translations } = usePairs(post.id)
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

function Other({ post: { postId, title, language } }: { post: PairedPost }) {
  return (
    <>
      <span className="pairs-language">{language === '' ? t('Language not said') : languageName(language)}</span>{' '}
      <Link href={`/writing/${postId}`} className="writers-voice" dir="auto" lang={language || undefined}>
        {title || t('Untitled')}
      </Link>
    </>
  )
}

const Open = ({ count }: { count: number }) =>
  count > 0 && (
    <span className="badge tone-waits">
      {t('{count, plural, one {# paragraph to look at} other {# paragraphs to look at}}', { count })}
    </span>
  )
