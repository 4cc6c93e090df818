import { EditorContent } from '@tiptap/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { settlePost } from '../../../../shared/content/suggestions/overlay-posts.ts'
import type { PostWords } from '../../../../shared/domain/post.ts'
import type { Review } from '../../../../shared/domain/review.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { TIGHT, useMediaQuery } from '../../ui/use-media-query.ts'
import { SlashMenu } from '../editor/insert/slash-menu.tsx'
import { useInsertion } from '../editor/insert/use-insertion.tsx'
import { replaceDocument } from '../editor/replace-document.ts'
import { TitleField } from '../editor/title-field.tsx'
import { Toolbar } from '../editor/toolbar/toolbar.tsx'
import { useLocalCopies } from '../editor/use-local-copies.ts'
import { useOpenPostFacts } from '../editor/use-open-post-facts.ts'
import { usePostEditor } from '../editor/use-post-editor.ts'
import { AboutPost } from './about-post.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { closeFields, createOnlyToRead, onlyToReadKey } from './only-to-read.ts'
import { fieldsOf, useProposalCopy, useProposalProblem, useStartProposal, type ProposalCopy } from './proposal-copy.ts'
import { ReviewLine } from './review-line.tsx'
import type { ReviewMode } from './review-mode.ts'
import { ReviewTabs, type ReviewTab } from './review-tabs.tsx'
import { SuggestionList } from './suggestion-list.tsx'
import { SuggestionStrip } from './suggestion-strip.tsx'
import { TitleChanges } from './title-changes.tsx'
import { TrailList } from './trail-list.tsx'
import { ReviewFileMenu } from './travel/review-file-menu.tsx'
import { useNotes } from './use-notes.ts'
import { useReviewActs } from './use-review-acts.ts'
import { useSuggestionKeys } from './use-suggestion-keys.ts'
import { useSuggestions } from './use-suggestions.ts'
import { ViewChoice, type ReviewView } from './view-choice.tsx'
import { t } from '../../../../shared/words/t.ts'

const AskDialog = laterDialog(async () => (await import('./ask-dialog.tsx')).AskDialog)
const SendFileDialog = laterDialog(async () => (await import('./travel/send-file-dialog.tsx')).SendFileDialog)
const ConcludeDialog = laterDialog(async () => (await import('./conclude-dialog.tsx')).ConcludeDialog)

interface ReviewDeskProps {
  review: Review
  /** What was proposed when this desk last looked, before it was opened now. */
  seen: Review['seen']
  name: string
  mode: ReviewMode
  onShowList: (() => void) | null
}

const nothing = (): void => undefined

/** The proposed text with what it changes shown in it, and what is said about it beside it. */
export function ReviewDesk({ review, seen, name, mode, onShowList }: ReviewDeskProps) {
  const isTight = useMediaQuery(TIGHT)
  const [isColumnOpen, setIsColumnOpen] = useState(true)
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  const [tab, setTab] = useState<ReviewTab>('suggestions')
  const [view, setView] = useState<ReviewView>('changes')
  const [asked, setAsked] = useState<'conclude' | 'ask' | 'send' | null>(null)
  const isSuggesting = mode === 'suggesting'
  const { copy, fields } = useProposalCopy(review)
  const [opened] = useState(() => ({ ...review.proposed, caret: null, keepsFootnotes: true }))
  const { editor, addPictures } = usePostEditor(opened, {
    onChanged: isSuggesting ? copy.textChanged : nothing,
    onCaretMoved: nothing,
  })
  useStartProposal(copy, editor, name)
  useOpenPostFacts(editor, fields.language)
  useLocalCopies(editor, review.picturesOf)
  const insertion = useInsertion(editor, addPictures)
  const acts = useReviewActs(review, name)

  const { proposed } = review
  useEffect(() => {
    if (isSuggesting) return
    editor.registerPlugin(createOnlyToRead())
    return () => {
      if (!editor.isDestroyed) editor.unregisterPlugin(onlyToReadKey)
    }
  }, [editor, isSuggesting])
  // While it is only read, it follows what comes from elsewhere.
  useEffect(() => {
    if (isSuggesting || editor.isDestroyed) return
    replaceDocument(editor, proposed.document, { canUndo: false })
    copy.showFields(fieldsOf({ proposed }))
    closeFields(editor.view.dom)
  }, [editor, copy, isSuggesting, proposed])

  const { suggestedBy, decisions } = review
  // The same authors again, as with each save, are no reason to draw anything anew.
  const saidBy = JSON.stringify(suggestedBy.map(({ suggestionId, authorName }) => [suggestionId, authorName]))
  const authors = useMemo(() => new Map(JSON.parse(saidBy) as [string, string][]), [saidBy])
  const authorOf = useCallback((id: string) => authors.get(id) ?? null, [authors])
  const isSince = view === 'since' && seen !== null
  const decided = useMemo(
    () => new Map(isSince ? [] : decisions.map((decision) => [decision.suggestionId, decision])),
    [isSince, decisions],
  )
  const decidedIds = useMemo(() => new Set(decided.keys()), [decided])
  const suggestions = useSuggestions({
    editor,
    given: isSince ? seen.words : review.given,
    fields,
    decidedIds,
    authorOf,
    onPress() {
      setTab('suggestions')
    },
  })
  const { overlay, ids } = suggestions
  const notes = useNotes(editor, review.notes, overlay.after, () => {
    setTab('notes')
    if (isTight) setIsSheetOpen(true)
  })

  function takeBack(id: string): void {
    const words: PostWords = settlePost(overlay, new Set(ids.filter((each) => each !== id)))
    replaceDocument(editor, words.document, { canUndo: true })
    const { document: _, ...others } = words
    copy.setFields(others)
  }
  const listMode = isSince ? 'reading' : mode
  useSuggestionKeys(suggestions, {
    onTake: listMode === 'deciding' ? (id) => acts.decide([id], true) : null,
    onLeave: listMode === 'deciding' ? (id) => acts.decide([id], false) : listMode === 'suggesting' ? takeBack : null,
    onNote() {
      setTab('notes')
      if (isTight) setIsSheetOpen(true)
      else setIsColumnOpen(true)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-new-note]')?.focus())
    },
  })

  const isPanelOpen = isTight ? isSheetOpen : isColumnOpen
  const panel = (
    <ReviewTabs
      tab={tab}
      onTab={setTab}
      counts={{ suggestions: ids.length, notes: review.notes.filter(({ resolved }) => resolved === null).length }}
      suggestions={
        <SuggestionList
          mode={listMode}
          suggestions={suggestions}
          decided={decided}
          authorOf={authorOf}
          categoryNames={review.categoryNames}
          acts={acts}
          onTakeBack={takeBack}
          onGone={() => setIsSheetOpen(false)}
        />
      }
      notes={<NotesPanel review={review} name={name} editor={editor} words={overlay.after} notes={notes} acts={acts} />}
      about={
        <AboutPost
          fields={fields}
          categoryNames={review.categoryNames}
          onChange={isSuggesting ? copy.setFields : null}
        />
      }
      trail={<TrailList review={review} />}
    />
  )
  return (
    <div className="editor" spellCheck={false}>
      <section className="paper" aria-label={t('Review', {}, 'place')}>
        <div className="editor-head">
          {onShowList && (
            <Button look="quiet" onPress={onShowList}>
              {t('Reviews')}
            </Button>
          )}
          {isSuggesting ? (
            <Toolbar editor={editor} onAddPictures={addPictures} onInsert={insertion.insert} />
          ) : (
            <span className="toolbar" />
          )}
          <div className="editor-acts">
            {!isSuggesting && review.postId !== null && (
              <>
                <Link href={`/writing/${review.postId}`} className="button">
                  {t('Open the post')}
                </Link>
                {name === review.askedBy && review.waitsFor !== 'reviewer' && review.seal.state !== 'whole' && (
                  <Button onPress={() => setAsked('ask')}>{t('Ask again…', {}, 'for a review')}</Button>
                )}
              </>
            )}
            {review.postId === null && review.waitsFor !== 'reviewer' && !review.isThroughBlog && (
              <Button look="primary" onPress={() => setAsked('send')}>
                {t('Send it back…')}
              </Button>
            )}
            <ReviewFileMenu review={review} name={name} onBefore={copy.flush} />
            <IconButton
              name={isPanelOpen ? t('Hide what is said') : t('Show what is said')}
              aria-expanded={isPanelOpen}
              onPress={() => (isTight ? setIsSheetOpen(!isSheetOpen) : setIsColumnOpen(!isColumnOpen))}
            >
              <Icon name="panel" />
            </IconButton>
            {isSuggesting && (
              <Button look="primary" onPress={() => setAsked('conclude')}>
                {t('Decide…')}
              </Button>
            )}
          </div>
        </div>
        <ReviewLine
          review={review}
          name={name}
          mode={mode}
          onSend={acts.send}
          view={<ViewChoice view={view} onView={setView} hasSeen={seen !== null} />}
        />
        <SaveProblem copy={copy} />
        <div
          className={view === 'final' ? 'sheet suggestions-hidden' : 'sheet'}
          data-mode={mode}
          dir={fields.direction}
          lang={fields.language || undefined}
        >
          <div className="sheet-measure">
            {isSuggesting ? (
              <TitleField
                ref={null}
                title={fields.title}
                language={fields.language}
                onChange={(title) => copy.setFields({ title })}
                onDone={() => editor.view.focus()}
              />
            ) : (
              <h2 className="title-field" dir="auto">
                {fields.title || t('Untitled')}
              </h2>
            )}
            <TitleChanges runs={overlay.lines.title} />
            <EditorContent editor={editor} className="post-words" />
            {isSuggesting && <SlashMenu editor={editor} />}
            {insertion.dialogs}
          </div>
        </div>
        <SuggestionStrip
          mode={listMode}
          suggestions={suggestions}
          decided={decided}
          authorOf={authorOf}
          categoryNames={review.categoryNames}
          acts={acts}
          onTakeBack={takeBack}
        />
      </section>
      <SidePanel title={t('What is said')} isTight={isTight} isOpen={isPanelOpen} onClose={() => setIsSheetOpen(false)}>
        {panel}
      </SidePanel>
      <ConcludeDialog
        isOpen={asked === 'conclude'}
        onClose={() => setAsked(null)}
        name={name}
        review={review}
        suggestionCount={ids.length}
        onConclude={async (decided) => {
          // What could not be kept is not what would be approved; it says so above the text.
          await copy.keep()
          await acts.conclude(decided)
        }}
      />
      <SendFileDialog
        reviews={[review]}
        isOpen={asked === 'send'}
        onClose={() => setAsked(null)}
        onBefore={copy.flush}
      />
      {review.postId !== null && (
        <AskDialog
          isOpen={asked === 'ask'}
          onClose={() => setAsked(null)}
          postId={review.postId}
          publishAt={review.publishAt}
          before={review}
          onBefore={() => Promise.resolve()}
        />
      )}
    </div>
  )
}

function SaveProblem({ copy }: { copy: ProposalCopy }) {
  const error = useProposalProblem(copy)
  return error && <ProblemNote error={error} />
}
