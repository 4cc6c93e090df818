import { useMutation, useQuery } from '@tanstack/react-query'
import { useCore } from '../../api/queries.ts'
import type { Revocation } from '../../../../shared/domain/blog.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { openPage } from '../reading/open-page.ts'

/** Until it is done: passwords of this laptop that the blogs still take. */
export function RevocationsNotice() {
  const { core } = useCore()
  const pending = useQuery(core.blogs.revocations.queryOptions()).data ?? []
  return pending.map((revocation) => <PendingRevocation key={revocation.blogId} {...revocation} />)
}

function PendingRevocation({ blogId, blogName, userName, isByHand, profileUrl }: Revocation) {
  const { core } = useCore()
  const retry = useMutation(
    core.blogs.retryRevocation.mutationOptions({
      onSuccess(outcome) {
        if (outcome === 'revoked') showToast({ text: `${blogName} no longer takes the password of this laptop.` })
        if (outcome === 'later') showToast({ text: `${blogName} could not be reached. It is tried again by itself.` })
      },
    }),
  )
  const done = useMutation(core.blogs.noteRevoked.mutationOptions())
  return (
    <section className="state-banner tone-needs-you" aria-label={`A password of ${blogName} is to be taken back`}>
      <output>
        {isByHand ? (
          <>
            This laptop cannot take its password on <bdi>{blogName}</bdi> back. Remove it on the profile page of{' '}
            <bdi>{userName}</bdi>, under “Application Passwords”.
          </>
        ) : (
          <>
            <bdi>{blogName}</bdi> still takes this laptop’s password: there was no line to take it back. It is tried
            again by itself.
          </>
        )}
      </output>
      <span className="state-banner-acts">
        {!isByHand && (
          <Button isPending={retry.isPending} onPress={() => retry.mutate({ blogId })}>
            Try now
          </Button>
        )}
        <Button onPress={() => openPage(profileUrl)}>Open the profile page</Button>
        <Button isPending={done.isPending} onPress={() => done.mutate({ blogId })}>
          I have removed it
        </Button>
      </span>
    </section>
  )
}
