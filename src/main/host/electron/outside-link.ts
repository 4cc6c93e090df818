import { dialog, shell } from 'electron'

/** Asks with the real host in view, then opens the person's own browser. Anything but `https:` is ignored. */
export async function offerOutsideLink(address: string): Promise<void> {
  if (!URL.canParse(address)) return
  const url = new URL(address)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: `Open ${url.host} in your browser?`,
    detail: url.href.length > 300 ? `${url.href.slice(0, 300)}…` : url.href,
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await shell.openExternal(url.href)
}
