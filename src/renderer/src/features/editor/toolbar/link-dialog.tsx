import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { toLinkAddress } from '../schema/link-address.ts'

interface LinkDialogProps {
  editor: Editor
  isOpen: boolean
  onClose: () => void
}

export function LinkDialog({ editor, isOpen, onClose }: LinkDialogProps) {
  return (
    <Dialog title="Link" isOpen={isOpen} onClose={onClose}>
      <LinkForm editor={editor} onClose={onClose} />
    </Dialog>
  )
}

function LinkForm({ editor, onClose }: Pick<LinkDialogProps, 'editor' | 'onClose'>) {
  const present = String(editor.getAttributes('link')['href'] ?? '')
  const needsText = editor.state.selection.empty && present === ''
  const [typed, setTyped] = useState(present)
  const [text, setText] = useState('')
  const [isRefused, setIsRefused] = useState(false)

  function done(): void {
    onClose()
    editor.commands.focus()
  }

  function setLink(): void {
    const href = toLinkAddress(typed)
    if (href === null) {
      setIsRefused(true)
      return
    }
    const chain = editor.chain().focus()
    if (needsText) {
      const words = text.trim() === '' ? href : text
      chain.insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] }).run()
    } else chain.extendMarkRange('link').setMark('link', { href }).run()
    done()
  }

  return (
    <Form
      className="link-form"
      onSubmit={(event) => {
        event.preventDefault()
        setLink()
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
        <Label>Address</Label>
        <Input className="input" dir="ltr" inputMode="url" spellCheck="false" placeholder="https://example.org/page" />
        <FieldError className="field-error">
          This is not an address a reader can follow. It looks like https://example.org/page or name@example.org.
        </FieldError>
      </TextField>
      {needsText && (
        <TextField className="field" value={text} onChange={setText}>
          <Label>Words to click on</Label>
          <Input className="input" dir="auto" />
        </TextField>
      )}
      <div className="dialog-actions">
        {present !== '' && (
          <Button
            onPress={() => {
              editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
              done()
            }}
          >
            Remove the link
          </Button>
        )}
        <Button type="submit" look="primary">
          Set the link
        </Button>
      </div>
    </Form>
  )
}
