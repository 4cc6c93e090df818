/** A title as the name of a file on any system: letters and digits of any script stay. `day` as `2026-05-03`, '' for none. */
export function fileNameOf(title: string, ending: string, day = ''): string {
  const name = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  // Half of a pair at the cut is no letter.
  const short = name.slice(0, 60).toWellFormed().replaceAll('\ufffd', '').replace(/-+$/, '')
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(short)
  return `${short === '' || isReserved ? 'post' : short}${day === '' ? '' : `-${day}`}.${ending}`
}
