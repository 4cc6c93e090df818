import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { showToast } from '../../ui/toasts.tsx'
import { useGoToPart } from '../../ui/use-go-to-part.ts'
import { useCommand } from '../commands/registered-commands.ts'
import { toggleShortcuts } from '../commands/shortcuts-open.ts'
import { useCommandKeys } from '../commands/use-command-keys.ts'
import { useNewPost } from '../posts/use-new-post.ts'
import { openSearch } from '../search/search-open.ts'
import { openSettings } from '../settings/settings-open.ts'

/** What can be done from anywhere on the desk. */
export function useDeskCommands(blog: Blog): void {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const newPost = useNewPost(blog.id)
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const syncNow = useMutation(core.line.syncNow.mutationOptions({ onError }))
  const isWritten = blog.kind !== 'archive'

  useCommandsWithoutBlog()
  useCommand('new-post', () => newPost.mutate({ blogId: blog.id }), isWritten)
  useCommand(
    'new-page',
    () => newPost.mutate({ blogId: blog.id, kind: 'page' }),
    isWritten && blog.rights.canEditPages === true,
  )
  useCommand('sync-now', () => syncNow.mutate({ blogId: blog.id }), isWritten)
  useCommand('search', openSearch)
  useCommand('settings', () => openSettings(null))
  useCommand('protection', () => openSettings('protection'))
  useCommand('backups', () => openSettings('backups'))
  useCommand('diagnostics', () => openSettings('diagnostics'))
  useCommand('handover', () => openSettings('handover'))
  useCommand('connect-blog', () => navigate('/connect'))
  useCommand('go-today', () => navigate('/today'))
  useCommand('go-writing', () => navigate('/writing'))
  useCommand('go-tags', () => navigate('/writing/tags'))
  useCommand('go-review', () => navigate('/review'))
  useCommand('go-conversation', () => navigate('/conversation'))
  useCommand('go-outbox', () => navigate('/outbox'))
  useCommand('go-pictures', () => navigate('/pictures'))
  useCommand('go-reading', () => navigate('/reading'))
  useCommand('go-insight', () => navigate('/insight'))
  useCommand('boarding-check', () => navigate('/boarding'))
}

/** What can be done on a desk that has no blog, too. */
export function useCommandsWithoutBlog(): void {
  const { lock } = useCore()
  const [, navigate] = useLocation()
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const shut = useMutation(lock.shut.mutationOptions({ onError }))
  const goToPart = useGoToPart()

  useCommandKeys()
  useCommand('lock', () => shut.mutate())
  useCommand('shortcuts', toggleShortcuts)
  useCommand('guidance', () => navigate('/guidance'))
  useCommand('next-part', () => goToPart(1))
  useCommand('previous-part', () => goToPart(-1))
}
