import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { Rich } from '../../ui/rich.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { ArchiveActs, SaveBlogCopy } from '../archives/blog-copies.tsx'
import { lineWords } from './line-words.ts'
import { VanishedQuestion } from './vanished-question.tsx'

const SignOutDialog = laterDialog(async () => (await import('../blogs/sign-out-dialog.tsx')).SignOutDialog)
const DoctorDialog = laterDialog(async () => (await import('../doctor/doctor-dialog.tsx')).DoctorDialog)

/** The state of the line, always in the same place; a press shows more and what can be done about it. */
export function LineMark({ blog, line }: { blog: Blog; line: Line | undefined }) {
  const [isSigningOut, setIsSigningOut] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const [, navigate] = useLocation()
  const words = lineWords(line, blog)
  return (
    <>
      <DialogTrigger>
        <AriaButton className={`line-mark tone-${words.tone}`} aria-label={t('Line: {mark}', { mark: words.mark })}>
          <span className="dot" />
          {words.mark}
        </AriaButton>
        <Popover className="popover" placement="bottom end">
          <Dialog className="dialog">
            <Heading slot="title" className="line-heading">
              <bdi>{blog.name}</bdi>
            </Heading>
            {line?.vanished ? <VanishedQuestion blogId={blog.id} vanished={line.vanished} /> : <p>{words.sentence}</p>}
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
              <LineActs
                blog={blog}
                line={line}
                onSignOut={() => setIsSigningOut(true)}
                onFindOut={() => setIsAsking(true)}
              />
            ) : (
              <div className="dialog-actions">
                <Button look="primary" slot="close" onPress={() => navigate('/connect')}>
                  {t('Connect again')}
                </Button>
              </div>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
      <SignOutDialog blog={blog} isOpen={isSigningOut} onClose={() => setIsSigningOut(false)} />
      <DoctorDialog question={{ blogId: blog.id }} isOpen={isAsking} onClose={() => setIsAsking(false)} />
    </>
  )
}

interface LineActsProps {
  blog: Blog
  line: Line | undefined
  onSignOut: () => void
  onFindOut: () => void
}

function LineActs({ blog, line, onSignOut, onFindOut }: LineActsProps) {
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
