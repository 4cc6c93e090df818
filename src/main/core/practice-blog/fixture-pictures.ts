import type { PictureName } from './fixtures/fixture-post.ts'
import { drawPng, ellipse, polygon, rectangle, type Shape } from './fixtures/png-canvas.ts'

/** Of every picture of the fixtures. */
export const pictureSize = { widthPx: 800, heightPx: 480, sizeBytes: 0 }

const range = (count: number): number[] => [...Array.from({ length: count }).keys()]

function readingRoom(): Uint8Array {
  const spines = ['8c3b2f', 'c98a3d', '3f6b5c', '2f4a6d', 'd8c59a', '6d3f57']
  const shelf = (x: number, y: number): Shape[] => [
    rectangle('5b3d27', x, y + 74, 236, 8),
    ...range(13).map((n) => {
      const height = 44 + ((n * 37 + x + y) % 26)
      return rectangle(spines[(n * 5 + x + y) % spines.length] ?? 'd8c59a', x + 6 + n * 17, y + 74 - height, 14, height)
    }),
  ]
  const shelves = [20, 544].flatMap((x) => [
    rectangle('6e4b30', x - 8, 20, 252, 340),
    rectangle('3d2919', x, 28, 236, 324),
    ...[28, 110, 192, 274].flatMap((y) => shelf(x, y)),
  ])
  const window = [
    ellipse('f3e7cf', 400, 130, 96, 96),
    rectangle('f3e7cf', 304, 130, 192, 170),
    ellipse('3a4f7a', 400, 130, 84, 84),
    rectangle('3a4f7a', 316, 130, 168, 158),
    ellipse('f0d58c', 440, 110, 15, 15),
    polygon('24345a', [316, 288], [316, 250], [352, 222], [398, 262], [440, 234], [484, 258], [484, 288]),
    rectangle('f3e7cf', 397, 46, 6, 244),
    rectangle('f3e7cf', 316, 168, 168, 6),
  ]
  const table = [
    ellipse('f6d98b', 400, 336, 150, 34),
    rectangle('8a5a34', 90, 360, 620, 26),
    rectangle('70472a', 118, 386, 24, 94),
    rectangle('70472a', 658, 386, 24, 94),
    rectangle('4a4a42', 396, 292, 8, 62),
    polygon('3f7a5c', [346, 300], [372, 262], [428, 262], [454, 300]),
    ellipse('4a4a42', 400, 357, 34, 7),
    polygon('fbf6e8', [230, 358], [270, 344], [310, 352], [350, 344], [380, 358]),
    polygon('d8c59a', [500, 360], [506, 340], [590, 340], [596, 360]),
    polygon('8c3b2f', [508, 340], [514, 326], [584, 326], [590, 340]),
  ]
  return drawPng(pictureSize, { top: 'c8a878', bottom: 'a87f52' }, [...shelves, ...window, ...table])
}

function saturdayMarket(): Uint8Array {
  const stall = (x: number, stripe: string, fruit: string): Shape[] => [
    rectangle('6e4b30', x + 8, 190, 8, 210),
    rectangle('6e4b30', x + 204, 190, 8, 210),
    ...range(8).map((n) => {
      const left = x - 8 + n * 30
      const hex = n % 2 === 0 ? stripe : 'fbf3e2'
      return polygon(hex, [left + 10, 150], [left + 38, 150], [left + 30, 216], [left, 216])
    }),
    ...range(8).map((n) => ellipse(n % 2 === 0 ? stripe : 'fbf3e2', x + 7 + n * 30, 216, 15, 10)),
    rectangle('a9743f', x, 320, 220, 60),
    rectangle('8a5a30', x, 338, 220, 4),
    rectangle('8a5a30', x, 358, 220, 4),
    ...range(2).flatMap((row) =>
      range(9 - row).map((n) => ellipse(fruit, x + 22 + n * 22 + row * 11, 312 - row * 18, 12, 12)),
    ),
  ]
  const hill = [
    ellipse('b9c28a', 610, 330, 420, 150),
    ellipse('9aaf78', 160, 350, 360, 130),
    ...range(6).map((n) => rectangle('f7f1e4', 520 + n * 38, 196 - ((n * 29) % 34), 30, 34)),
    ...range(6).map((n) => rectangle('4f86a8', 530 + n * 38, 206 - ((n * 29) % 34), 8, 12)),
  ]
  const ground = [rectangle('e3cda2', 0, 380, 800, 100), rectangle('d6bd8d', 0, 400, 800, 4)]
  const sun = ellipse('fbe9a9', 120, 84, 40, 40)
  const stalls = [
    ...stall(30, 'c4472f', 'ee8b2a'),
    ...stall(290, '2f7a86', 'f2cf3f'),
    ...stall(550, '4f7f3d', 'e2672a'),
  ]
  const basket = [
    ellipse('8a5a30', 400, 440, 46, 22),
    ellipse('5f9a4a', 388, 426, 22, 12),
    ellipse('d8483a', 416, 428, 13, 12),
  ]
  return drawPng(pictureSize, { top: '8ec3df', bottom: 'f4ead0' }, [sun, ...hill, ...ground, ...stalls, ...basket])
}

function mangroveMorning(): Uint8Array {
  const tree = (x: number, foot: number, scale: number, leaf: string, wood: string): Shape[] => {
    const up = (height: number) => foot - height * scale
    const roots = [-52, -30, -12, 12, 30, 52].map((reach) =>
      polygon(wood, [x - 3, up(74)], [x + 3, up(66)], [x + reach * scale + 4, foot], [x + reach * scale - 2, foot]),
    )
    const crown = [
      [0, 176, 66, 40],
      [-46, 150, 46, 30],
      [48, 152, 50, 30],
      [10, 206, 40, 26],
    ].map(([dx = 0, height = 0, rx = 0, ry = 0]) => ellipse(leaf, x + dx * scale, up(height), rx * scale, ry * scale))
    return [
      ...roots,
      polygon(wood, [x - 6 * scale, up(66)], [x + 6 * scale, up(66)], [x + 3, up(180)], [x - 3, up(180)]),
      ...crown,
    ]
  }
  const water = [
    rectangle('d98a5b', 0, 290, 800, 190),
    rectangle('c47a58', 0, 340, 800, 140),
    rectangle('8f5f5b', 0, 410, 800, 70),
    ...range(9).map((n) => ellipse('ffd27a', 400 + ((n * 53) % 46) - 22, 298 + n * 17, 64 - n * 5, 3)),
  ]
  const far = [ellipse('a8687a', 140, 292, 260, 34), ellipse('9c6275', 660, 292, 280, 42)]
  const trees = [
    ...tree(90, 350, 0.8, '4c5a52', '4a3540'),
    ...tree(690, 362, 0.95, '43544b', '42303a'),
    ...tree(560, 336, 0.6, '66685f', '5c4450'),
    ...tree(225, 404, 1.1, '33473d', '33252c'),
  ]
  const saplings = range(7).flatMap((n) => {
    const [x, y] = [330 + n * 62, 426 + ((n * 17) % 24)]
    return [
      polygon('2b2026', [x, y], [x + 4, y], [x + 12, y - 38], [x + 9, y - 39]),
      ellipse('5d7a3f', x + 15, y - 42, 9, 4),
    ]
  })
  const sun = ellipse('ffdf8f', 400, 282, 58, 58)
  return drawPng(pictureSize, { top: '6f7fa6', bottom: 'ffc58a' }, [sun, ...far, ...water, ...trees, ...saplings])
}

const PICTURES: Record<PictureName, () => Uint8Array> = {
  'reading-room': readingRoom,
  'saturday-market': saturdayMarket,
  'mangrove-morning': mangroveMorning,
}

const drawn = new Map<string, Uint8Array>()

/** A picture of the fixtures as a PNG, drawn when it is first asked for; null for other names. */
export function pictureBytes(name: string): Uint8Array | null {
  const draw = Object.entries(PICTURES).find(([known]) => known === name)?.[1]
  if (draw === undefined) return null
  const bytes = drawn.get(name) ?? draw()
  drawn.set(name, bytes)
  return bytes
}
