import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Input, Label, ListBox, ListBoxItem, SearchField, type Selection, Text } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import { htmlToText } from '../../../../shared/content/html-to-text.ts'
import type { Comment } from '../../../../shared/domain/comment.ts'
import type { BlogId, CommentId } from '../../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { shortTime } from '../../ui/times.ts'

interface QuestionDialogProps {
  blogId: BlogId
  isOpen: boolean
  onClose: () => void
  onChosen: (commentIds: CommentId[]) => void
}

const SHOWN_LENGTH = 280

/** Which comments a post of questions and answers takes up. What was not answered stands first; none at all is an answer too. */
export function QuestionDialog({ blogId, isOpen, onClose, onChosen }: QuestionDialogProps) {
  const { core } = useCore()
  const comments = useQuery(core.comments.list.queryOptions({ blogId, postId: null }, { enabled: isOpen }))
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Set<CommentId>>(new Set())
  const questions = useMemo(
    () =>
      (comments.data ?? [])
        .filter(({ isMine, entry }) => !isMine && entry === null)
        .map((comment) => ({ ...comment, text: htmlToText(comment.contentHtml).trim() }))
        .toSorted(
          (one, other) =>
            Number(other.isUnanswered) - Number(one.isUnanswered) || other.createdAt.localeCompare(one.createdAt),
        ),
    [comments.data],
  )
  const wanted = search.trim().toLocaleLowerCase()
  const shown = questions.filter((one) =>
    `${one.authorName} ${one.postTitle} ${one.text}`.toLocaleLowerCase().includes(wanted),
  )

  function choose(selection: Selection): void {
    setChosen(selection === 'all' ? new Set(shown.map(({ id }) => id)) : (selection as Set<CommentId>))
  }
  const done = (): void => {
    onChosen([...chosen])
    setChosen(new Set())
    setSearch('')
  }

  return (
    <Dialog title={t('Which questions do you answer?')} isOpen={isOpen} onClose={onClose}>
      {questions.length > 0 && (
        <SearchField className="field" value={search} onChange={setSearch}>
          <Label>{t('Find a comment')}</Label>
          <Input className="input" placeholder={t('Words, a name or a post')} />
        </SearchField>
      )}
      {comments.isPending && <p className="field-hint">{t('Fetching the comments…')}</p>}
      {comments.data && questions.length === 0 && <p>{t('There are no comments of readers on this laptop yet.')}</p>}
      {questions.length > 0 && (
        <ListBox
          className="questions"
          aria-label={t('Comments')}
          selectionMode="multiple"
          items={shown}
          selectedKeys={chosen}
          onSelectionChange={choose}
          renderEmptyState={() => <p className="column-note">{t('No comment has these words.')}</p>}
        >
          {(comment) => (
            <ListBoxItem id={comment.id} className="question" textValue={`${comment.authorName}: ${comment.text}`}>
              <span className="question-box">
                <Icon name="check" />
              </span>
              <span className="question-words">
                <Text slot="label">
                  <bdi>{comment.authorName}</bdi> <span className="field-hint">{placeWords(comment)}</span>
                </Text>
                <Text slot="description" className="writers-voice" dir="auto">
                  {comment.text.length > SHOWN_LENGTH ? `${comment.text.slice(0, SHOWN_LENGTH)}…` : comment.text}
                </Text>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Not now')}</Button>
        <Button look="primary" onPress={done}>
          {t(
            '{count, plural, =0 {Begin without a comment} one {Begin with # question} other {Begin with # questions}}',
            {
              count: chosen.size,
            },
          )}
        </Button>
      </div>
    </Dialog>
  )
}

function placeWords({ createdAt, postTitle, isUnanswered }: Comment): string {
  const values = { time: shortTime(createdAt), title: postTitle }
  return isUnanswered ? t('{time}, on “{title}”, not answered yet', values) : t('{time}, on “{title}”', values)
}
