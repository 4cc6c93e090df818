import { useMutation, useQuery } from '@tanstack/react-query'
import type { PlaceOfPage, Post } from '../../../../../shared/domain/post.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { Choice } from '../../../ui/choice.tsx'
import { showToast } from '../../../ui/toasts.tsx'

/** No page has this number. */
const TOP = '0'

/** Under which page this one stands, and its order among its neighbours, which is the blog's to change. */
export function PagePlaceField({ post }: { post: Post }) {
  const { core } = useCore()
  const place = useQuery(core.pages.place.queryOptions({ postId: post.id })).data
  const setParent = useMutation(
    core.pages.setParent.mutationOptions({ onError: (error) => showToast({ text: errorLine(appErrorOf(error)) }) }),
  )
  if (!place) return null
  const { parentId, parents, order } = place
  const isKnown = parentId === null || parents.some(({ remoteId }) => remoteId === parentId)
  return (
    <div>
      <Choice
        label={t('Under', {}, 'where a page stands')}
        hint={placeHint(place)}
        value={String(parentId ?? TOP)}
        options={[
          { id: TOP, label: t('No page: at the top') },
          ...(isKnown ? [] : [{ id: String(parentId), label: t('A page that is not on this laptop') }]),
          ...parents.map(({ remoteId, title }) => ({
            id: String(remoteId),
            label: title.trim() === '' ? t('Untitled') : title,
          })),
        ]}
        onChange={(id) => setParent.mutate({ postId: post.id, parentId: id === TOP ? null : Number(id) })}
      />
      {order !== 0 && <p className="field-hint">{t('Order among its neighbours: {order, number}', { order })}</p>}
    </div>
  )
}

function placeHint({ isWish, isMovedSince }: PlaceOfPage): string {
  if (isMovedSince)
    return t('Somebody moved it on the blog since you chose this. It stays where they put it until you choose again.')
  return isWish
    ? t('It moves there with the next sending of this page, and its address changes with it.')
    : t('The address of a page begins with that of the page above it.')
}
