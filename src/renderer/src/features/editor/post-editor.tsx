import { useEffect, useRef, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import type { KeptUndo } from '../../../../shared/contract/services.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { laterPart, useIsNext } from '../../ui/later.tsx'
import { Live } from '../../ui/live.ts'
import { ProblemNote } from '../../ui/problem.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { TIGHT, useMediaQuery } from '../../ui/use-media-query.ts'
import { setThreadBeside } from '../comments/thread-beside.ts'
import { PostViews } from '../preview/post-views.tsx'
import { ReviewBanner } from '../review/review-banner.tsx'
import { usePostReview } from '../review/use-post-review.ts'
import { OpenChecks } from './checks/open-checks.tsx'
import { NO_CHECKS } from './checks/use-checks.ts'
import { useClassicForm } from './classic/use-classic-form.ts'
import { CorrectionStrip } from './correction/correction-strip.tsx'
import { DetailsTabs, type DetailsTab } from './details/details-tabs.tsx'
import { PublishButton } from './publish/publish-button.tsx'
import { focusDetailsField, type DetailsField } from './details/focus-details-field.ts'
import { FindBar } from './find/find-bar.tsx'
import { useFind } from './find/use-find.ts'
import { asksForText } from './focus-text.ts'
import { SlashMenu } from './insert/slash-menu.tsx'
import { useInsertion } from './insert/use-insertion.tsx'
import { PasteNoteDialog } from './paste/paste-note-dialog.tsx'
import { PasteProgress } from './paste/paste-progress.tsx'
import { PostPictures } from '../pictures/post-pictures.tsx'
import { setFocusMode, useFocusKeys, useFocusMode } from './focus-mode.ts'
import { OpenSpelling } from './spelling/open-spelling.tsx'
import { NO_SPELLING } from './spelling/use-spelling.ts'
import { SignatureLine } from './signature/signature-line.tsx'
import { StateBanner } from './state-banner.tsx'
import { TemplateStrip } from './template/template-strip.tsx'
import { TextPlace } from './text-place.tsx'
import { ThreadButton } from './thread/thread-button.tsx'
import { ThreadPlace } from './thread/thread-place.tsx'
import { usePostThread } from './thread/use-post-thread.ts'
import { TitleField } from './title-field.tsx'
import { Toolbar } from './toolbar/toolbar.tsx'
import { insertMedia } from './use-add-pictures.ts'
import { useLocalCopies } from './use-local-copies.ts'
import { useOpenAtPassage } from './use-open-at-passage.ts'
import { useUndoMemory } from './undo/use-undo-memory.ts'
import { useOpenPostFacts } from './use-open-post-facts.ts'
import { usePostCommands } from './use-post-commands.ts'
import { usePostEditor } from './use-post-editor.ts'
import { useSmartTyping } from './smart-typing/use-smart-typing.ts'
import { ViewMenu } from './view-menu.tsx'
import { useFieldSteps } from './words/field-step.ts'
import { useSaveProblem, useStartWorkingCopy, useWorkingCopy, type WorkingCopy } from './working-copy.ts'

const SourceView = laterPart(async () => (await import('./source/source-view.tsx')).SourceView)

interface PostEditorProps {
  post: Post
  /** What an earlier opening of the post could undo. */
  keptUndo: KeptUndo | null
  onShowList: (() => void) | null
}

/** The paper with its toolbar, and what is about the text at its end. */
export function PostEditor({ post: opened, keptUndo, onShowList }: PostEditorProps) {
  const [post] = useState(opened)
  const isTight = useMediaQuery(TIGHT)
  const isAroundDrawn = useIsNext()
  // The column and the sheet are remembered apart: a window made narrow does not open over the text.
  const [isColumnOpen, setIsColumnOpen] = useState(true)
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  // Nor over a question, when it is made narrow again.
  if (isSheetOpen && !isTight) setIsSheetOpen(false)
  const [tab, setTab] = useState<DetailsTab>('about')
  const title = useRef<{ focus: () => void }>(null)
  const { copy, fields } = useWorkingCopy(post)
  const { editor, addPictures, paste } = usePostEditor(post, {
    onChanged: copy.textChanged,
    onCaretMoved: copy.caretMoved,
  })
  useStartWorkingCopy(copy, editor)
  useOpenPostFacts(editor, fields.language)
  useLocalCopies(editor, post.id)
  useFieldSteps(editor, copy)
  useUndoMemory(editor, post.id, keptUndo)
  const form = useClassicForm(editor)
  const insertion = useInsertion(editor, addPictures)
  useOpenAtPassage(editor)
  const thread = usePostThread(post.id, () => {
    if (!editor.isDestroyed) editor.view.focus()
  })
  const isPanelOpen = isTight ? isSheetOpen : isColumnOpen && !thread.isOpen
  function setIsPanelOpen(isOpen: boolean): void {
    if (isTight) return setIsSheetOpen(isOpen)
    setIsColumnOpen(isOpen)
    // One thing per place.
    if (isOpen) setThreadBeside(false)
  }
  useSmartTyping(editor, fields.language)
  const find = useFind(editor)
  const [isSource, setIsSource] = useState(false)
  const isFocused = useFocusMode()
  useFocusKeys()
  function showTab(next: DetailsTab): void {
    setTab(next)
    setFocusMode(false)
    setIsPanelOpen(true)
  }
  function showField(field: DetailsField): void {
    showTab('about')
    focusDetailsField(field)
  }
  const showSource = (): void => void copy.flush().then(() => setIsSource(true))
  usePostCommands({ isSource, hasReview: usePostReview(post.id) !== undefined, onSource: showSource, onTab: showTab })
  // What they find is drawn where it is shown: nothing here is drawn again for it.
  const [spelling] = useState(() => new Live(NO_SPELLING))
  const [checks] = useState(() => new Live(NO_CHECKS))

  useEffect(() => {
    if (post.title === '' && editor.isEmpty) title.current?.focus()
    else if (asksForText(history.state)) editor.view.focus()
  }, [post, editor])

  const { direction, language } = fields
  const panel = isAroundDrawn ? (
    <DetailsTabs
      post={post}
      copy={copy}
      fields={fields}
      editor={editor}
      checks={checks}
      form={form}
      spelling={spelling}
      tab={tab}
      onTab={setTab}
      onGoneToText={() => setIsSheetOpen(false)}
    />
  ) : (
    <div className="details" />
  )
  return (
    // The desk looks words up itself; a browser’s own marks would lie over its, and may send the words away.
    <div className="editor" spellCheck={false}>
      <section className="paper" aria-label={t('Post', {}, 'the paper with its text')}>
        {isFocused && (
          <div className="focus-leave">
            <Button look="quiet" onPress={() => setFocusMode(false)}>
              {t('Back to the desk')} <kbd className="menu-key">Esc</kbd>
            </Button>
          </div>
        )}
        <div className="editor-head">
          {onShowList && (
            <Button look="quiet" onPress={onShowList}>
              {t('Posts')}
            </Button>
          )}
          {isAroundDrawn && !isSource ? (
            <Toolbar editor={editor} onAddPictures={addPictures} onInsert={insertion.insert} />
          ) : (
            <span className="toolbar" />
          )}
          {isAroundDrawn ? (
            <div className="editor-acts">
              <ThreadButton thread={thread} />
              <IconButton
                name={isPanelOpen ? t('Hide details') : t('Show details')}
                aria-expanded={isPanelOpen}
                onPress={() => setIsPanelOpen(!isPanelOpen)}
              >
                <Icon name="panel" />
              </IconButton>
              <ViewMenu
                isSource={isSource}
                onSource={showSource}
                onFind={find.open}
                onThread={thread.conversation && thread.toggle}
                onNextMisspelling={() => spelling.read().step(1)}
                onIgnoredWords={() => spelling.read().showIgnored()}
              />
              <PostViews post={post} copy={copy} fields={fields} editor={editor} />
              <PublishButton post={post} copy={copy} fields={fields} editor={editor} checks={checks} />
            </div>
          ) : (
            <div className="editor-acts" />
          )}
        </div>
        {find.opening && !isSource && (
          <FindBar
            key={find.opening.press}
            editor={editor}
            fields={fields}
            opening={find.opening}
            onClose={find.close}
          />
        )}
        <SaveProblem copy={copy} />
        <StateBanner post={post} copy={copy} />
        <ReviewBanner post={post} keep={copy.keep} />
        {isSource && <SourceView post={post} copy={copy} editor={editor} onClose={() => setIsSource(false)} />}
        {isAroundDrawn && (
          <CorrectionStrip post={post} language={fields.language} editor={editor} onThread={thread.show} />
        )}
        <TemplateStrip post={post} fields={fields} editor={editor} checks={checks} />
        <div className="sheet" hidden={isSource} dir={direction} lang={language || undefined}>
          <div className="sheet-measure">
            <TitleField
              ref={title}
              title={fields.title}
              language={language}
              onChange={(text) => copy.setFields({ title: text })}
              onDone={() => {
                editor.commands.setTextSelection(0)
                // At once, not in the next frame as tiptap's focus: the next key belongs to the text.
                editor.view.focus()
              }}
            />
            {post.kind === 'post' && <SignatureLine post={post} editor={editor} />}
            <TextPlace editor={editor} />
            <SlashMenu editor={editor} />
            {isAroundDrawn && (
              <OpenSpelling
                editor={editor}
                spelling={spelling}
                post={post}
                fields={fields}
                onGoTo={(place) => {
                  if (place.in !== 'excerpt') setIsSheetOpen(false)
                  else if (!isPanelOpen || tab !== 'about') showField('excerpt')
                }}
              />
            )}
            {insertion.dialogs}
            <PasteNoteDialog note={paste.shown} onClose={paste.hide} />
          </div>
        </div>
        <PasteProgress text={paste.progress} />
        {isAroundDrawn && (
          <OpenChecks
            checks={checks}
            spelling={spelling}
            editor={editor}
            post={post}
            copy={copy}
            fields={fields}
            onField={(where) => {
              if (where.in === 'title') title.current?.focus()
              if (where.in === 'excerpt' || where.in === 'language' || where.in === 'review-by') showField(where.in)
            }}
          />
        )}
        <PostPictures
          editor={editor}
          blogId={post.blogId}
          language={language}
          insert={(block) => void insertMedia(editor, block)}
        />
      </section>
      <SidePanel
        title={t('Details')}
        isTight={isTight}
        isOpen={isPanelOpen && (isTight || !isFocused)}
        onClose={() => setIsPanelOpen(false)}
      >
        {panel}
      </SidePanel>
      <ThreadPlace postId={post.id} thread={thread} />
    </div>
  )
}

function SaveProblem({ copy }: { copy: WorkingCopy }) {
  const error = useSaveProblem(copy)
  return error && <ProblemNote error={error} />
}
