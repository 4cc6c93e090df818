import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  Autocomplete,
  Button as AriaButton,
  Dialog as AriaDialog,
  DialogTrigger,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  SearchField,
  Text,
  useFilter,
} from 'react-aria-components'
import { useCore } from '../../../api/queries.ts'
import { fillBlanks, leaveBlanks, type BlankValues } from '../../../../../shared/conversation/blanks.ts'
import { replyWords } from '../../../../../shared/conversation/reply-text.ts'
import type { ReplyContext } from '../../../../../shared/domain/comment.ts'
import type { SavedReply } from '../../../../../shared/domain/saved-reply.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { laterDialog } from '../../../ui/later.tsx'
import { languageName } from '../../editor/details/languages.ts'
import type { OpenSavedReply } from './saved-replies-dialog.tsx'
import { savedRepliesFor } from './saved-reply-order.ts'
import { t } from '../../../../../shared/words/t.ts'

const SavedRepliesDialog = laterDialog(async () => (await import('./saved-replies-dialog.tsx')).SavedRepliesDialog)

interface SavedRepliesMenuProps {
  context: ReplyContext
  /** What stands in the editor now. */
  text: string
  insert: (text: string) => void
}

/** What is said again and again, put in where the caret is with everything filled that is known. Ctrl + ; opens it. */
export function SavedRepliesMenu({ context, text, insert }: SavedRepliesMenuProps) {
  const { core } = useCore()
  const saved = useQuery(core.savedReplies.list.queryOptions())
  const { contains } = useFilter({ sensitivity: 'base' })
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [managed, setManaged] = useState<OpenSavedReply | null>(null)
  const { fitting, others } = savedRepliesFor(saved.data ?? [], context)
  const values: BlankValues = {
    name: context.readerName,
    post: context.postTitle,
    link: context.postLink,
    me: context.ownName,
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isHere = trigger.current?.closest('form')?.contains(document.activeElement) === true
      if (!isHere || event.key !== ';' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setIsOpen(true)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])

  function take(key: string): void {
    const chosen = saved.data?.find(({ id }) => id === key)
    setIsOpen(false)
    if (chosen) insert(fillBlanks(chosen.text, values))
  }
  function manage(what: OpenSavedReply): void {
    setIsOpen(false)
    setManaged(what)
  }

  return (
    <>
      <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <AriaButton ref={trigger} className="button button-quiet" aria-keyshortcuts="Control+;">
          {t('Saved replies')}
          <Icon name="chevron" />
        </AriaButton>
        <Popover className="popover saved-replies" placement="bottom end">
          <AriaDialog aria-label={t('Saved replies')} className="saved-replies-box">
            {fitting.length + others.length === 0 ? (
              <p className="field-hint saved-replies-none">
                {t(
                  'Nothing is saved yet. What you write again and again is kept here, with places for the reader’s name and the post.',
                )}
              </p>
            ) : (
              <Autocomplete filter={contains}>
                <SearchField aria-label={t('Find a saved reply')} autoFocus>
                  <Input className="input" placeholder={t('Its name or its words')} dir="auto" />
                </SearchField>
                <Menu
                  className="menu"
                  aria-label={t('Saved replies')}
                  onAction={(key) => take(String(key))}
                  renderEmptyState={() => (
                    <p className="field-hint saved-replies-none">{t('None has these words.', {}, 'saved replies')}</p>
                  )}
                >
                  <MenuSection aria-label={t('For this thread')}>{fitting.map(savedItem)}</MenuSection>
                  {others.length > 0 && (
                    <MenuSection>
                      <Header className="menu-head">{t('In other languages')}</Header>
                      {others.map(savedItem)}
                    </MenuSection>
                  )}
                </Menu>
              </Autocomplete>
            )}
            <div className="saved-replies-acts">
              <Button
                look="link"
                isDisabled={text === ''}
                onPress={() => manage({ what: 'new', text: leaveBlanks(text, values), language: context.language })}
              >
                {t('Save this reply…')}
              </Button>
              <Button look="link" onPress={() => manage({ what: 'list' })}>
                {t('Manage…')}
              </Button>
            </div>
          </AriaDialog>
        </Popover>
      </DialogTrigger>
      {managed !== null && (
        <SavedRepliesDialog blogId={context.blogId} open={managed} isOpen onClose={() => setManaged(null)} />
      )}
    </>
  )
}

function savedItem({ id, name, language, text }: SavedReply) {
  const words = replyWords(text).replaceAll('\n', ' ')
  return (
    <MenuItem key={id} id={id} className="menu-item saved-reply-item" textValue={`${name} ${words}`}>
      <span className="saved-reply-name">
        <Text slot="label">
          <bdi>{name}</bdi>
        </Text>
        {language !== '' && <span className="field-hint">{languageName(language)}</span>}
      </span>
      <Text slot="description" className="field-hint saved-reply-words" dir="auto" lang={language || undefined}>
        {words}
      </Text>
    </MenuItem>
  )
}
