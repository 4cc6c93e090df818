import { dialog, shell } from 'electron'
import { t } from '../../../shared/words/t.ts'

/** Asks with the real host in view, then opens the person's own browser. Anything but `https:` is ignored. */
export async function offerOutsideLink(address: string): Promise<void> {
  if (!URL.canParse(address)) return
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: t('Open {host} in your browser?', { host: url.host }),
    detail: url.href.length > 300 ? `${url.href.slice(0, 300)}…` : url.href,
    buttons: [t('Open', {}, 'button'), t('Cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await shell.openExternal(url.href)
}
