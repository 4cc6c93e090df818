import { useMutation, useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Revocation } from '../../../../shared/domain/blog.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
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
        if (outcome === 'revoked')
          showToast({ text: t('{name} no longer takes the password of this laptop.', { name: blogName }) })
        if (outcome === 'later')
          showToast({ text: t('{name} could not be reached. It is tried again by itself.', { name: blogName }) })
      },
    }),
  )
  const done = useMutation(core.blogs.noteRevoked.mutationOptions())
  return (
    <section
      className="state-banner tone-needs-you"
      aria-label={t('A password of {name} is to be taken back', { name: blogName })}
    >
      <output>
        {isByHand ? (
          <Rich
            message="This laptop cannot take its password on <blog>{blogName}</blog> back. Remove it on the profile page of <name>{userName}</name>, under “Application Passwords”."
            values={{ blogName, userName }}
            parts={{ blog: <bdi />, name: <bdi /> }}
          />
        ) : (
          <Rich
            message="<blog>{blogName}</blog> still takes this laptop’s password: there was no line to take it back. It is tried again by itself."
            values={{ blogName }}
            parts={{ blog: <bdi /> }}
          />
        )}
      </output>
      <span className="state-banner-acts">
        {!isByHand && (
          <Button isPending={retry.isPending} onPress={() => retry.mutate({ blogId })}>
            {t('Try now')}
          </Button>
        )}
        <Button onPress={() => openPage(profileUrl)}>{t('Open the profile page')}</Button>
        <Button isPending={done.isPending} onPress={() => done.mutate({ blogId })}>
          {t('I have removed it')}
        </Button>
      </span>
    </section>
  )
}
