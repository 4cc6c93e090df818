import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Form, Input, Label, TextArea, TextField } from 'react-aria-components'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import type { PostState } from '../../../../shared/domain/post.ts'
import { EVIDENCE_KINDS, type Evidence } from '../../../../shared/domain/insight.ts'
import { evidenceKindWords } from '../../../../shared/insight/insight-table.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'

interface EvidenceDialogProps {
  evidence: Evidence
  blog: Blog
  today: string
  onClose: () => void
}

const NO_POST = 'none'
const PUBLIC: ReadonlySet<PostState> = new Set(['published', 'edited', 'changed-on-both'])
const isWebAddress = (text: string): boolean => text === '' || /^https?:\/\/\S+$/i.test(text)

/** One note of what came of a post. What was typed is kept until it is saved or given up. */
export function EvidenceDialog({ evidence, blog, today, onClose }: EvidenceDialogProps) {
  const { core } = useCore()
  const [note, setNote] = useState(evidence)
  const put = useMutation(core.insight.putEvidence.mutationOptions({ onSuccess: onClose }))
  const posts = useQuery(
    core.posts.list.queryOptions(
      { blogId: blog.id },
      { select: (list) => list.filter(({ state }) => PUBLIC.has(state)) },
    ),
  )
  const set = (patch: Partial<Evidence>): void => setNote({ ...note, ...patch })
  const isReady = note.text.trim() !== '' && isWebAddress(note.url.trim()) && note.happenedOn !== ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isReady) put.mutate(note)
  }
  return (
    <Dialog title={t('What came of it')} isOpen onClose={onClose} isKept={note.text !== evidence.text}>
      <Form className="insight-form" onSubmit={submit}>
        <Choice
          label={t('What it is')}
          value={note.kind}
          options={EVIDENCE_KINDS.map((kind) => ({ id: kind, label: evidenceKindWords(kind) }))}
          onChange={(kind) => set({ kind })}
        />
        <TextField className="field" type="date" value={note.happenedOn} onChange={(happenedOn) => set({ happenedOn })}>
          <Label>{t('When', {}, 'the day of an event')}</Label>
          <Input className="input" max={today} />
        </TextField>
        <TextField className="field" value={note.who} onChange={(who) => set({ who })} autoComplete="off">
          <Label>{t('Who', {}, 'a person or paper that took a post up')}</Label>
          <Input className="input" dir="auto" maxLength={500} />
        </TextField>
        <TextField className="field" value={note.text} onChange={(text) => set({ text })} autoFocus>
          <Label>{t('What happened')}</Label>
          <TextArea className="input" dir="auto" rows={4} maxLength={5000} />
        </TextField>
        <TextField
          className="field"
          value={note.url}
          onChange={(url) => set({ url })}
          isInvalid={!isWebAddress(note.url.trim())}
          autoComplete="off"
        >
          <Label>{t('Address where it can be looked up')}</Label>
          <Input className="input" dir="ltr" maxLength={2000} placeholder="https://" />
        </TextField>
        {posts.data && posts.data.length > 0 && (
          <Choice
            label={t('About which post')}
            value={note.postId ?? NO_POST}
            options={[
              { id: NO_POST, label: t('The blog as a whole') },
              ...posts.data.map(({ id, title }) => ({ id: id as string, label: title || t('Untitled') })),
            ]}
            onChange={(id) => set({ postId: id === NO_POST ? null : (id as PostId) })}
          />
        )}
        {put.error && <ProblemNote error={appErrorOf(put.error)} attempt="asking" />}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button type="submit" look="primary" isPending={put.isPending} isDisabled={!isReady}>
            {t('Keep the note')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
