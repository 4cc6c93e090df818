import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { foldText } from '../../../../shared/search/fold-letters.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useNewPost } from '../posts/use-new-post.ts'

export interface SearchAction {
  id: string
  label: string
  run: () => void
}

/** What can be done from anywhere, by its name. */
export function useSearchActions(blogs: Blog[], active: Blog): SearchAction[] {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const newPost = useNewPost(active.id)
  const setSettings = useMutation(core.settings.set.mutationOptions())
  const syncNow = useMutation(
    core.line.syncNow.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  const goTo = (id: string, label: string): SearchAction => ({ id, label, run: () => navigate(`/${id}`) })
  return [
    { id: 'new-post', label: t('New post'), run: () => newPost.mutate({ blogId: active.id }) },
    goTo('writing', t('Go to writing')),
    goTo('writing/tags', t('Go to tags')),
    goTo('conversation', t('Go to the conversation')),
    goTo('outbox', t('Go to the outbox')),
    goTo('reading', t('Go to reading')),
    goTo('boarding', t('Boarding check')),
    { id: 'sync-now', label: t('Sync now'), run: () => syncNow.mutate({ blogId: active.id }) },
    ...blogs
      .filter(({ id }) => id !== active.id)
      .map(({ id, name }): SearchAction => ({
        id: `blog ${id}`,
        label: t('Go to {name}', { name }),
        run: () => {
          setSettings.mutate({ activeBlogId: id })
          navigate('/writing')
        },
      })),
    goTo('connect', t('Connect another blog')),
  ]
}

/** Those in whose name every typed word begins a word. */
export function actionsCalled(actions: SearchAction[], text: string): SearchAction[] {
  const words = wordsOf(text)
  return actions.filter(({ label }) => {
    const names = wordsOf(label)
    return words.every((word) => names.some((name) => name.startsWith(word)))
  })
}

const wordsOf = (text: string): string[] =>
  foldText(text.normalize('NFC'))
    .text.split(/\s+/)
    .filter((word) => word !== '')
