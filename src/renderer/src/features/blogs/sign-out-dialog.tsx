import { useMutation } from '@tanstack/react-query'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'

export function SignOutDialog({ blog, isOpen, onClose }: { blog: Blog; isOpen: boolean; onClose: () => void }) {
  const { core } = useCore()
  const signOut = useMutation(core.blogs.signOut.mutationOptions({ onSuccess: onClose }))
  return (
    <Dialog title={`Sign out of ${blog.name}?`} isOpen={isOpen} onClose={onClose}>
      <p>
        The application password is removed from this laptop. Posts, history and the outbox stay; nothing is sent until
        you connect the blog again.
      </p>
      {signOut.error && <ProblemNote error={appErrorOf(signOut.error)} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>Stay signed in</Button>
        <Button look="primary" isPending={signOut.isPending} onPress={() => signOut.mutate({ blogId: blog.id })}>
          Sign out
        </Button>
      </div>
    </Dialog>
  )
}
