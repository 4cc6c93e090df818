import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import type { PostId } from '../../../../shared/domain/ids.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { foldText } from '../../../../shared/search/fold-letters.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'

interface TieDialogProps {
  post: Pick<Post, 'id' | 'blogId'>
  onBefore: () => Promise<unknown>
  onClose: () => void
}

/** Nobody reads a longer list; another letter makes it shorter. */
const MOST_SHOWN = 50

/** Which post of the blog this one says in another language, where both are there already. */
export function TieDialog({ post, onBefore, onClose }: TieDialogProps) {
  const { client, core } = useCore()
  const posts = useQuery(core.posts.list.queryOptions({ blogId: post.blogId })).data ?? []
  const [typed, setTyped] = useState('')
  const [source, setSource] = useState<PostId | null>(null)
  const tie = useMutation({
    async mutationFn(sourceId: PostId) {
      await onBefore()
      await client.pairs.tie.mutate({ postId: post.id, sourceId })
    },
    onSuccess: onClose,
  })
  const sought = foldText(typed.normalize('NFC')).text
  const shown = posts
    .filter(({ id, title }) => id !== post.id && title !== '' && foldText(title.normalize('NFC')).text.includes(sought))
    .slice(0, MOST_SHOWN)
  return (
    <Dialog title={t('It is a translation')} isOpen onClose={onClose}>
      <form
        className="pairs-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (source !== null && !tie.isPending) tie.mutate(source)
        }}
      >
        <ComboBox
          className="field"
          items={shown}
          inputValue={typed}
          onInputChange={setTyped}
          selectedKey={source}
          onSelectionChange={(key) => {
            const chosen = posts.find(({ id }) => id === key)
            setSource(chosen?.id ?? null)
            if (chosen) setTyped(chosen.title)
          }}
          menuTrigger="focus"
          allowsEmptyCollection
        >
          <Label>{t('Of the post')}</Label>
          <Input className="input" dir="auto" />
          <Text slot="description" className="field-hint">
            {t('Paragraphs in the same place count as said. Both posts stay as they are.')}
          </Text>
          <Popover className="popover">
            <ListBox
              className="menu"
              renderEmptyState={() => <p className="field-hint">{t('No post is called so.')}</p>}
            >
              {({ id, title }: (typeof shown)[number]) => (
                <ListBoxItem id={id} className="menu-item" textValue={title}>
                  <bdi>{title}</bdi>
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
        {tie.error && <ProblemNote error={appErrorOf(tie.error)} attempt="asking" />}
        <div className="dialog-actions">
          <Button onPress={onClose}>{t('Cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={source === null} isPending={tie.isPending}>
            {t('Tie the two')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
