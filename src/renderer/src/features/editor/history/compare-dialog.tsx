import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Dialog, Heading, Input, Label, Modal, ModalOverlay, Radio, RadioGroup, TextField } from 'react-aria-components'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { Snapshot } from '../../../../../shared/contract/services.ts'
import type { SnapshotId } from '../../../../../shared/domain/ids.ts'
import type { Post, PostWords } from '../../../../../shared/domain/post.ts'
import { t } from '../../../../../shared/words/t.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ProblemNote } from '../../../ui/problem.tsx'
import { exactTime } from '../../../ui/times.ts'
import type { WorkingCopy } from '../working-copy.ts'
import { compareVersions, oneSide, readVersion, type Stretch } from './compare-versions.ts'
import { ComparedText } from './compared-text.tsx'
import { useRestoreVersion } from './use-restore-version.ts'
import { VersionPicker } from './version-picker.tsx'
import { versionName } from '../../../../../shared/version-name.ts'
import '../../conflict/conflict.css'

interface CompareDialogProps {
  post: Post
  copy: WorkingCopy
  snapshots: Snapshot[]
  openedId: SnapshotId
  onClose: () => void
}

type View = 'inline' | 'beside'

/** Two versions against each other: at first the one that was pressed and the one before it. */
export function CompareDialog({ post, copy, snapshots, openedId, onClose }: CompareDialogProps) {
  const place = snapshots.findIndex(({ id }) => id === openedId)
  const [afterId, setAfterId] = useState(openedId)
  const [beforeId, setBeforeId] = useState<SnapshotId>(snapshots[place + 1]?.id ?? openedId)
  const [view, setView] = useState<View>('inline')
  const { bringBack, isPending } = useRestoreVersion(post, copy)
  const before = useVersion(post, beforeId)
  const after = useVersion(post, afterId)
  const error = before.error ?? after.error
  const chosen = snapshots.find(({ id }) => id === afterId)
  const isNewest = chosen === snapshots[0]

  return (
    <ModalOverlay className="veil" isDismissable isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="compare-box">
        <Dialog className="compare">
          <header className="compare-head">
            <Heading slot="title">
              {t('Version of {time}', { time: chosen ? exactTime(chosen.createdAt) : '' })}
            </Heading>
            <IconButton name={t('Close')} onPress={onClose}>
              <Icon name="close" />
            </IconButton>
          </header>
          <div className="compare-choices">
            <VersionPicker label={t('This version')} snapshots={snapshots} value={afterId} onChange={setAfterId} />
            <VersionPicker label={t('Compared with')} snapshots={snapshots} value={beforeId} onChange={setBeforeId} />
            <RadioGroup
              className="compare-view"
              aria-label={t('Show')}
              orientation="horizontal"
              value={view}
              onChange={(value) => setView(value as View)}
            >
              <Radio value="inline" className="radio">
                <span className="radio-box" />
                {t('In one text')}
              </Radio>
              <Radio value="beside" className="radio">
                <span className="radio-box" />
                {t('Side by side')}
              </Radio>
            </RadioGroup>
          </div>
          <div className="compare-body">
            {error && <ProblemNote error={appErrorOf(error)} attempt="asking" />}
            {before.data && after.data && (
              <Compared
                key={`${beforeId} ${afterId} ${view}`}
                before={before.data}
                after={after.data}
                view={view}
                isAlone={beforeId === afterId}
              />
            )}
          </div>
          <footer className="compare-foot">
            {chosen && <NameField key={chosen.id} post={post} snapshot={chosen} />}
            <Button onPress={onClose}>{t('Leave it')}</Button>
            <Button
              look="primary"
              isDisabled={isNewest || !chosen}
              isPending={isPending}
              onPress={() => {
                if (chosen) void bringBack(chosen).then(onClose, () => undefined)
              }}
            >
              {isNewest ? t('This is what you have now') : t('Bring this version back')}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function useVersion({ id }: Post, snapshotId: SnapshotId) {
  const { core } = useCore()
  return useQuery(
    core.history.version.queryOptions(
      { postId: id, snapshotId },
      { staleTime: Infinity, gcTime: 60_000, select: ({ words }) => words },
    ),
  )
}

interface ComparedProps {
  before: PostWords
  after: PostWords
  view: View
  isAlone: boolean
}

function Compared({ before, after, view, isAlone }: ComparedProps) {
  const texts = useMemo(() => ({ before: readVersion(before), after: readVersion(after) }), [before, after])
  const columns = useMemo((): { heading: string | null; stretches: Stretch[] }[] => {
    const forward = compareVersions(texts.before, texts.after)
    if (view === 'inline') return [{ heading: null, stretches: forward }]
    const back = compareVersions(texts.after, texts.before)
    return [
      { heading: t('Before', {}, 'the version before'), stretches: oneSide(back, 'removed') },
      { heading: t('This version'), stretches: oneSide(forward, 'added') },
    ]
  }, [texts, view])
  const isSame = columns.every(({ stretches }) =>
    stretches.every(({ lines }) => lines.every(({ runs }) => runs.every(({ fate }) => fate === 'kept'))),
  )
  return (
    <>
      {isSame && !isAlone && <p className="history-note">{t('Both say the same, word for word.')}</p>}
      <div className="versions" data-count={columns.length}>
        {columns.map(({ heading, stretches }) => (
          <section key={heading ?? 'both'} className="version" aria-label={heading ?? t('What changed')}>
            {heading !== null && <h4>{heading}</h4>}
            <ComparedText stretches={stretches} language={after.language} startsOpen={isSame} />
          </section>
        ))}
      </div>
    </>
  )
}

/** A name keeps the version for ever. Saved when the field is left. */
function NameField({ post, snapshot }: { post: Post; snapshot: Snapshot }) {
  const { core } = useCore()
  const named = versionName(snapshot.name ?? '')
  const [text, setText] = useState(named)
  const setName = useMutation(core.history.name.mutationOptions())
  const save = (): void => {
    if (text.trim() !== named) setName.mutate({ postId: post.id, snapshotId: snapshot.id, name: text })
  }
  return (
    <TextField
      className="compare-name"
      value={text}
      onChange={setText}
      maxLength={200}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    >
      <Label>{t('Name of this version')}</Label>
      <Input className="input" dir="auto" placeholder={t('Such as: before the minister read it')} />
    </TextField>
  )
}
