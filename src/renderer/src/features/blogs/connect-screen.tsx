import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components'
import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { DiscoveredBlog } from '../../../../shared/contract/services.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { useGoOnFromHere } from '../../ui/use-go-on.ts'
import { FindOutWhy } from '../doctor/find-out-why.tsx'
import { usePracticeBlog } from './use-practice-blog.ts'
import { SignInWays } from './sign-in-ways.tsx'
import './blogs.css'

interface ConnectScreenProps {
  backTo: string
  /** The blog to sign in to again, or ''. */
  startAddress: string
  offersPractice: boolean
}

/** Address first, because everything else depends on what answers there; then the two ways to sign in. */
export function ConnectScreen({ backTo, startAddress, offersPractice }: ConnectScreenProps) {
  const { core } = useCore()
  const goOn = useGoOnFromHere()()
  const offered = useQuery(core.settings.policy.queryOptions()).data?.inForce?.connection
  const [typed, setTyped] = useState<string | null>(null)
  const address = typed ?? (startAddress === '' ? (offered?.address ?? '') : startAddress)
  const [found, setFound] = useState<DiscoveredBlog | null>(null)
  const practise = usePracticeBlog()
  const discover = useMutation(core.blogs.discover.mutationOptions({ onSuccess: setFound }))

  return (
    <div className="connect">
      <Link href={backTo} className="button button-link connect-back">
        <Icon name="back" /> {t('Back')}
      </Link>
      <h1>{t('Connect your blog')}</h1>
      <Form
        className="connect-address"
        onSubmit={(event) => {
          event.preventDefault()
          setFound(null)
          discover.mutate({ address })
        }}
      >
        <TextField
          className="field"
          isRequired
          autoFocus
          value={address}
          onChange={(text) => {
            setTyped(text)
            setFound(null)
            discover.reset()
          }}
        >
          <Label>{t('Address of the blog')}</Label>
          <div className="connect-row">
            <Input
              className="input"
              dir="ltr"
              inputMode="url"
              autoComplete="url"
              spellCheck="false"
              placeholder="blog.example.org"
            />
            <Button type="submit" look={found ? 'plain' : 'primary'} isPending={discover.isPending}>
              {discover.isPending ? t('Looking…') : t('Find the blog')}
            </Button>
          </div>
          <Text slot="description" className="field-hint">
            {t('The one readers use. This is the only step that needs a line before you can write.')}
          </Text>
          <FieldError className="field-error" />
        </TextField>
      </Form>
      {discover.error && (
        <>
          <ProblemNote attempt="asking" error={appErrorOf(discover.error)} />
          <FindOutWhy question={{ address, account: null }} />
        </>
      )}
      {offersPractice && !found && (
        <p className="connect-practice">
          {t('To try something out where nothing is public, there is a blog inside this program.')}{' '}
          <Button look="link" isDisabled={practise.isPending} onPress={() => practise.mutate()}>
            {t('Use the practice blog')}
          </Button>
        </p>
      )}
      {practise.error && <ProblemNote attempt="asking" error={appErrorOf(practise.error)} />}
      {found && (
        <>
          <output className="connect-found">
            <Icon name="check" />
            <span>
              <strong className="writers-voice">
                <bdi>{found.name || found.url}</bdi>
              </strong>
              <br />
              <bdi>{found.url}</bdi>
            </span>
          </output>
          <SignInWays
            startUserName={offered?.userName ?? ''}
            found={found}
            address={found.url}
            onConnected={() => goOn('/writing')}
          />
        </>
      )}
    </div>
  )
}
