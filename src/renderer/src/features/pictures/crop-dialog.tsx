import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Label, Radio, RadioGroup, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { MediaId } from '../../../../shared/domain/ids.ts'
import type { Picture, PictureEdit } from '../../../../shared/domain/media.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { fitShape, isWhole, setSide, SMALLEST, turnRight, WHOLE, type Crop } from './crop-rectangle.ts'
import { CropStage } from './crop-stage.tsx'
import './crop.css'

interface CropDialogProps {
  isOpen: boolean
  mediaId: MediaId | null
  onClose: () => void
  onCut: (picture: Picture) => void
}

/** Which part of a picture is shown, and which way up. The original stays; what was cut off can be had back. */
export function CropDialog({ isOpen, mediaId, onClose, onCut }: CropDialogProps) {
  return (
    <Dialog title={t('Crop and turn')} isOpen={isOpen} onClose={onClose}>
      {mediaId !== null && <Load mediaId={mediaId} onClose={onClose} onCut={onCut} />}
    </Dialog>
  )
}

function Load({ mediaId, onClose, onCut }: { mediaId: MediaId } & Omit<CropDialogProps, 'isOpen' | 'mediaId'>) {
  const { core } = useCore()
  const picture = useQuery(core.media.get.queryOptions({ mediaId }))
  if (picture.error) return <ProblemNote error={appErrorOf(picture.error)} />
  return picture.data ? <Cropper picture={picture.data} onClose={onClose} onCut={onCut} /> : null
}

const SHAPES = [
  { name: 'free', ratio: null },
  { name: 'square', ratio: 1 },
  { name: '4:3', ratio: 4 / 3 },
  { name: '3:2', ratio: 3 / 2 },
  { name: '16:9', ratio: 16 / 9 },
] as const
type ShapeName = (typeof SHAPES)[number]['name']

function shapeWords(name: ShapeName): string {
  switch (name) {
    case 'free':
      return t('Any', {}, 'shape of a picture')
    case 'square':
      return t('Square', {}, 'shape of a picture')
    case '4:3':
    case '3:2':
    case '16:9':
      return name.replace(':', ' : ')
  }
}

const sides = (): { side: keyof Crop; label: string }[] => [
  { side: 'left', label: t('From the left') },
  { side: 'top', label: t('From the top') },
  { side: 'width', label: t('Width') },
  { side: 'height', label: t('Height') },
]

function Cropper({ picture, onClose, onCut }: { picture: Picture } & Omit<CropDialogProps, 'isOpen' | 'mediaId'>) {
  const { core } = useCore()
  const originalId = picture.cutFrom?.originalId ?? picture.id
  const [turns, setTurns] = useState<PictureEdit['quarterTurns']>(picture.cutFrom?.edit.quarterTurns ?? 0)
  const [crop, setCrop] = useState<Crop>(picture.cutFrom?.edit.crop ?? WHOLE)
  const [shape, setShape] = useState<ShapeName>('free')
  const [px, setPx] = useState({ width: 1, height: 1 })
  const cut = useMutation(
    core.media.cut.mutationOptions({
      onSuccess(made) {
        onCut(made)
        onClose()
      },
    }),
  )
  const wanted = SHAPES.find(({ name }) => name === shape)?.ratio ?? null
  /** In shares of the picture, which is seldom square itself. */
  const ratio = wanted === null ? null : (wanted * px.height) / px.width

  function turn(quarters: 1 | 3): void {
    setTurns(((turns + quarters) % 4) as PictureEdit['quarterTurns'])
    let turned = crop
    for (let step = 0; step < quarters; step += 1) turned = turnRight(turned)
    setCrop(turned)
    setShape('free')
  }

  return (
    <div className="cropper">
      <CropStage
        src={`media/${originalId}`}
        quarterTurns={turns}
        crop={crop}
        ratio={ratio}
        onCrop={setCrop}
        onShape={(width, height) => setPx({ width, height })}
      />
      <div className="crop-fields">
        <RadioGroup
          className="field"
          orientation="horizontal"
          value={shape}
          onChange={(name) => {
            const chosen = SHAPES.find((each) => each.name === name)
            if (!chosen) return
            setShape(chosen.name)
            if (chosen.ratio !== null) setCrop(fitShape(crop, (chosen.ratio * px.height) / px.width))
          }}
        >
          <Label className="field-label">{t('Shape', {}, 'of a picture')}</Label>
          <div className="choices">
            {SHAPES.map(({ name }) => (
              <Radio key={name} value={name} className="radio">
                <span className="radio-box" />
                {shapeWords(name)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
        <div className="crop-sides">
          {sides().map(({ side, label }) => (
            <Slider
              key={side}
              className="slider"
              minValue={side === 'width' || side === 'height' ? SMALLEST : 0}
              maxValue={1}
              step={0.005}
              value={crop[side]}
              formatOptions={{ style: 'percent', maximumFractionDigits: 1 }}
              onChange={(share) => {
                setCrop(setSide(crop, side, share))
                if (side === 'width' || side === 'height') setShape('free')
              }}
            >
              <Label>{label}</Label>
              <SliderOutput />
              <SliderTrack className="slider-track">
                <SliderThumb className="slider-thumb" />
              </SliderTrack>
            </Slider>
          ))}
        </div>
      </div>
      {cut.error && <ProblemNote error={appErrorOf(cut.error)} />}
      <p className="field-hint">{t('Your own file stays whole: what is cut off here can be had back.')}</p>
      <div className="dialog-actions crop-actions">
        <Button onPress={() => turn(3)}>{t('Turn left')}</Button>
        <Button onPress={() => turn(1)}>{t('Turn right')}</Button>
        <Button
          look="quiet"
          isDisabled={isWhole(crop) && turns === 0}
          onPress={() => {
            setTurns(0)
            setCrop(WHOLE)
            setShape('free')
          }}
        >
          {t('The whole picture')}
        </Button>
        <span className="crop-gap" />
        <Button onPress={onClose}>{t('Cancel')}</Button>
        <Button
          look="primary"
          isPending={cut.isPending}
          onPress={() => cut.mutate({ mediaId: picture.id, edit: { quarterTurns: turns, crop } })}
        >
          {t('Use this')}
        </Button>
      </div>
    </div>
  )
}
