import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { t } from '../../../shared/words/t.ts'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** While it holds what would be lost, only its own buttons close it. */
  isKept?: boolean
  children: ReactNode
}

/** A question in the middle of the window. Escape and a press outside close it; focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, isKept = false, children }: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isDismissable={!isKept}
      isKeyboardDismissDisabled={isKept}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="dialog-box">
        <AriaDialog className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A column that has no room of its own: from the side where it stands in a wide window. */
export function Drawer({ side, title, isOpen, onClose, children }: DialogProps & { side: 'start' | 'end' }) {
  return (
    <ModalOverlay className="veil" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={`drawer drawer-${side}`}>
        <AriaDialog aria-label={title}>
          <div className="drawer-close">
            <IconButton name={t('Close {what}', { what: title.toLowerCase() })} onPress={onClose}>
              <Icon name="close" />
            </IconButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
