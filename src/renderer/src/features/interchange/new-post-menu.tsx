import { useRef, useState } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { commandName } from '../../../../shared/commands/command-names.ts'
import { findTemplate } from '../../../../shared/content/templates/templates.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { TemplateItems } from '../posts/template-items.tsx'
import { useNewPost } from '../posts/use-new-post.ts'
import { usePostFromTemplate } from '../posts/use-post-from-template.ts'
import { TEXT_FILES } from './use-import-file.ts'

const QuestionDialog = laterDialog(async () => (await import('../posts/question-dialog.tsx')).QuestionDialog)

interface NewPostMenuProps {
  blog: Blog
  isReading: boolean
  onFiles: (files: File[]) => void
}

/** Beside New post: the other ways in which a post begins. */
export function NewPostMenu({ blog, isReading, onFiles }: NewPostMenuProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isChoosing, setIsChoosing] = useState(false)
  const blogId = blog.id
  const fromTemplate = usePostFromTemplate(blogId)
  const newPost = useNewPost(blogId)

  function begin(key: string): void {
    const template = findTemplate(key)?.id
    if (key === 'import') input.current?.click()
    else if (key === 'page') newPost.mutate({ blogId, kind: 'page' })
    else if (template === 'question-and-answer') setIsChoosing(true)
    else if (template) fromTemplate.mutate({ blogId, template })
  }

  return (
    <>
      <MenuTrigger>
        <IconButton name={t('More ways to begin')} isPending={isReading}>
          <Icon name="chevron" />
        </IconButton>
        <Popover className="popover" placement="bottom end">
          <Menu
            className="menu new-post-menu"
            aria-label={t('More ways to begin')}
            onAction={(key) => begin(String(key))}
          >
            {blog.rights.canEditPages && (
              <MenuItem id="page" className="menu-item">
                {commandName('new-page')}
              </MenuItem>
            )}
            <TemplateItems />
            <MenuItem id="import" className="menu-item">
              {t('Import a Word, Markdown or HTML file…')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <QuestionDialog
        blogId={blogId}
        isOpen={isChoosing}
        onClose={() => setIsChoosing(false)}
        onChosen={(commentIds) => {
          setIsChoosing(false)
          fromTemplate.mutate({ blogId, template: 'question-and-answer', commentIds })
        }}
      />
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={TEXT_FILES.join(',')}
        aria-label={t('File to import')}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
