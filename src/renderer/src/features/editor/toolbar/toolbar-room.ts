/** What can leave the row, the rarest first, with the width from which on there is room for it. */
const ROOM_PX = { steps: 540, lists: 470, language: 370, direction: 340, picture: 310, link: 280, italic: 250 } as const

export type Foldable = keyof typeof ROOM_PX

/** What a row of this width has no room for. All of it stays within reach: behind “More formatting”, or in the list of blocks. */
export const foldedAt = (widthPx: number): ReadonlySet<Foldable> =>
  new Set((Object.keys(ROOM_PX) as Foldable[]).filter((name) => widthPx < ROOM_PX[name]))
