import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { signOff } from '../../../../../shared/content/templates/sign-off.ts'
import type { Byline } from '../../../../../shared/domain/post.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import type { Signature } from './signature.ts'

interface SignatureDialogProps {
  signature: Signature
  /** The post has words of its own; otherwise it follows the profile. */
  isOwn: boolean
  editor: Editor
  onSave: (byline: Byline | null) => void
  onClose: () => void
}

/** Who signs this post, where the profile is not right for once; and the sign-off for the end of the text. */
export function SignatureDialog({ signature, isOwn, editor, onSave, onClose }: SignatureDialogProps) {
  const [role, setRole] = useState(signature.role)
  const [place, setPlace] = useState(signature.place)
  const byline = { role: role.trim(), place: place.trim() }
  const isChanged = byline.role !== signature.role || byline.place !== signature.place
  return (
    <Dialog title={t('Who signs this post')} isOpen onClose={onClose}>
      <p className="field-hint">
        {t(
          'For this post only. What stands under every post of this blog is in the settings. It is shown on this desk; readers get what is in the text, such as the sign-off.',
        )}
      </p>
      <div className="signature-fields">
        <TextField className="field" value={role} onChange={setRole} autoFocus>
          <Label>{t('Role', {}, 'of who signs')}</Label>
          <Input className="input" dir="auto" maxLength={200} placeholder={t('Ambassador')} />
        </TextField>
        <TextField className="field" value={place} onChange={setPlace}>
          <Label>{t('Place', {}, 'where who signs works')}</Label>
          <Input className="input" dir="auto" maxLength={200} placeholder={t('Can Tho')} />
        </TextField>
      </div>
      <Button
        onPress={() => {
          const blocks = signOff({ name: signature.name, ...byline })
          editor.chain().insertContentAt(editor.state.doc.content.size, blocks).run()
          onSave(byline)
        }}
      >
        {t('Put the sign-off at the end of the text')}
      </Button>
      <div className="dialog-actions">
        {isOwn && <Button onPress={() => onSave(null)}>{t('As in the settings')}</Button>}
        <Button onPress={onClose}>{t('Cancel')}</Button>
        <Button look="primary" isDisabled={!isChanged} onPress={() => onSave(byline)}>
          {t('Use for this post')}
        </Button>
      </div>
    </Dialog>
  )
}
