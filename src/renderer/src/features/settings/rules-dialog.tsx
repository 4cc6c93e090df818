import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Checkbox, FileTrigger, Form, Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { housePacks } from '../../../../shared/content/checks/packs/house-packs.ts'
import type { RulePack } from '../../../../shared/content/checks/packs/rule-pack.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Rich } from '../../ui/rich.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import './rules-dialog.css'

interface RulesDialogProps {
  isOpen: boolean
  onClose: () => void
}

/** The packs that the checks go by, and the person's own list of names. */
export function RulesDialog({ isOpen, onClose }: RulesDialogProps) {
  return (
    <Dialog title={t('Rules and names')} isOpen={isOpen} onClose={onClose}>
      <Packs />
      <Names />
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </Dialog>
  )
}

const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })

function Packs() {
  const { core } = useCore()
  const rules = useQuery(core.checks.rules.queryOptions())
  const [problem, setProblem] = useState<string | null>(null)
  const add = useMutation(core.checks.addPack.mutationOptions({ onError }))
  const remove = useMutation(core.checks.removePack.mutationOptions({ onError }))

  async function addFile(file: File): Promise<void> {
    setProblem(null)
    const read = await add.mutateAsync({ fileName: file.name, contents: await file.text() })
    if (!read.ok) setProblem(`${t('“{name}” was not taken.', { name: file.name })} ${read.problem}`)
  }

  return (
    <section className="rules">
      <h3 className="field-label">{t('Rule packs')}</h3>
      <ul className="rules-list">
        {housePacks().map((pack) => (
          <li key={pack.id}>
            <span>
              {pack.name}
              <span className="field-hint">{t('{facts}, always there', { facts: packFacts(pack) })}</span>
            </span>
          </li>
        ))}
        {(rules.data?.packs ?? []).map(({ fileName, pack, isManaged }) => (
          <li key={fileName}>
            <span>
              <bdi>{pack.name}</bdi>
              <span className="field-hint">{addedFacts(pack, isManaged === true)}</span>
            </span>
            {!isManaged && (
              <Button
                look="link"
                aria-label={t('Remove {name}', { name: pack.name })}
                onPress={() => remove.mutate({ fileName })}
              >
                {t('Remove')}
              </Button>
            )}
          </li>
        ))}
        {(rules.data?.unreadable ?? []).map(({ fileName, problem: why }) => (
          <li key={fileName}>
            <span>
              <bdi>{fileName}</bdi>
              <span className="field-error">
                {t('It cannot be read and is left out.')} {why}
              </span>
            </span>
            <Button
              look="link"
              aria-label={t('Remove {name}', { name: fileName })}
              onPress={() => remove.mutate({ fileName })}
            >
              {t('Remove')}
            </Button>
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <FileTrigger
        acceptedFileTypes={['application/json', '.json']}
        onSelect={(files) => {
          const file = files?.[0]
          if (file) void addFile(file).catch(() => undefined)
        }}
      >
        <Button isPending={add.isPending}>{t('Add a rule pack…')}</Button>
      </FileTrigger>
    </section>
  )
}

function packFacts({ rules, names }: RulePack): string {
  const parts = [
    ...(rules.length > 0 ? [t('{count, plural, one {# rule} other {# rules}}', { count: rules.length })] : []),
    ...(names.length > 0 ? [t('{count, plural, one {# name} other {# names}}', { count: names.length })] : []),
  ]
  return parts.length === 0
    ? t('Settings of checks')
    : parts.reduce((before, next) => t('{before}, {next}', { before, next }))
}

function addedFacts(pack: RulePack, isManaged: boolean): string {
  const facts = pack.isPolicy ? t('{facts}, a policy: it can stop a post', { facts: packFacts(pack) }) : packFacts(pack)
  return isManaged ? t('{facts}, set by your organisation', { facts }) : facts
}

function Names() {
  const { core } = useCore()
  const rules = useQuery(core.checks.rules.queryOptions())
  const add = useMutation(core.checks.addName.mutationOptions({ onError }))
  const remove = useMutation(core.checks.removeName.mutationOptions({ onError }))
  const blog = useActiveBlog()
  const [typed, setTyped] = useState('')
  const [isForBlog, setIsForBlog] = useState(false)
  // What holds on another blog is shown there.
  const names = (rules.data?.names ?? []).filter(({ blogId }) => blogId === null || blogId === blog.id)
  return (
    <section className="rules">
      <Form
        className="rules-add"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '') add.mutate({ name: typed.trim(), blogId: isForBlog ? blog.id : null })
          setTyped('')
        }}
      >
        <TextField className="field" value={typed} onChange={setTyped}>
          <Label>{t('Names as they are written right')}</Label>
          <Input className="input" dir="auto" placeholder="António Guterres" maxLength={200} />
        </TextField>
        <Button type="submit" isDisabled={typed.trim() === ''}>
          {t('Add')}
        </Button>
      </Form>
      <Checkbox className="checkbox" isSelected={isForBlog} onChange={setIsForBlog}>
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        <span>
          <Rich message="Only on <blog>{name}</blog>" values={{ name: blog.name }} parts={{ blog: <bdi /> }} />
        </span>
      </Checkbox>
      {names.length > 0 && (
        <ul className="rules-list rules-names" aria-label={t('Your names')}>
          {names.map(({ name, blogId }) => (
            <li key={`${name} ${blogId}`}>
              <span>
                <bdi>{name}</bdi>
                {blogId !== null && <span className="field-hint">{t('on this blog only')}</span>}
              </span>
              <Button
                look="link"
                aria-label={t('Remove {name}', { name })}
                onPress={() => remove.mutate({ name, blogId })}
              >
                {t('Remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
