import { useRef, useState } from 'react'
import { MenuTrigger, Popover } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { laterDialog, laterPart } from '../../ui/later.tsx'
import { useNewPost } from '../posts/use-new-post.ts'
import { usePostFromTemplate } from '../posts/use-post-from-template.ts'
import { TEXT_FILES } from './use-import-file.ts'

const QuestionDialog = laterDialog(async () => (await import('../posts/question-dialog.tsx')).QuestionDialog)
const NewPostItems = laterPart(async () => (await import('./new-post-items.tsx')).NewPostItems)

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

  return (
    <>
      <MenuTrigger>
        <IconButton name={t('More ways to begin')} isPending={isReading}>
          <Icon name="chevron" />
        </IconButton>
        <Popover className="popover" placement="bottom end">
          <NewPostItems
            canEditPages={blog.rights.canEditPages}
            onPage={() => newPost.mutate({ blogId, kind: 'page' })}
            onTemplate={(template) =>
              template === 'question-and-answer' ? setIsChoosing(true) : fromTemplate.mutate({ blogId, template })
            }
            onImport={() => input.current?.click()}
          />
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
