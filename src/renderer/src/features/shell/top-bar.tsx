import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useLocation } from 'wouter'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { clockTime } from '../../ui/times.ts'
import { useDeskStatus } from '../editor/desk-status.ts'
import { SignOutDialog } from '../blogs/sign-out-dialog.tsx'
import { lineWords } from './line-words.ts'

interface TopBarProps {
  blog: Blog
  line: Line | undefined
  /** Set where the rail has no room of its own. */
  onMenu: (() => void) | null
}

export function TopBar({ blog, line, onMenu }: TopBarProps) {
  return (
    <header className="top-bar">
      {onMenu && (
        <IconButton name="Menu" onPress={onMenu}>
          <Icon name="menu" />
        </IconButton>
      )}
      <span className="brand">Attaché</span>
      <span className="top-bar-blog">
        <bdi>{blog.name}</bdi>
      </span>
      <SavedMark />
      <LineMark blog={blog} line={line} />
    </header>
  )
}

function SavedMark() {
  const { save, open } = useDeskStatus()
  switch (save.kind) {
    case 'untouched':
      return <span className="saved-mark">{open ? 'Saved' : ''}</span>
    case 'saving':
      return <span className="saved-mark">Saving…</span>
    case 'saved':
      return <span className="saved-mark">Saved {clockTime(save.savedAt)}</span>
    case 'failed':
      return <span className="saved-mark saved-mark-failed">Not saved</span>
  }
}

function LineMark({ blog, line }: { blog: Blog; line: Line | undefined }) {
  const { core } = useCore()
  const [isSigningOut, setIsSigningOut] = useState(false)
  const syncNow = useMutation(core.line.syncNow.mutationOptions())
  const [, navigate] = useLocation()
  const words = lineWords(line, blog)
  return (
    <>
      <DialogTrigger>
        <AriaButton className={`line-mark tone-${words.tone}`} aria-label={`Line: ${words.mark}`}>
          <span className="dot" />
          {words.mark}
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Dialog className="dialog">
            <Heading slot="title" className="line-heading">
              <bdi>{blog.name}</bdi>
            </Heading>
            <p>{words.sentence}</p>
            <p className="field-hint">
              <bdi>{blog.url}</bdi>
              <br />
              {blog.isSignedIn ? 'Signed in as' : 'Signed out; it was'} <bdi>{blog.displayName}</bdi> ({blog.userName})
            </p>
            {syncNow.error && <ProblemNote error={appErrorOf(syncNow.error)} />}
            <div className="dialog-actions">
              {blog.isSignedIn && blog.kind !== 'practice' && (
                <Button look="link" slot="close" onPress={() => setIsSigningOut(true)}>
                  Sign out…
                </Button>
              )}
              {blog.isSignedIn ? (
                <Button
                  look="primary"
                  isPending={syncNow.isPending || line?.isSyncing === true}
                  onPress={() => syncNow.mutate({ blogId: blog.id })}
                >
                  {syncNow.isPending || line?.isSyncing ? 'Talking to the blog…' : 'Sync now'}
                </Button>
              ) : (
                <Button look="primary" slot="close" onPress={() => navigate('/connect')}>
                  Connect again
                </Button>
              )}
            </div>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <SignOutDialog blog={blog} isOpen={isSigningOut} onClose={() => setIsSigningOut(false)} />
    </>
  )
}
