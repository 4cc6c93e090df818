import { useQuery } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { BlogId, PostId } from '../../../../shared/domain/ids.ts'
import type { LibraryHit, MarkedText, SearchGroup, SearchHit, SearchKind } from '../../../../shared/domain/search.ts'
import { postStateWords } from '../../../../shared/sentences.ts'
import { Keys } from '../../ui/keys.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { shortTime } from '../../ui/times.ts'
import { languageName } from '../editor/details/languages.ts'
import { Marked } from './marked-text.tsx'
import type { SearchAction } from './search-actions.ts'
import { countWords, kindHeading } from './search-words.ts'
import { Rich } from '../../ui/rich.tsx'

const RECENT = 5

interface SearchResultsProps {
  listRef: RefObject<HTMLDivElement | null>
  blog: Blog
  isAsking: boolean
  isWaiting: boolean
  groups: SearchGroup[]
  library: LibraryHit[]
  /** What begins as it was asked for comes first, before what was found. */
  called: SearchAction[]
  others: SearchAction[]
  /** Where a hit is, when it can be on more than one blog. */
  blogNames: ReadonlyMap<BlogId, string> | null
  /** All of a kind is shown as far as it goes. */
  isWhole: boolean
  onOpen: (hit: SearchHit) => void
  onOpenPicture: (hit: LibraryHit) => void
  onOpenPost: (postId: PostId) => void
  onAct: (action: SearchAction) => void
  onMore: (kind: SearchKind) => void
}

/** What was found, by kind; with nothing asked, what was edited last. The field keeps the focus, the arrows choose. */
export function SearchResults(props: SearchResultsProps) {
  const { listRef, blog, isAsking, isWaiting, groups, library, called, others, blogNames, isWhole } = props
  const { onOpen, onOpenPicture, onOpenPost, onAct, onMore } = props
  const { core } = useCore()
  const recent = useQuery(
    core.posts.list.queryOptions(
      { blogId: blog.id },
      { select: (posts) => posts.filter(({ state }) => state !== 'in-trash').slice(0, RECENT) },
    ),
  )
  return (
    <ListBox
      ref={listRef}
      className="search-results"
      aria-label={t('Found', {}, 'by the search')}
      selectionMode="none"
      renderEmptyState={() => (isWaiting ? null : <NothingFound isAsking={isAsking} />)}
    >
      {!isAsking && recent.data && recent.data.length > 0 && (
        <Section id="recent" heading={t('Edited last')}>
          {recent.data.map((post) => (
            <Result key={post.id} id={`recent ${post.id}`} name={post.title} onAction={() => onOpenPost(post.id)}>
              <ResultTitle language={post.language}>{post.title.slice(0, 300) || t('Untitled')}</ResultTitle>
              <span className="search-facts">
                <StateBadge words={postStateWords(post.state)} />
                {shortTime(post.editedAt)}
              </span>
            </Result>
          ))}
        </Section>
      )}
      <Actions which="called" actions={called} onAct={onAct} />
      {groups.map(({ kind, hits, count }) => (
        <Section key={kind} id={kind} heading={kindHeading(kind)}>
          {hits.map((hit) => (
            <HitOption key={keyOf(hit)} hit={hit} blogName={blogNames?.get(hit.blogId) ?? null} onOpen={onOpen} />
          ))}
          {!isWhole && count > hits.length && (
            <Result
              id={`more ${kind}`}
              name={t('Show more of {found}', { found: countWords({ kind, count }) })}
              onAction={() => onMore(kind)}
            >
              <span className="search-more">{t('Show more of {found}', { found: countWords({ kind, count }) })}</span>
            </Result>
          )}
        </Section>
      ))}
      {library.length > 0 && (
        <Section id="library" heading={t('Pictures in the library, in no post')}>
          {library.map((hit) => (
            <Result
              key={hit.mediaId}
              id={`library ${hit.mediaId}`}
              name={hit.fileName.text}
              onAction={() => onOpenPicture(hit)}
            >
              <span className="search-about">
                <bdi>
                  <Marked {...hit.fileName} />
                </bdi>
              </span>
              {hit.passage && (
                <span className="search-passage" dir="auto" lang={hit.language || undefined}>
                  <Marked {...hit.passage} />
                </span>
              )}
              <span className="search-facts">{shortTime(hit.at)}</span>
            </Result>
          ))}
        </Section>
      )}
      <Actions which="others" actions={others} onAct={onAct} />
    </ListBox>
  )
}

interface ActionsProps {
  which: 'called' | 'others'
  actions: readonly SearchAction[]
  onAct: (action: SearchAction) => void
}

function Actions({ which, actions, onAct }: ActionsProps) {
  return [...Map.groupBy(actions, ({ heading }) => heading)].map(([heading, group]) => (
    <Section key={heading} id={`${which} ${heading}`} heading={heading}>
      {group.map((action) => (
        <Result key={action.id} id={`action ${action.id}`} name={action.label} onAction={() => onAct(action)}>
          <span className="search-action">
            <bdi>{action.label}</bdi>
            {action.shortcut !== null && <Keys of={action.shortcut} />}
          </span>
        </Result>
      ))}
    </Section>
  ))
}

const keyOf = (hit: SearchHit): string =>
  hit.kind === 'comment' ? hit.commentId : hit.kind === 'picture' ? `${hit.postId} ${hit.number}` : hit.postId

function Section({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  return (
    <ListBoxSection id={id} className="search-section">
      <Header className="search-heading">{heading}</Header>
      {children}
    </ListBoxSection>
  )
}

interface ResultProps {
  id: string
  name: string
  onAction: () => void
  children: ReactNode
}

function Result({ id, name, onAction, children }: ResultProps) {
  return (
    <ListBoxItem id={id} textValue={name || t('Untitled')} className="search-result" onAction={onAction}>
      {children}
    </ListBoxItem>
  )
}

function ResultTitle({ language, children }: { language: string; children: ReactNode }) {
  return (
    <span className="search-title writers-voice" dir="auto" lang={language || undefined}>
      {children}
    </span>
  )
}

interface HitOptionProps {
  hit: SearchHit
  blogName: string | null
  onOpen: (hit: SearchHit) => void
}

function HitOption({ hit, blogName, onOpen }: HitOptionProps) {
  return (
    <Result id={`${hit.kind} ${keyOf(hit)}`} name={hit.postTitle.text} onAction={() => onOpen(hit)}>
      {hit.kind === 'post' ? (
        <ResultTitle language={hit.language}>
          <HitTitle title={hit.postTitle} />
        </ResultTitle>
      ) : (
        <span className="search-about">
          <AboutHit hit={hit} />
        </span>
      )}
      {hit.passage && (
        <span className="search-passage" dir="auto" lang={hit.language || undefined}>
          <Marked {...hit.passage} />
        </span>
      )}
      <span className="search-facts">
        {hit.kind === 'post' && <StateBadge words={postStateWords(hit.state)} />}
        {shortTime(hit.at)}
        {hit.kind === 'post' && hit.authorName !== '' && <bdi>{hit.authorName}</bdi>}
        {hit.kind === 'post' && hit.place !== '' && <bdi>{hit.place}</bdi>}
        {hit.language !== '' && <span>{languageName(hit.language)}</span>}
        {blogName !== null && <bdi>{blogName}</bdi>}
      </span>
    </Result>
  )
}

/** Marked as it was found; so the words of the sentence around it do not fill it. */
const HitTitle = ({ title }: { title: MarkedText }) =>
  title.text.trim() === '' ? t('Untitled') : <Marked {...title} />

const HitTitleApart = ({ title }: { title: MarkedText }) => (
  <bdi>
    <HitTitle title={title} />
  </bdi>
)

function AboutHit({ hit }: { hit: Exclude<SearchHit, { kind: 'post' }> }) {
  const title = hit.postTitle.text
  const post = <HitTitleApart title={hit.postTitle} />
  if (hit.kind === 'picture')
    return <Rich message="Picture in <post>{title}</post>" values={{ title }} parts={{ post }} />
  const name = hit.authorName || t('Somebody')
  return hit.isInAnswer ? (
    <Rich
      message="Your answer to <name>{name}</name> on <post>{title}</post>"
      values={{ name, title }}
      parts={{ name: <bdi />, post }}
    />
  ) : (
    <Rich
      message="<name>{name}</name> on <post>{title}</post>"
      values={{ name, title }}
      parts={{ name: <bdi />, post }}
    />
  )
}

function NothingFound({ isAsking }: { isAsking: boolean }) {
  return (
    <div className="search-nothing">
      {isAsking ? (
        <>
          <h2>{t('Nothing found')}</h2>
          <p>{t('Fewer words find more, and the start of a word is enough. Marks and capitals make no difference.')}</p>
        </>
      ) : (
        <p>{t('Nothing has been written here yet.')}</p>
      )}
    </div>
  )
}
