import { Link } from 'wouter'
import type { InsightFigures } from '../../../../shared/domain/insight.ts'
import { t } from '../../../../shared/words/t.ts'
import { languageName } from '../editor/details/languages.ts'
import { FigureTable } from './figure-table.tsx'
import { monthWords } from './insight-words.ts'

const MOST_TAGS = 12

/** The figures one by one. `isOnPaper`: nothing to press. */
export function InsightTables({ figures, isOnPaper = false }: { figures: InsightFigures; isOnPaper?: boolean }) {
  const hiddenTags = figures.tags.length - MOST_TAGS
  return (
    <>
      <FigureTable
        title={t('Month by month')}
        heads={[t('Month'), t('Posts'), t('Comments'), t('Replies')]}
        rows={figures.months.map(({ month, posts, comments, replies }) => ({
          id: month,
          name: monthWords(month),
          figures: [posts, comments, replies],
        }))}
      />
      <div className="figures-beside">
        {figures.languages.length > 0 && (
          <FigureTable
            title={t('Languages of the posts')}
            heads={[t('Language'), t('Posts')]}
            rows={figures.languages.map(({ language, posts }) => ({
              id: language,
              name: language === '' ? t('Not said') : <bdi>{languageName(language)}</bdi>,
              figures: [posts],
            }))}
          />
        )}
        {figures.tags.length > 0 && (
          <FigureTable
            title={t('Tags of the posts')}
            heads={[t('Tag'), t('Posts')]}
            rows={figures.tags.slice(0, MOST_TAGS).map(({ name, posts }) => ({
              id: name,
              name: <bdi>{name}</bdi>,
              figures: [posts],
            }))}
            {...(hiddenTags > 0 && {
              note: t('{count, plural, one {And # more tag.} other {And # more tags.}}', { count: hiddenTags }),
            })}
          />
        )}
      </div>
      {figures.mostDiscussed.length > 0 && (
        <FigureTable
          title={t('Most discussed')}
          heads={[t('Post', {}, 'a text on a blog'), t('Comments'), t('Replies')]}
          rows={figures.mostDiscussed.map(({ postId, title, comments, replies }) => ({
            id: postId,
            name: isOnPaper ? (
              <bdi>{title || t('Untitled')}</bdi>
            ) : (
              <Link href={`/conversation/${postId}`} className="writers-voice" dir="auto">
                {title || t('Untitled')}
              </Link>
            ),
            figures: [comments, replies],
          }))}
        />
      )}
    </>
  )
}
