import { useEffect } from 'react'
import { useCore } from '../../api/queries.ts'

/** Network Information API, where the browser has it; on most desktops it knows little more than the saving of data. */
interface NetworkInformation extends EventTarget {
  readonly saveData?: boolean
  readonly type?: string
}

/** Tells the core what this window's network says of its cost. Where it says nothing, the person's own word in the settings counts. */
export function useNetworkCost(): void {
  const { client } = useCore()
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: NetworkInformation }
    if (!connection) return
    const tell = (): void => {
      const isMetered = connection.saveData === true || connection.type === 'cellular'
      void client.settings.noteMetered.mutate({ isMetered }).catch(() => undefined)
    }
    tell()
    connection.addEventListener('change', tell)
    return () => connection.removeEventListener('change', tell)
  }, [client])
}
