import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  Button as AriaButton,
  Checkbox,
  Form,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  TextField,
} from 'react-aria-components'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { languageDirection } from '../../../../../shared/content/language-direction.ts'
import { BLANKS, type Blank } from '../../../../../shared/conversation/blanks.ts'
import type { BlogId } from '../../../../../shared/domain/ids.ts'
import type { SavedReply } from '../../../../../shared/domain/saved-reply.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ProblemNote } from '../../../ui/problem.tsx'
import { languageName, OFFERED_LANGUAGES } from '../../editor/details/languages.ts'
import { ReplyEditor } from './reply-editor.tsx'
import { t } from '../../../../../shared/words/t.ts'

interface SavedReplyFormProps {
  blogId: BlogId
  begun: Pick<SavedReply, 'text' | 'language'> & Partial<SavedReply>
  onDone: () => void
}

function putInWords(blank: Blank): string {
  switch (blank) {
    case 'name':
      return t('Put in the reader’s name')
    case 'post':
      return t('Put in the title of the post')
    case 'link':
      return t('Put in the address of the post')
    case 'me':
      return t('Put in your name')
  }
}
/** Stands for '' in a list, where a key is never empty. */
const ANY = 'any'

export function SavedReplyForm({ blogId, begun, onDone }: SavedReplyFormProps) {
  const { core } = useCore()
  const put = useMutation(core.savedReplies.put.mutationOptions({ onSuccess: onDone }))
  const [id] = useState(() => begun.id ?? (crypto.randomUUID() as SavedReply['id']))
  const [name, setName] = useState(begun.name ?? '')
  const [language, setLanguage] = useState(begun.language)
  const [isEverywhere, setIsEverywhere] = useState(begun.id === undefined || begun.blogId === null)
  const [text, setText] = useState(begun.text)
  const isWhole = name.trim() !== '' && text !== ''
  const languages = [...new Set([ANY, begun.language || ANY, ...OFFERED_LANGUAGES])]

  function save(): void {
    if (isWhole) put.mutate({ id, blogId: isEverywhere ? null : blogId, name, language, text })
  }

  return (
    <Form
      className="saved-form"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField className="field" autoFocus value={name} onChange={setName} maxLength={100}>
        <Label>{t('Name', {}, 'of a saved reply')}</Label>
        <Input className="input" dir="auto" placeholder={t('Opening hours')} />
      </TextField>
      <Select
        className="field"
        value={language === '' ? ANY : language}
        onChange={(key) => setLanguage(key === ANY ? '' : String(key))}
      >
        <Label className="field-label">{t('Language')}</Label>
        <AriaButton className="button">
          <SelectValue />
          <Icon name="chevron" />
        </AriaButton>
        <Popover className="popover">
          <ListBox className="menu">
            {languages.map((tag) => {
              const words = tag === ANY ? t('Any language') : languageName(tag)
              return (
                <ListBoxItem key={tag} id={tag} className="menu-item" textValue={words}>
                  {words}
                </ListBoxItem>
              )
            })}
          </ListBox>
        </Popover>
      </Select>
      <span className="field-label">{t('Words', {}, 'of a saved reply')}</span>
      <ReplyEditor
        label={t('Words of the saved reply')}
        initial={begun.text}
        language={language}
        direction={languageDirection(language)}
        onChange={setText}
        onSubmit={save}
        renderTools={(insert) => (
          <div className="blank-tools">
            {BLANKS.map((blank) => (
              <Button key={blank} look="link" aria-label={putInWords(blank)} onPress={() => insert(`{${blank}}`)}>
                {`{${blank}}`}
              </Button>
            ))}
          </div>
        )}
      />
      <p className="field-hint">
        {t(
          'When you use it, {name} becomes the reader’s name, {post} the title of the post, {link} the address of the post and {me} your name. Anything else in braces stays, for you to fill.',
          { name: '{name}', post: '{post}', link: '{link}', me: '{me}' },
        )}
      </p>
      <Checkbox className="checkbox" isSelected={isEverywhere} onChange={setIsEverywhere}>
        <span className="checkbox-box">
          <Icon name="check" />
        </span>
        {t('On every blog, not only this one')}
      </Checkbox>
      {put.error && <ProblemNote error={appErrorOf(put.error)} />}
      <div className="dialog-actions">
        <Button onPress={onDone}>{t('Leave it as it was')}</Button>
        <Button type="submit" look="primary" isDisabled={!isWhole} isPending={put.isPending}>
          {t('Save')}
        </Button>
      </div>
    </Form>
  )
}
