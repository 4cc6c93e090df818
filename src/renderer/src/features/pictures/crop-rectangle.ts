import type { PictureEdit } from '../../../../shared/domain/media.ts'

export type Crop = PictureEdit['crop']

/** In shares of the picture: less could not be seen any more. */
export const SMALLEST = 0.05

export const WHOLE: Crop = { left: 0, top: 0, width: 1, height: 1 }

export const isWhole = ({ width, height }: Crop): boolean => width === 1 && height === 1

const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

export function moveCrop(crop: Crop, byX: number, byY: number): Crop {
  return {
    ...crop,
    left: within(crop.left + byX, 0, 1 - crop.width),
    top: within(crop.top + byY, 0, 1 - crop.height),
  }
}

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

/** Drags one corner; the opposite one stays. With a `ratio` (width to height, in shares) the shape is kept. */
export function dragCorner(crop: Crop, corner: Corner, byX: number, byY: number, ratio: number | null): Crop {
  const isLeft = corner.endsWith('left')
  const isTop = corner.startsWith('top')
  const right = crop.left + crop.width
  const bottom = crop.top + crop.height
  const roomX = isLeft ? right : 1 - crop.left
  const roomY = isTop ? bottom : 1 - crop.top
  let width = within(crop.width + (isLeft ? -byX : byX), SMALLEST, roomX)
  let height = within(crop.height + (isTop ? -byY : byY), SMALLEST, roomY)
  if (ratio !== null) {
    width = Math.min(Math.max(width, height * ratio), roomX, roomY * ratio)
    height = width / ratio
  }
  return { left: isLeft ? right - width : crop.left, top: isTop ? bottom - height : crop.top, width, height }
}

/** One side set by its number; the frame never leaves the picture. */
export function setSide(crop: Crop, side: keyof Crop, share: number): Crop {
  switch (side) {
    case 'left':
      return moveCrop(crop, share - crop.left, 0)
    case 'top':
      return moveCrop(crop, 0, share - crop.top)
    case 'width': {
      const width = within(share, SMALLEST, 1)
      return { ...crop, width, left: Math.min(crop.left, 1 - width) }
    }
    case 'height': {
      const height = within(share, SMALLEST, 1)
      return { ...crop, height, top: Math.min(crop.top, 1 - height) }
    }
  }
}

/** The largest frame of this shape (in shares) around the middle of what is framed now. */
export function fitShape(crop: Crop, ratio: number): Crop {
  const width = Math.min(1, ratio)
  const height = width / ratio
  const middleX = crop.left + crop.width / 2
  const middleY = crop.top + crop.height / 2
  return {
    left: within(middleX - width / 2, 0, 1 - width),
    top: within(middleY - height / 2, 0, 1 - height),
    width,
    height,
  }
}

/** The same part after the picture was turned by a quarter to the right. */
export const turnRight = ({ left, top, width, height }: Crop): Crop => ({
  left: Math.max(0, 1 - top - height),
  top: left,
  width: height,
  height: width,
})
