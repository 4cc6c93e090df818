import { useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { ReviewSummary } from '../../../../../shared/domain/review.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { laterDialog } from '../../../ui/later.tsx'
import { t } from '../../../../../shared/words/t.ts'

const SendFileDialog = laterDialog(async () => (await import('./send-file-dialog.tsx')).SendFileDialog)
const MyKeyDialog = laterDialog(async () => (await import('./my-key-dialog.tsx')).MyKeyDialog)

/** Above the queue: several reviews as one file, and the key that colleagues need. */
export function QueueMenu({ reviews }: { reviews: readonly ReviewSummary[] }) {
  const [open, setOpen] = useState<'several' | 'key' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <>
      <MenuTrigger>
        <IconButton name={t('More about reviews')}>
          <Icon name="more" />
        </IconButton>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label={t('More about reviews')} onAction={(key) => setOpen(key as typeof open)}>
            {reviews.length > 1 && (
              <MenuItem id="several" className="menu-item">
                {t('Send several as one file…')}
              </MenuItem>
            )}
            <MenuItem id="key" className="menu-item">
              {t('My key…')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <SendFileDialog reviews={reviews} isOpen={open === 'several'} onClose={close} />
      <MyKeyDialog isOpen={open === 'key'} onClose={close} />
    </>
  )
}
