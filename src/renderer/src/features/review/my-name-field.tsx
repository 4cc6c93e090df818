import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { setMyName } from './my-name.ts'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'

/** Who acts. Two people at one laptop say who of them it is. */
export function MyNameField({ label, name }: { label: string; name: string }) {
  return (
    <TextField className="field" value={name} onChange={setMyName} isRequired>
      <Label>{label}</Label>
      <Input className="input" dir="auto" maxLength={200} autoComplete="off" />
    </TextField>
  )
}

interface ActingAsProps {
  /** “Reviewing as”. */
  doing: string
  name: string
  /** Others who may be sitting here, to be chosen with one press. */
  others: readonly string[]
}

/** The name under which things are done here, and how to say another one. */
export function ActingAs({ doing, name, others }: ActingAsProps) {
  const [isChanging, setIsChanging] = useState(false)
  const [text, setText] = useState('')
  function take(next: string): void {
    if (next.trim() !== '') setMyName(next.trim())
    setIsChanging(false)
  }
  if (isChanging || name === '')
    return (
      <form
        className="acting-as"
        onSubmit={(event) => {
          event.preventDefault()
          take(text)
        }}
      >
        <TextField
          aria-label={t('{doing}: your name', { doing })}
          value={text}
          onChange={setText}
          autoFocus={isChanging}
        >
          <Input className="input" dir="auto" maxLength={200} placeholder={t('Your name')} autoComplete="off" />
        </TextField>
        <Button type="submit">{t('It is me')}</Button>
        {others
          .filter((other) => other !== '' && other !== name)
          .map((other) => (
            <Button key={other} look="link" onPress={() => take(other)}>
              <Rich message="I am <name>{name}</name>" values={{ name: other }} parts={{ name: <bdi /> }} />
            </Button>
          ))}
      </form>
    )
  return (
    <span className="acting-as">
      <span>
        {doing} <strong>{name && <bdi>{name}</bdi>}</strong>
      </span>
      <Button
        look="link"
        onPress={() => {
          setText('')
          setIsChanging(true)
        }}
      >
        {t('Not you?')}
      </Button>
    </span>
  )
}
