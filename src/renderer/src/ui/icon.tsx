const PATHS = {
  close: 'M4 4l8 8M12 4l-8 8',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  numbers: 'M6.5 4h7M6.5 8h7M6.5 12h7M2.5 2.8l1-.4V6M2.2 9.8c.6-.8 2-.5 1.7.5-.2.7-1.7 1.7-1.7 1.7h2',
  panel: 'M2.5 3h11v10h-11zM10 3v10',
  bold: 'M4.5 3h4a2.4 2.4 0 010 4.8h-4zM4.5 7.8h4.7a2.6 2.6 0 010 5.2H4.5z',
  italic: 'M7 3h5M4 13h5M9.5 3l-3 10',
  code: 'M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5',
  link: 'M6.5 9.5l3-3M7 4.8l1.2-1.2a2.8 2.8 0 014 4L11 8.8M9 11.2l-1.2 1.2a2.8 2.8 0 01-4-4L5 7.2',
  quote: 'M3 12V8.5C3 6 4.5 4.5 6.5 4M9 12V8.5C9 6 10.5 4.5 12.5 4M3 9h3.2v3H3zM9 9h3.2v3H9z',
  picture: 'M2.5 3h11v10h-11zM2.5 11l3.5-3.5 3 3 2-2 2.5 2.5M10.5 6h.01',
  undo: 'M5.5 3L2.5 6l3 3M2.5 6h6.7a4 4 0 010 7.5H6',
  redo: 'M10.5 3l3 3-3 3M13.5 6H6.8a4 4 0 000 7.5H10',
  direction: 'M3 4.5h10M10.5 2L13 4.5 10.5 7M13 11.5H3M5.5 9L3 11.5 5.5 14',
  search: 'M7 2.5a4.5 4.5 0 110 9 4.5 4.5 0 010-9zM10.3 10.3l3.2 3.2',
  back: 'M9.5 3.5L5 8l4.5 4.5',
  forward: 'M6.5 3.5L11 8l-4.5 4.5',
  check: 'M3 8.5l3.2 3.2L13 4.8',
  star: 'M8 1.8l1.9 4 4.3.6-3.1 3 .7 4.3L8 11.7l-3.8 2 .7-4.3-3.1-3 4.3-.6z',
  pin: 'M5 2h6M6 2v4.2L4 9.5h8L10 6.200V2M8 9.500v4.500',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  view: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 10a2 2 0 100-4 2 2 0 000 4z',
  separator: 'M2.5 8h11',
  conversation: 'M2.5 3h11v7.5H7.5L4.5 13.2v-2.7h-2z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  chevron: 'M4 6l4 4 4-4',
  plus: 'M8 3v10M3 8h10',
  heading: 'M4 3v10M12 3v10M4 8h8',
  gallery: 'M2.5 5h8.5v8.5H2.5zM5 5V2.5h8.5V11H11M2.5 11.5L5 9l3 3',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M8 3v10',
  embed: 'M2.5 3h11v10h-11zM6.8 5.8v4.4L10.4 8z',
  interview: 'M2.5 3h7v4.5H6L4 9.3V7.5H2.5zM13.5 8.5V12H12v1.5L10 12H7.5V9.5',
  update: 'M8 2.5a5.5 5.5 0 105.5 5.5M8 5v3.2l2.2 1.4M13.5 3v3h-3',
  footnote: 'M3 13L6 4l3 9M4 10h4M11.5 3.2l1.5-.7v4.3',
  button: 'M2.5 5h11v6h-11zM5.5 8h5',
  columns: 'M2.5 3h4.5v10H2.5zM9 3h4.5v10H9z',
  page: 'M3.5 2.5h9M3.5 13.5h9M2.5 8h2M7 8h2M11.5 8h2',
  verse: 'M3 4h7M5 7h8M3 10h6M5 13h5',
  language: 'M2.5 4h7M6 2.5V4M8.5 4c-.8 3-3 5-6 6.2M4 6.2c1 1.8 2.5 3 4 3.8M8.5 13.5L11 7.5l2.5 6M9.3 11.6h3.4',
  strike:
    'M2.5 8h11M11 5C10.600 3.600 9.500 3 8 3 6.200 3 5 4 5 5.400M5 10.800C5.400 12.300 6.500 13 8 13c1.900 0 3.100-1 3.100-2.500',
} as const

export type IconName = keyof typeof PATHS

/** Icons that mean a direction of reading mirror in a right-to-left interface. */
const MIRRORED: ReadonlySet<IconName> = new Set([
  'list',
  'numbers',
  'panel',
  'undo',
  'redo',
  'back',
  'forward',
  'quote',
  'verse',
])

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={MIRRORED.has(name) ? 'icon icon-mirrors' : 'icon'}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
