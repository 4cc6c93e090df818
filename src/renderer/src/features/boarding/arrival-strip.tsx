import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import './boarding.css'

/** Across every screen while something waits for the person's Go, of the open blog first. */
export function ArrivalStrip({ blogs, active }: { blogs: Blog[]; active: Blog }) {
  const { core } = useCore()
  const [location, navigate] = useLocation()
  const setSettings = useMutation(core.settings.set.mutationOptions())
  const lines = useQuery(core.line.list.queryOptions())
  const isHandedOver = Boolean(useQuery(core.handover.handedOver.queryOptions()).data)
  const asking = (lines.data ?? []).filter(({ arrival }) => arrival !== null)
  const first = asking.find(({ blogId }) => blogId === active.id) ?? asking[0]
  const blog = blogs.find(({ id }) => id === first?.blogId)
  if (!first?.arrival || !blog || (location === '/arrivals' && blog.id === active.id)) return null
  const count = first.arrival.entryIds.length
  const show = async (): Promise<void> => {
    if (blog.id !== active.id) await setSettings.mutateAsync({ activeBlogId: blog.id })
    navigate('/arrivals')
  }
  return (
    <div className="arrival-strip tone-waits">
      <output>
        {isHandedOver ? (
          t('This desk was handed over.')
        ) : (
          <Rich
            message="The line to <blog>{name}</blog> is back."
            values={{ name: blog.name }}
            parts={{ blog: <bdi /> }}
          />
        )}{' '}
        {t('{count, plural, one {# thing waits for your Go.} other {# things wait for your Go.}}', { count })}
      </output>
      <Button onPress={() => void show()}>{t('See what will go')}</Button>
    </div>
  )
}
