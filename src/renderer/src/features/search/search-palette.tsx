import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { Autocomplete, Dialog, Heading, Input, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { SearchHit } from '../../../../shared/domain/search.ts'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { untilPainted } from '../../ui/until-painted.ts'
import { useGoToBlog } from '../blogs/use-go-to-blog.ts'
import { foundState } from './passage-state.ts'
import { actionsCalled, useSearchActions, type SearchAction } from './search-actions.ts'
import { NO_FILTERS, SearchFilterRow, type ChosenFilters } from './search-filters.tsx'
import { closeSearch } from './search-open.ts'
import { SearchResults } from './search-results.tsx'
import { firstDayOf, foundWords, pendingWords } from './search-words.ts'
import { useEnter } from './use-enter.ts'

interface SearchPaletteProps {
  blogs: Blog[]
  active: Blog
  isOpen: boolean
  onClose: () => void
}

/** One field for everything that was written here, came down, or can be done. */
export function SearchPalette({ blogs, active, isOpen, onClose }: SearchPaletteProps) {
  return (
    <ModalOverlay
      className="veil search-veil"
      isDismissable
      isOpen={isOpen}
      onOpenChange={(isWanted) => !isWanted && onClose()}
    >
      <Modal className="search-panel">
        <Dialog className="search-dialog" aria-label={t('Find', {}, 'the search')}>
          <Search blogs={blogs} active={active} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** At once, also with something typed. */
function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  closeSearch()
}

const FEW = 6
const MANY = 100

function Search({ blogs, active }: Pick<SearchPaletteProps, 'blogs' | 'active'>) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ChosenFilters>(NO_FILTERS)
  const goToBlog = useGoToBlog()
  const actions = actionsCalled(useSearchActions(blogs, active), text)
  const isAsking = text.trim() !== '' || chosen !== NO_FILTERS
  const { time, ...filters } = chosen
  const [openedAt] = useState(() => new Date())
  const found = useQuery(
    core.search.find.queryOptions(
      {
        text,
        filters: { ...filters, from: firstDayOf(time, openedAt) },
        limit: chosen.kind === null ? FEW : MANY,
      },
      { placeholderData: keepPreviousData, staleTime: 0, gcTime: 10_000 },
    ),
  )
  const authors = useQuery(core.search.authors.queryOptions(undefined, { staleTime: 0 }))
  const tags = useQuery(core.search.tags.queryOptions(undefined, { staleTime: 0 }))
  const places = useQuery(core.search.places.queryOptions(undefined, { staleTime: 0 }))
  const library = isAsking ? (found.data?.library ?? []) : []
  const groups = isAsking ? (found.data?.groups ?? []) : []
  const pending = pendingWords(found.data?.pendingCount ?? 0)

  async function open(hit: SearchHit): Promise<void> {
    closeSearch()
    const place = hit.kind === 'comment' ? 'conversation' : 'writing'
    await goToBlog(hit.blogId, `/${place}/${hit.postId}`, foundState(hit))
  }

  function act(action: SearchAction): void {
    closeSearch()
    // What had the focus before has it again by then: the command may go on from there.
    void untilPainted().then(action.run)
  }

  const called = chosen === NO_FILTERS && isAsking ? actions.called : []
  const [firstCalled] = called
  const list = useRef<HTMLDivElement>(null)
  const onEnter = useEnter(list, {
    text: JSON.stringify([text, chosen]),
    isAsking,
    isCurrent: found.isError || (found.isSuccess && !found.isPlaceholderData),
    first: firstCalled ? () => act(firstCalled) : null,
  })

  return (
    <Autocomplete inputValue={text} onInputChange={setText}>
      <Heading slot="title" className="visually-hidden">
        {t('Find', {}, 'the search')}
      </Heading>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape belongs to the field, which would only empty itself, and Enter to what is found */}
      <div
        onKeyDownCapture={(event) => {
          closeOnEscape(event)
          onEnter(event)
        }}
      >
        <SearchField className="search-field" aria-label={t('Find a post, a comment, an action')} autoFocus>
          <Icon name="search" />
          {/* What is found is its list, walked through from here: a screen reader says so of a combobox only. */}
          <Input
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props -- it is an input, and Autocomplete says what it controls
            role="combobox"
            aria-expanded="true"
            aria-haspopup="listbox"
            className="search-input"
            placeholder={t('Find a post, a comment, an action…')}
            dir="auto"
          />
        </SearchField>
      </div>
      <SearchFilterRow
        blogs={blogs}
        authors={authors.data ?? []}
        places={places.data ?? []}
        tags={tags.data ?? []}
        value={chosen}
        onChange={setChosen}
      />
      {found.error && <ProblemNote error={appErrorOf(found.error)} attempt="asking" />}
      <SearchResults
        listRef={list}
        blog={active}
        isAsking={isAsking}
        isWaiting={found.isPending}
        groups={groups}
        library={library}
        called={called}
        others={chosen === NO_FILTERS ? actions.others : []}
        blogNames={blogs.length > 1 ? new Map(blogs.map(({ id, name }) => [id, name])) : null}
        isWhole={chosen.kind !== null}
        onOpen={(hit) => void open(hit)}
        onOpenPicture={({ mediaId }) => {
          closeSearch()
          navigate('/pictures', { state: { chosenKey: mediaId } })
        }}
        onOpenPost={(postId) => {
          closeSearch()
          navigate(`/writing/${postId}`)
        }}
        onAct={act}
        onMore={(kind) => setChosen({ ...chosen, kind })}
      />
      <footer className="search-foot">
        <output>
          {isAsking && found.data
            ? foundWords(groups, library.length, chosen === NO_FILTERS ? called.length + actions.others.length : 0)
            : t('Words, “words in a row”, -without, tag:, author:, place:')}
        </output>
        {pending ? (
          <span className="search-pending">{pending}</span>
        ) : (
          <span className="search-keys" aria-hidden="true">
            <Rich
              message="<key>↑</key> <key>↓</key> choose · <key>Enter</key> open · <key>Esc</key> close"
              parts={{ key: <kbd /> }}
            />
          </span>
        )}
      </footer>
    </Autocomplete>
  )
}
