/** Where the code of each place is, apart from what draws it: the window asks for it before it can draw anything. */
export const PLACE_CODE = {
  arrivals: async () => (await import('../boarding/arrivals-screen.tsx')).ArrivalsScreen,
  boarding: async () => (await import('../boarding/boarding-screen.tsx')).BoardingScreen,
  changes: async () => (await import('../conflict/conflict-screen.tsx')).ConflictScreen,
  connect: async () => (await import('../blogs/connect-screen.tsx')).ConnectScreen,
  conversation: async () => (await import('../comments/conversation-screen.tsx')).ConversationScreen,
  post: async () => (await import('../editor/editor-screen.tsx')).EditorScreen,
  guidance: async () => (await import('../guidance/guidance-screen.tsx')).GuidanceScreen,
  insight: async () => (await import('../insight/insight-screen.tsx')).InsightScreen,
  outbox: async () => (await import('../outbox/outbox-screen.tsx')).OutboxScreen,
  pictures: async () => (await import('../pictures/pictures-screen.tsx')).PicturesScreen,
  reading: async () => (await import('../reading/reading-screen.tsx')).ReadingScreen,
  review: async () => (await import('../review/review-screen.tsx')).ReviewScreen,
  tags: async () => (await import('../tags/tags-screen.tsx')).TagsScreen,
  today: async () => (await import('../today/today-screen.tsx')).TodayScreen,
} as const

/**
 * Asks for the code of what stands at `path` while the desk itself is still on its way. At `/` that is most often the post that was
 * open last. What cannot be had is asked for again when it is shown.
 */
export function fetchCodeAt(path: string): void {
  const name = nameAt(path)
  if (name !== null) PLACE_CODE[name]().catch(() => undefined)
}

function nameAt(path: string): keyof typeof PLACE_CODE | null {
  const [, place = '', id, part] = path.split('/')
  if (place === '') return 'post'
  if (place !== 'writing') return isPlace(place) ? place : null
  if (id === undefined) return null
  if (id === 'tags') return 'tags'
  return part === 'changes' ? 'changes' : 'post'
}

const isPlace = (name: string): name is keyof typeof PLACE_CODE => Object.hasOwn(PLACE_CODE, name)
