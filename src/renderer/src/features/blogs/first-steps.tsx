import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { numberWords } from '../../../../shared/words/number-words.ts'
import { t } from '../../../../shared/words/t.ts'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Choice } from '../../ui/choice.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { LanguageCombo } from '../editor/details/language-combo.tsx'
import { languageChoices } from '../settings/language-choices.ts'

/**
 * Who writes here and in which language, asked before there is a blog. Each field is kept as it is left, and each may be left
 * empty: Settings have them all. What is said here is what a blog begins with that is connected from then on.
 */
export function FirstSteps({ settings }: { settings: Settings }) {
  const { core } = useCore()
  const set = useMutation(core.settings.set.mutationOptions())
  // Two fields that are left one right after the other must not undo each other.
  const [profile, setProfile] = useState(settings.profile)
  const usual = profile.usual ?? NOTHING_USUAL
  const say = (said: { name?: string; usual?: Partial<typeof NOTHING_USUAL> }): void => {
    const next = { ...profile, name: said.name ?? profile.name, usual: { ...usual, ...said.usual } }
    setProfile(next)
    set.mutate({ profile: next })
  }
  return (
    <>
      <li data-step={numberWords(1)}>
        <h2>{t('Who writes?')}</h2>
        <div className="profile-fields">
          <Line
            label={t('Name under your posts')}
            text={profile.name}
            autoComplete="name"
            onSay={(name) => say({ name })}
          />
          <Line
            label={t('Your role')}
            text={usual.role}
            placeholder={t('Ambassador')}
            autoComplete="organization-title"
            onSay={(role) => say({ usual: { role } })}
          />
          <Line
            label={t('Place')}
            text={usual.place}
            placeholder={t('Hanoi')}
            onSay={(place) => say({ usual: { place } })}
          />
        </div>
      </li>
      <li data-step={numberWords(2)}>
        <h2>{t('In which language?')}</h2>
        <div className="profile-fields">
          <Choice
            label={t('Language of the interface')}
            value={settings.language}
            options={languageChoices().map(({ value, label }) => ({ id: value, label }))}
            onChange={(language) => set.mutate({ language })}
          />
          <LanguageCombo
            label={t('Language of a new post')}
            language={usual.language}
            placeholder={t('Not chosen')}
            onChoose={(language) => say({ usual: { language } })}
          />
        </div>
        {set.error && <ProblemNote attempt="asking" error={appErrorOf(set.error)} />}
      </li>
    </>
  )
}

const NOTHING_USUAL = { role: '', place: '', language: '' }

interface LineProps {
  label: string
  text: string
  placeholder?: string
  autoComplete?: string
  /** What stands there when the field is left, and not what stood there before. */
  onSay: (text: string) => void
}

function Line({ label, text, placeholder, autoComplete = 'off', onSay }: LineProps) {
  const [typed, setTyped] = useState(text)
  const leave = (): void => {
    if (typed.trim() !== text) onSay(typed.trim())
  }
  return (
    <TextField className="field" value={typed} onChange={setTyped} onBlur={leave} autoComplete={autoComplete}>
      <Label>{label}</Label>
      <Input className="input" dir="auto" maxLength={200} {...(placeholder !== undefined && { placeholder })} />
    </TextField>
  )
}
