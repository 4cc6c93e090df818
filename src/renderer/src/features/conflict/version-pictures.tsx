import { createContext, useContext, useMemo } from 'react'
import { markupPictures } from '../../../../shared/content/markup-pictures.ts'

/** The copies on this laptop of what the post shows, by the address in its text. */
export const LocalPicturesContext = createContext<ReadonlyMap<string, string>>(new Map())

/** Under the words of a version: its pictures, as far as they are here. The words name them already. */
export function VersionPictures({ markup }: { markup: string }) {
  const copies = useContext(LocalPicturesContext)
  const pictures = useMemo(() => markupPictures(markup), [markup])
  const here = pictures.flatMap(({ url }) => {
    const mediaId = copies.get(url)
    return mediaId === undefined ? [] : [mediaId]
  })
  if (here.length === 0) return null
  return (
    <div className="version-pictures">
      {here.map((mediaId) => (
        <img key={mediaId} src={`media/${mediaId}`} alt="" />
      ))}
    </div>
  )
}
