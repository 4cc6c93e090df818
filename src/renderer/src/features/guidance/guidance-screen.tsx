import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Input, Label, SearchField } from 'react-aria-components'
import { Link } from 'wouter'
import { listOf, type Article } from '../../../../shared/guidance/article.ts'
import { houseRules } from '../../../../shared/guidance/house-rules.ts'
import { howTo } from '../../../../shared/guidance/how-to.ts'
import { foldText } from '../../../../shared/search/fold-letters.ts'
import { spokenNow } from '../../../../shared/words/spoken.ts'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { PracticeShelf } from '../practice/practice-shelf.tsx'
import './guidance.css'

const RulesDialog = laterDialog(async () => (await import('../settings/rules-dialog.tsx')).RulesDialog)

const PRACTICE = 'practice'

/** How the desk is used, the rules of the house and the lessons. All of it is on this laptop. */
export function GuidanceScreen({ articleId }: { articleId: string | null }) {
  const { core } = useCore()
  const packs = useQuery(
    core.checks.rules.queryOptions(undefined, { select: (rules) => rules.packs.map(({ pack }) => pack) }),
  )
  const [sought, setSought] = useState('')
  const shelves = [
    { name: t('How to'), articles: howTo() },
    ...houseRules(packs.data ?? [], spokenNow().language).map(({ packName, articles }) => ({
      name: packName ?? t('House rules'),
      articles,
    })),
  ]
  const isSought = (article: Article): boolean => {
    const wanted = plain(sought)
    return wanted === '' || plain([article.title, ...article.paragraphs].join('\n')).includes(wanted)
  }
  const found = shelves
    .map(({ name, articles }) => ({ name, articles: articles.filter(isSought) }))
    .filter(({ articles }) => articles.length > 0)
  const open = shelves.flatMap(({ articles }) => articles).find(({ id }) => id === articleId)

  return (
    <div className={articleId === null ? 'guidance' : 'guidance guidance-reading'}>
      <nav className="guidance-list" aria-label={t('Guidance')}>
        <h1>{t('Guidance')}</h1>
        <SearchField className="field" value={sought} onChange={setSought}>
          <Label>{t('Search the guidance')}</Label>
          <Input className="input" dir="auto" />
        </SearchField>
        <Link
          className="guidance-link"
          href={`/guidance/${PRACTICE}`}
          aria-current={open === undefined ? 'page' : undefined}
        >
          {t('Guided practice')}
        </Link>
        {found.map(({ name, articles }) => (
          <section key={name}>
            <h2>
              <bdi>{name}</bdi>
            </h2>
            <ul>
              {articles.map(({ id, title }) => (
                <li key={id}>
                  <Link
                    className="guidance-link"
                    href={`/guidance/${id}`}
                    aria-current={id === open?.id ? 'page' : undefined}
                  >
                    <bdi>{title}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <output className="guidance-none">{found.length === 0 && t('Nothing here says that.')}</output>
        <AddRules />
      </nav>
      <div className="guidance-page">{open ? <ArticleText article={open} /> : <PracticeShelf />}</div>
    </div>
  )
}

const plain = (text: string): string => foldText(text.normalize('NFC')).text.trim()

function ArticleText({ article: { title, paragraphs } }: { article: Article }) {
  return (
    <article>
      <h2 dir="auto">{title}</h2>
      {paragraphs.map((paragraph) => {
        const items = listOf(paragraph)
        return items === null ? (
          <p key={paragraph} dir="auto">
            {paragraph}
          </p>
        ) : (
          <ul key={paragraph} dir="auto">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        )
      })}
    </article>
  )
}

/** The house's own rules take the place of those that come with the program. */
function AddRules() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button look="link" onPress={() => setIsOpen(true)}>
        <Icon name="plus" /> {t('Rules of your own house…')}
      </Button>
      <RulesDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  )
}
