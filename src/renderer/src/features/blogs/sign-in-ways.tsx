import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { DiscoveredBlog } from '../../../../shared/contract/services.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { FindOutWhy, isOfTheLine } from '../doctor/find-out-why.tsx'

interface SignInWaysProps {
  found: DiscoveredBlog
  address: string
  /** What the organisation filled in, or ''. */
  startUserName: string
  onConnected: () => void
}

/** In the browser on the blog's own page, or by hand with an application password made there. */
export function SignInWays({ found, address, startUserName, onConnected }: SignInWaysProps) {
  const { core, transport, queryClient } = useCore()
  const [userName, setUserName] = useState(startUserName)
  const [applicationPassword, setApplicationPassword] = useState('')
  const approve = useMutation(
    core.blogs.startApproval.mutationOptions({
      onSuccess: ({ approvalUrl }) => {
        window.open(approvalUrl, '_blank', 'noopener')
      },
    }),
  )
  const connect = useMutation(
    core.blogs.connect.mutationOptions({
      onSuccess: async (blog) => {
        await select(blog.id)
      },
    }),
  )
  const setSettings = useMutation(core.settings.set.mutationOptions())

  async function select(blogId: string): Promise<void> {
    await setSettings.mutateAsync({ activeBlogId: blogId })
    onConnected()
    await queryClient.invalidateQueries()
  }

  useApprovedBlog(approve.isSuccess, found.url, (blogId) => void select(blogId))

  return (
    <div className="sign-in-ways">
      {found.approvalUrl !== null && (
        <section aria-labelledby="by-browser">
          <h2 id="by-browser">{t('Approve in the browser')}</h2>
          <p>
            {transport.approvalReturnUrl === null
              ? t('The blog asks you to approve Attaché and then shows a password. Copy it into the field below.')
              : t('The blog asks you to approve Attaché; then this window goes on by itself.')}
          </p>
          <div>
            <Button
              look="primary"
              isPending={approve.isPending}
              onPress={() => approve.mutate({ address, returnUrl: transport.approvalReturnUrl })}
            >
              {t('Approve in the browser')}
            </Button>
          </div>
          {approve.data && (
            <output>
              {transport.approvalReturnUrl === null
                ? t('The page is open in another tab.')
                : t('Waiting for your approval in the browser.')}{' '}
              <a href={approve.data.approvalUrl} target="_blank" rel="noreferrer noopener">
                {t('Open the page again')}
              </a>
            </output>
          )}
          {approve.error && <ProblemNote attempt="asking" error={appErrorOf(approve.error)} />}
        </section>
      )}
      <section aria-labelledby="by-hand">
        <h2 id="by-hand">{t('Sign in with an application password')}</h2>
        <p>
          {t(
            'Not the password you type on the blog: a separate one for this laptop that you can withdraw at any time. On the blog, open your profile (Users → Profile), find “Application Passwords”, type “Attaché” and press “Add”.',
          )}
        </p>
        <Form
          className="sign-in-form"
          onSubmit={(event) => {
            event.preventDefault()
            connect.mutate({ address, userName, applicationPassword })
          }}
        >
          <TextField className="field" isRequired value={userName} onChange={setUserName}>
            <Label>{t('User name')}</Label>
            <Input className="input" dir="auto" autoComplete="username" spellCheck="false" />
            <FieldError className="field-error" />
          </TextField>
          <TextField
            className="field"
            isRequired
            type="password"
            value={applicationPassword}
            onChange={setApplicationPassword}
          >
            <Label>{t('Application password')}</Label>
            <Input className="input" dir="ltr" autoComplete="off" spellCheck="false" />
            <FieldError className="field-error" />
          </TextField>
          {connect.error && (
            <>
              <ProblemNote attempt="asking" error={appErrorOf(connect.error)} />
              {isOfTheLine(appErrorOf(connect.error)) && (
                <div>
                  <FindOutWhy question={{ address, account: { userName, applicationPassword } }} />
                </div>
              )}
            </>
          )}
          <div>
            <Button type="submit" look={found.approvalUrl === null ? 'primary' : 'plain'} isPending={connect.isPending}>
              {connect.isPending ? t('Signing in…') : t('Sign in')}
            </Button>
          </div>
        </Form>
      </section>
    </div>
  )
}

/** The approval comes back to the host, not to this window: the new blog simply appears in the list. */
function useApprovedBlog(isWaiting: boolean, url: string, onApproved: (blogId: string) => void): void {
  const { core } = useCore()
  const blogs = useQuery(core.blogs.list.queryOptions())
  const approved = isWaiting ? blogs.data?.find((blog) => blog.isSignedIn && sameSite(blog.url, url)) : undefined
  const tell = useEffectEvent(onApproved)
  const approvedId = approved?.id
  useEffect(() => {
    if (approvedId) tell(approvedId)
  }, [approvedId])
}

const sameSite = (one: string, other: string): boolean => one.replace(/\/+$/, '') === other.replace(/\/+$/, '')
