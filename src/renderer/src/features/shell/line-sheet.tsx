import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { ArchiveActs, SaveBlogCopy } from '../archives/blog-copies.tsx'
import { lineWords } from './line-words.ts'
import { VanishedQuestion } from './vanished-question.tsx'

interface LineSheetProps {
  blog: Blog
  line: Line | undefined
  onSignOut: () => void
  onFindOut: () => void
}

/** What is known of the line and of who is signed in, and what can be done about either. */
export function LineSheet(props: LineSheetProps) {
  const { blog, line } = props
  const [, navigate] = useLocation()
  return (
    <>
      {line?.vanished ? (
        <VanishedQuestion blogId={blog.id} vanished={line.vanished} />
      ) : (
        <p>{lineWords(line, blog).sentence}</p>
      )}
      <p className="field-hint">
        <bdi>{blog.url}</bdi>
        <br />
        {blog.kind === 'archive' ? (
          t('Opened from a file')
        ) : blog.isSignedIn ? (
          <Rich
            message="Signed in as <name>{name}</name> ({userName})"
            values={{ name: blog.displayName, userName: blog.userName }}
            parts={{ name: <bdi /> }}
          />
        ) : (
          <Rich
            message="Signed out; it was <name>{name}</name> ({userName})"
            values={{ name: blog.displayName, userName: blog.userName }}
            parts={{ name: <bdi /> }}
          />
        )}
      </p>
      {blog.kind === 'archive' ? (
        <ArchiveActs blog={blog} />
      ) : blog.isSignedIn ? (
        <LineActs {...props} />
      ) : (
        <div className="dialog-actions">
          <Button look="primary" slot="close" onPress={() => navigate('/connect')}>
            {t('Connect again')}
          </Button>
        </div>
      )}
    </>
  )
}

function LineActs({ blog, line, onSignOut, onFindOut }: LineSheetProps) {
  const { core } = useCore()
  const syncNow = useMutation(core.line.syncNow.mutationOptions())
  const setPaused = useMutation(core.line.setPaused.mutationOptions())
  const isTalking = syncNow.isPending || line?.isSyncing === true
  const isPaused = line?.isPaused === true
  const error = syncNow.error ?? setPaused.error
  return (
    <>
      {error && <ProblemNote error={appErrorOf(error)} attempt="asking" />}
      <div className="dialog-actions">
        <SaveBlogCopy blog={blog} />
        {line?.state === 'closed' && (
          <Button look="link" slot="close" onPress={onFindOut}>
            {t('Find out why…')}
          </Button>
        )}
        {blog.kind !== 'practice' && (
          <Button look="link" slot="close" onPress={onSignOut}>
            {t('Sign out…')}
          </Button>
        )}
        <Button
          isPending={setPaused.isPending}
          onPress={() => setPaused.mutate({ blogId: blog.id, isPaused: !isPaused })}
        >
          {isPaused ? t('Go on bringing down') : t('Pause bringing down')}
        </Button>
        <Button look="primary" isPending={isTalking} onPress={() => syncNow.mutate({ blogId: blog.id })}>
          {isTalking ? t('Talking to the blog…') : t('Sync now')}
        </Button>
      </div>
    </>
  )
}
