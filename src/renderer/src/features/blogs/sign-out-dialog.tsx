import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Checkbox } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'

export function SignOutDialog({ blog, isOpen, onClose }: { blog: Blog; isOpen: boolean; onClose: () => void }) {
  const { core } = useCore()
  const [revokes, setRevokes] = useState(blog.kind === 'wordpress')
  const signOut = useMutation(
    core.blogs.signOut.mutationOptions({
      onSuccess(outcome) {
        if (outcome === 'revoked')
          showToast({ text: t('{name} no longer takes the password of this laptop.', { name: blog.name }) })
        onClose()
      },
    }),
  )
  return (
    <Dialog title={t('Sign out of {name}?', { name: blog.name })} isOpen={isOpen} onClose={onClose}>
      <p>
        {t(
          'The application password is removed from this laptop. Posts, history and the outbox stay; nothing is sent until you connect the blog again.',
        )}
      </p>
      {blog.kind === 'wordpress' && (
        <Checkbox className="checkbox" isSelected={revokes} onChange={setRevokes}>
          <span className="checkbox-box">
            <Icon name="check" />
          </span>
          <span>
            {t('Take the password back on the blog too')}
            <span className="field-hint checkbox-hint">
              {t('Then nobody can sign in with it any more. Without a line it stays to be done, and is tried again.')}
            </span>
          </span>
        </Checkbox>
      )}
      {signOut.error && <ProblemNote error={appErrorOf(signOut.error)} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Stay signed in')}</Button>
        <Button
          look="primary"
          isPending={signOut.isPending}
          onPress={() => signOut.mutate({ blogId: blog.id, revoke: revokes })}
        >
          {t('Sign out')}
        </Button>
      </div>
    </Dialog>
  )
}
