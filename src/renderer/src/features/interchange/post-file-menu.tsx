import { useMutation } from '@tanstack/react-query'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CommandKeys } from '../../ui/keys.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useHandOut } from './use-hand-out.ts'
import './interchange.css'

interface PostFileMenuProps {
  postId: PostId
  /** Commits what is typed: a file says what the window says. */
  onBefore: () => Promise<void>
  onPreview: () => void
  onPrint: () => void
}

/** What becomes of a post besides sending it: looked at as on the site, printed, saved as a file. */
export function PostFileMenu({ postId, onBefore, onPreview, onPrint }: PostFileMenuProps) {
  const { core } = useCore()
  const { saveFile } = useHandOut()
  const save = useMutation(
    core.interchange.exportPost.mutationOptions({
      onSuccess: (file) => saveFile(file),
      onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }),
    }),
  )

  async function act(key: string): Promise<void> {
    await onBefore()
    switch (key) {
      case 'preview':
        return onPreview()
      case 'print':
        return onPrint()
      case 'markdown':
      case 'html':
      case 'word':
        return save.mutate({ postId, to: key })
    }
  }

  return (
    <MenuTrigger>
      <IconButton name={t('More about this post')} isPending={save.isPending}>
        <Icon name="more" />
      </IconButton>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label={t('This post')} onAction={(key) => void act(String(key))}>
          <MenuItem id="preview" className="menu-item">
            {t('Preview as on the site')} <CommandKeys id="preview" />
          </MenuItem>
          <MenuItem id="print" className="menu-item">
            {t('Print or save as PDF…')}
          </MenuItem>
          <MenuSection className="menu-section">
            <Header className="menu-heading">{t('Save a copy as')}</Header>
            <MenuItem id="word" className="menu-item">
              {t('Word (.docx)')}
            </MenuItem>
            <MenuItem id="markdown" className="menu-item">
              {t('Markdown (.md)')}
            </MenuItem>
            <MenuItem id="html" className="menu-item">
              {t('Web page (.html)')}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
