import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Post } from '../../../../shared/domain/post.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { LanguageCombo } from '../editor/details/language-combo.tsx'

interface BeginDialogProps {
  post: Pick<Post, 'id' | 'blogId'>
  /** Everything typed is kept when this resolves; rejects when it could not be. */
  onBefore: () => Promise<unknown>
  onClose: () => void
}

/** In which language; the draft opens with the text of the source in it, to be written over. */
export function BeginDialog({ post, onBefore, onClose }: BeginDialogProps) {
  const { client, core, queryClient } = useCore()
  const [, navigate] = useLocation()
  const [language, setLanguage] = useState('')
  // Known before the next drawing: whoever presses twenty times begins one draft.
  const isBegun = useRef(false)
  // One act with the saving, so that a disk that is full is said.
  const begin = useMutation({
    async mutationFn() {
      await onBefore()
      return client.pairs.begin.mutate({ postId: post.id, language })
    },
    async onSuccess(postId) {
      onClose()
      navigate(`/writing/${postId}`)
      await queryClient.invalidateQueries({ queryKey: core.posts.list.queryKey({ blogId: post.blogId }) })
    },
    onError: () => void (isBegun.current = false),
  })
  return (
    <Dialog title={t('Write it in another language')} isOpen onClose={onClose}>
      <form
        className="pairs-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (language === '' || isBegun.current) return
          isBegun.current = true
          begin.mutate()
        }}
      >
        <LanguageCombo
          label={t('Language')}
          language={language}
          placeholder={t('Not chosen')}
          onChoose={setLanguage}
          hint={t(
            'A new draft with this text in it, to be written over paragraph by paragraph. What changes here later is marked there.',
          )}
        />
        {begin.error && <ProblemNote error={appErrorOf(begin.error)} attempt="asking" />}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={language === ''} isPending={begin.isPending}>
            {t('Begin the draft')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
