import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FileTrigger, Input, Label, Text, TextField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { bundledDictionaries } from '../../../../shared/content/spelling/dictionaries.ts'
import type { DictionaryProblem } from '../../../../shared/contract/spelling-services.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { isLanguageTag, languageName } from '../editor/details/languages.ts'
import './rules-dialog.css'

const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })

/** The dictionaries that came along, and those that the person added. */
export function DictionariesDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog title={t('Dictionaries')} isOpen={isOpen} onClose={onClose}>
      <p className="field-hint">
        {t(
          'Words are looked up on this laptop, never on the network. Where a language has no dictionary here its words are left alone. Those for German, Vietnamese, Arabic, Urdu and others may not be passed on with this program; LibreOffice and Firefox bring them as two files, .aff and .dic, which can be added.',
        )}
      </p>
      <Dictionaries />
      <div className="dialog-actions">
        <Button look="primary" onPress={onClose}>
          {t('Done')}
        </Button>
      </div>
    </Dialog>
  )
}

function Dictionaries() {
  const { core } = useCore()
  const dictionaries = useQuery(core.spelling.dictionaries.queryOptions())
  const remove = useMutation(core.spelling.removeDictionary.mutationOptions({ onError }))
  return (
    <section className="rules">
      <ul className="rules-list" aria-label={t('Dictionaries')}>
        {bundledDictionaries.map(({ id, name, licence }) => (
          <li key={id}>
            <span>
              {name()}
              <span className="field-hint">{t('Licence {licence}, always there', { licence })}</span>
            </span>
          </li>
        ))}
        {(dictionaries.data?.added ?? []).map((language) => (
          <li key={language}>
            <span>
              {languageName(language)}
              <span className="field-hint">{t('{language}, added by you', { language })}</span>
            </span>
            <Button
              look="link"
              aria-label={t('Remove {name}', { name: languageName(language) })}
              onPress={() => remove.mutate({ language })}
            >
              {t('Remove')}
            </Button>
          </li>
        ))}
      </ul>
      <AddDictionary />
    </section>
  )
}

function AddDictionary() {
  const { core } = useCore()
  const add = useMutation(core.spelling.addDictionary.mutationOptions({ onError }))
  const [language, setLanguage] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function addFiles(files: readonly File[]): Promise<void> {
    const aff = files.find(({ name }) => name.toLowerCase().endsWith('.aff'))
    const dic = files.find(({ name }) => name.toLowerCase().endsWith('.dic'))
    const tag =
      language.trim() === '' ? (dic?.name ?? '').replace(/\.dic$/iu, '').replaceAll('_', '-') : language.trim()
    setProblem(null)
    if (!aff || !dic) return setProblem(t('A dictionary is two files: choose the .aff and the .dic together.'))
    if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.test(tag) || !isLanguageTag(tag))
      return setProblem(t('Say which language it is, such as vi or de-AT. The name of the file does not tell.'))
    const [canonical = tag] = Intl.getCanonicalLocales(tag)
    const bytes = new Uint8Array(await new Blob([aff, dic]).arrayBuffer())
    const added = await add.mutateAsync({ language: canonical, affSizeBytes: aff.size, bytes })
    if (added.ok) setLanguage('')
    else setProblem(`${t('“{name}” was not taken.', { name: dic.name })} ${problemWords(added.problem)}`)
  }

  return (
    <>
      <div className="rules-add">
        <TextField className="field" value={language} onChange={setLanguage}>
          <Label>{t('Language of the one to add')}</Label>
          <Input
            className="input"
            dir="ltr"
            placeholder={t('As the file is called, such as vi_VN.dic')}
            maxLength={35}
          />
          <Text slot="description" className="field-hint">
            {t('Only where its name does not say it: a tag such as vi or de-AT.')}
          </Text>
        </TextField>
      </div>
      {problem !== null && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <FileTrigger
        acceptedFileTypes={['.aff', '.dic']}
        allowsMultiple
        onSelect={(files) => {
          if (files) void addFiles([...files]).catch(() => undefined)
        }}
      >
        <Button isPending={add.isPending}>{t('Add a dictionary…')}</Button>
      </FileTrigger>
    </>
  )
}

function problemWords(problem: DictionaryProblem): string {
  switch (problem) {
    case 'encoding':
      return t('It is written in an encoding that is not known here.')
    case 'no-words':
      return t('The .dic file holds no list of words.')
    case 'not-affixes':
      return t('The .aff file is none of Hunspell’s.')
    case 'unspaced':
      return t('This language is written without spaces, so its words cannot be told apart here.')
    case 'unreadable':
      return t('It could not be loaded.')
  }
}
