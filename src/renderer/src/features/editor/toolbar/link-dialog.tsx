import type { Editor } from '@tiptap/core'
import { useQuery } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { Checkbox, FieldError, Form, Input, Label, ListBox, ListBoxItem, Text, TextField } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { Rich } from '../../../ui/rich.tsx'
import { useCore } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ActiveBlogContext } from '../../blogs/active-blog.ts'
import { toLinkAddress } from '../schema/link-address.ts'
import { hostOf, postLinks } from './post-links.ts'

interface LinkDialogProps {
  editor: Editor
  /** Less than a blog may carry, where the text may not lead everywhere. */
  accepts?: (address: string) => boolean
  isOpen: boolean
  onClose: () => void
}

export function LinkDialog({ isOpen, ...props }: LinkDialogProps) {
  return (
    <Dialog title={t('Link')} isOpen={isOpen} onClose={props.onClose}>
      <LinkForm {...props} />
    </Dialog>
  )
}

const NEW_TAB = { target: '_blank', rel: 'noreferrer noopener' }

function LinkForm({ editor, accepts = () => true, onClose }: Omit<LinkDialogProps, 'isOpen'>) {
  const { core } = useCore()
  // A desk that only reviews has no blog, and no posts to link to.
  const blog = useContext(ActiveBlogContext)
  const posts = useQuery(core.posts.list.queryOptions({ blogId: blog?.id ?? '' }, { enabled: blog !== null }))
  const present = editor.getAttributes('link')
  const presentAddress = String(present['href'] ?? '')
  const needsText = editor.state.selection.empty && presentAddress === ''
  const [typed, setTyped] = useState(presentAddress)
  const [text, setText] = useState('')
  const [isRefused, setIsRefused] = useState(false)
  const [isNewTab, setIsNewTab] = useState(isInNewTab(present))
  const offered = typed === presentAddress ? [] : postLinks(posts.data ?? [], typed, openPostId())
  const host = hostOf(toLinkAddress(typed) ?? '')
  const knowsTabs = 'extra' in (editor.schema.marks['link']?.spec.attrs ?? {})

  function done(): void {
    onClose()
    editor.commands.focus()
  }

  function setLink(address: string, name: string): void {
    const href = toLinkAddress(address)
    if (href === null || !accepts(href)) {
      setIsRefused(true)
      return
    }
    const attrs = knowsTabs ? { href, extra: extraOf(present['extra'], isNewTab) } : { href }
    const chain = editor.chain().focus()
    if (needsText) {
      const words = text.trim() === '' ? name : text
      chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs }] }).run()
    } else chain.extendMarkRange('link').setMark('link', attrs).run()
    done()
  }

  return (
    <Form
      className="link-form"
      onSubmit={(event) => {
        event.preventDefault()
        setLink(typed, typed)
      }}
    >
      <TextField
        className="field"
        autoFocus
        value={typed}
        isInvalid={isRefused}
        onChange={(value) => {
          setTyped(value)
          setIsRefused(false)
        }}
      >
        <Label>{t('Address, or words from a title of yours')}</Label>
        <Input className="input" dir="auto" inputMode="url" spellCheck="false" placeholder="https://example.org/page" />
        <FieldError className="field-error">
          {t('This is not an address a reader can follow. It looks like https://example.org/page or name@example.org.')}
        </FieldError>
        {host !== null && (
          <Text slot="description" className="field-hint">
            <Rich
              message="Readers land on <host>{host}</host>."
              values={{ host }}
              parts={{ host: <bdi className="link-host" /> }}
            />
          </Text>
        )}
      </TextField>
      {offered.length > 0 && (
        <ListBox
          className="menu link-posts"
          aria-label={t('Posts of yours')}
          items={offered.map((post) => ({ ...post, id: post.address }))}
          onAction={(key) => {
            const post = offered.find(({ address }) => address === key)
            if (post) setLink(post.address, post.title)
          }}
        >
          {(post) => (
            <ListBoxItem className="menu-item" textValue={post.title}>
              <Text slot="label" dir="auto">
                {post.title}
              </Text>
              {!post.isPublic && <span className="field-hint">{t('not public yet')}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      )}
      {needsText && (
        <TextField className="field" value={text} onChange={setText}>
          <Label>{t('Words to click on')}</Label>
          <Input className="input" dir="auto" />
        </TextField>
      )}
      {knowsTabs && (
        <Checkbox className="checkbox" isSelected={isNewTab} onChange={setIsNewTab}>
          <span className="checkbox-box">
            <Icon name="check" />
          </span>
          {t('Opens in a new tab')}
        </Checkbox>
      )}
      <div className="dialog-actions">
        {presentAddress !== '' && (
          <Button
            onPress={() => {
              editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
              done()
            }}
          >
            {t('Remove the link')}
          </Button>
        )}
        <Button type="submit" look="primary">
          {t('Set the link')}
        </Button>
      </div>
    </Form>
  )
}

const openPostId = (): string => /\/writing\/([^/]+)/.exec(location.hash)?.[1] ?? ''

const isInNewTab = ({ extra }: Record<string, unknown>): boolean =>
  typeof extra === 'object' && extra !== null && 'target' in extra && extra.target === '_blank'

/** What else the blog wrote on the link stays; only the two of a new tab come and go. */
function extraOf(before: unknown, isNewTab: boolean): Record<string, string> | null {
  const { target: _target, rel, ...others } = (before ?? {}) as Record<string, string>
  const kept = rel === undefined || (!isNewTab && rel === NEW_TAB.rel) ? others : { ...others, rel }
  const extra = isNewTab ? { ...kept, ...NEW_TAB, ...(rel === undefined ? {} : { rel }) } : kept
  return Object.keys(extra).length === 0 ? null : extra
}
