import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { AppErrorData } from '../../../../../shared/errors.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/problem.tsx'
import { replaceDocument } from '../replace-document.ts'
import type { WorkingCopy } from '../working-copy.ts'
import { sourceTokens } from './source-tokens.ts'
import './source.css'

const AFTER_TYPING_MS = 300
/** A longer one is shown in one colour, so that each key answers at once. */
const COLOURED_LENGTH = 120_000

interface SourceViewProps {
  post: Post
  copy: WorkingCopy
  editor: Editor
  onClose: () => void
}

/**
 * The markup of the text as it would be sent, to read and to change. What is typed goes into the text after each pause, so
 * that it is saved like any other words; what is no whole block stays as it was typed.
 */
export function SourceView({ post, copy, editor, onClose }: SourceViewProps) {
  const { core, client } = useCore()
  const stored = useQuery(core.posts.source.queryOptions({ postId: post.id }, { staleTime: 0, gcTime: 0 }))
  const [typed, setTyped] = useState<string | null>(null)
  const [failure, setFailure] = useState<AppErrorData | null>(null)
  const source = typed ?? stored.data?.markup ?? null
  const waiting = useRef<string | null>(null)
  const isOurs = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const tokens = useMemo(
    () => (source === null || source.length > COLOURED_LENGTH ? null : sourceTokens(source)),
    [source],
  )

  async function apply(): Promise<void> {
    clearTimeout(timer.current)
    const markup = waiting.current
    if (markup === null) return
    try {
      const document = await client.posts.readSource.mutate({ postId: post.id, markup })
      // More was typed meanwhile: that comes with the next pause.
      if (waiting.current !== markup || editor.isDestroyed) return
      waiting.current = null
      isOurs.current = true
      replaceDocument(editor, document, { canUndo: true })
      isOurs.current = false
      copy.textChanged()
      setFailure(null)
    } catch (error) {
      setFailure(appErrorOf(error))
    }
  }

  function change(text: string): void {
    setTyped(text)
    waiting.current = text
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void apply(), AFTER_TYPING_MS)
  }

  async function close(): Promise<void> {
    await apply()
    if (waiting.current === null) onClose()
  }

  const leave = useEffectEvent(() => void apply())
  const readAgain = useEffectEvent(() => {
    if (isOurs.current || waiting.current !== null) return
    void stored.refetch().then(() => setTyped(null))
  })
  useEffect(() => {
    // The blog's words came underneath, or an undo.
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) readAgain()
    }
    editor.on('transaction', onTransaction)
    return () => {
      editor.off('transaction', onTransaction)
      leave()
    }
  }, [editor])

  const field = useRef<HTMLTextAreaElement>(null)
  const isShown = source !== null
  useEffect(() => {
    if (isShown) field.current?.focus()
  }, [isShown])

  const error = failure ?? (stored.error ? appErrorOf(stored.error) : null)
  return (
    <section className="source" aria-label={t('Source of the post')}>
      <div className="source-head">
        <p className="field-hint">
          {t(
            'The text as the blog will store it. What you type here is saved as you go; footnotes are changed in the text itself.',
          )}
        </p>
        <Button look="primary" onPress={() => void close()}>
          {t('Back to the text')}
        </Button>
      </div>
      {error && <ProblemNote error={error} attempt="asking" />}
      {source !== null && (
        <div className="source-scroll">
          <div className="source-stack" dir="ltr">
            {tokens && (
              <pre className="source-colours" aria-hidden="true">
                {tokens.map(({ kind, text }, index) => (
                  <span key={index} className={`source-${kind}`}>
                    {text}
                  </span>
                ))}
                {'\n'}
              </pre>
            )}
            <textarea
              ref={field}
              className={tokens ? 'source-text source-clear' : 'source-text'}
              aria-label={t('Source', {}, 'the markup of a post')}
              spellCheck="false"
              autoCapitalize="off"
              autoCorrect="off"
              value={source}
              onChange={(event) => change(event.target.value)}
            />
          </div>
        </div>
      )}
    </section>
  )
}
