import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { dragCorner, moveCrop, type Corner, type Crop } from './crop-rectangle.ts'

interface CropStageProps {
  src: string
  quarterTurns: number
  crop: Crop
  /** Width to height in shares; null for any shape. */
  ratio: number | null
  onCrop: (crop: Crop) => void
  onShape: (widthPx: number, heightPx: number) => void
}

const CORNERS: Corner[] = ['top-left', 'top-right', 'bottom-left', 'bottom-right']

/** The turned picture with the frame over it, for the pointer; the numbers beside it do the same for the keyboard. */
export function CropStage({ src, quarterTurns, crop, ratio, onCrop, onShape }: CropStageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const image = useImage(src)
  const drag = useRef<{ x: number; y: number; crop: Crop; corner: Corner | null } | null>(null)

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!canvas.current || !context || !image) return
    const { naturalWidth: width, naturalHeight: height } = image
    const isOnSide = quarterTurns % 2 === 1
    canvas.current.width = isOnSide ? height : width
    canvas.current.height = isOnSide ? width : height
    context.translate(canvas.current.width / 2, canvas.current.height / 2)
    context.rotate((quarterTurns * Math.PI) / 2)
    context.drawImage(image, -width / 2, -height / 2)
    onShape(canvas.current.width, canvas.current.height)
    // `onShape` is the dialog's own and changes with every key.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [image, quarterTurns])

  // Set by script: the page's policy allows no style attribute. Physical sides, because a picture does not mirror.
  useEffect(() => {
    if (!frame.current) return
    const { style } = frame.current
    style.left = `${crop.left * 100}%`
    style.top = `${crop.top * 100}%`
    style.width = `${crop.width * 100}%`
    style.height = `${crop.height * 100}%`
  }, [crop])

  function start(event: PointerEvent, corner: Corner | null): void {
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { x: event.clientX, y: event.clientY, crop, corner }
  }
  function move(event: PointerEvent): void {
    const box = canvas.current?.getBoundingClientRect()
    if (!drag.current || !box) return
    const byX = (event.clientX - drag.current.x) / box.width
    const byY = (event.clientY - drag.current.y) / box.height
    const { crop: from, corner } = drag.current
    onCrop(corner === null ? moveCrop(from, byX, byY) : dragCorner(from, corner, byX, byY, ratio))
  }
  const pointer = (corner: Corner | null) => ({
    onPointerDown: (event: PointerEvent) => start(event, corner),
    onPointerMove: move,
    onPointerUp: () => (drag.current = null),
  })

  return (
    <div className="crop-stage" dir="ltr" aria-hidden="true">
      <div className="crop-picture">
        <canvas ref={canvas} />
        <div ref={frame} className="crop-frame" {...pointer(null)}>
          {CORNERS.map((corner) => (
            <span key={corner} className={`crop-corner crop-${corner}`} {...pointer(corner)} />
          ))}
        </div>
      </div>
    </div>
  )
}

function useImage(src: string): HTMLImageElement | null {
  const [image, setImage] = useState<HTMLImageElement | null>(null)
  useEffect(() => {
    const loading = new Image()
    loading.addEventListener('load', () => setImage(loading))
    loading.src = src
  }, [src])
  return image
}
