import { useMutation } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { Link } from 'wouter'
import { openCount, placesIn } from '../../../../shared/content/pairs/tie.ts'
import { tiedWords } from '../../../../shared/content/pairs/tied-words.ts'
import type { PostPairs } from '../../../../shared/domain/pair.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useAfterTyping } from '../editor/after-typing.ts'
import { readDocument } from '../editor/read-document.ts'
import { SourceBlock } from './source-block.tsx'
import './pairs.css'

interface SourcePanelProps {
  post: Pick<Post, 'id'>
  source: NonNullable<PostPairs['source']>
  editor: Editor
  /** Everything typed is kept when this resolves. */
  flush: () => Promise<unknown>
  onGone: () => void
}

/** The source beside its translation, paragraph by paragraph, with what it says otherwise by now. */
export function SourcePanel({ post, source, editor, flush, onGone }: SourcePanelProps) {
  const { core, queryClient } = useCore()
  const { tie, title, language, direction } = source
  const here = useAfterTyping(editor, ({ state }) => ({
    words: tiedWords(readDocument(editor)),
    caretPlace: state.selection.$head.index(0),
  }))
  const places = placesIn(
    tie,
    here.words.map(({ words }) => words),
  ).map((place) => (place === null ? null : (here.words[place]?.place ?? null)))
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const agree = useMutation(
    core.pairs.agree.mutationOptions({
      onSuccess: (now) => queryClient.setQueryData(core.pairs.find.queryKey({ postId: post.id }), now),
      onError,
    }),
  )
  const untie = useMutation(core.pairs.untie.mutationOptions({ onError }))
  const tieAgain = useMutation(core.pairs.tie.mutationOptions({ onError }))
  const count = openCount(tie)

  function goTo(place: number): void {
    onGone()
    const { doc, tr } = editor.state
    let position = 0
    for (let index = 0; index < Math.min(place, doc.childCount - 1); index += 1) position += doc.child(index).nodeSize
    const block = doc.resolve(Math.min(position + 1, doc.content.size))
    editor.view.dispatch(tr.setSelection(TextSelection.near(block)).scrollIntoView())
    editor.view.focus()
  }

  return (
    <>
      <div className="tied-head">
        <Link href={`/writing/${source.postId}`} className="writers-voice" dir="auto" lang={language || undefined}>
          {title || t('Untitled')}
        </Link>
        <output className="field-hint">
          {count === 0
            ? t('Every paragraph says what the source says.')
            : t('{count, plural, one {# paragraph to look at} other {# paragraphs to look at}}', { count })}
        </output>
      </div>
      <ol className="tied-list" aria-label={t('The source, paragraph by paragraph')}>
        {tie.map((block, at) => {
          const place = places[at] ?? null
          if (block.source === null && block.said === null) return null
          return (
            <SourceBlock
              // Entries have no name of their own, and are drawn from what they say alone.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              block={block}
              language={language}
              direction={direction}
              isHere={place !== null && place === here.caretPlace}
              onGoTo={place === null ? null : () => goTo(place)}
              onAgree={() => void flush().then(() => agree.mutate({ postId: post.id, at, source: block.source }))}
            />
          )
        })}
      </ol>
      <Button
        look="link"
        onPress={() => {
          untie.mutate({ postId: post.id })
          showToast({
            text: t('The two posts are tied no more. Both are as they were.'),
            action: { label: t('Undo'), run: () => tieAgain.mutate({ postId: post.id, sourceId: source.postId }) },
          })
        }}
      >
        {t('It is no translation of this post')}
      </Button>
    </>
  )
}
