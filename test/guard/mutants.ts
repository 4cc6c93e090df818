/** The desk made dearer in one place, and the guard's test that has to turn red. */
export interface Mutant {
  name: string
  file: string
  /** Each `find` occurs exactly once; when it no longer does, the mutant has to follow. */
  edits: readonly { find: string; replace: string }[]
  guard: { file: string; test: string }
}

export const mutants: readonly Mutant[] = [
  {
    name: 'a query for each line of a screen',
    file: 'src/main/core/outbox/outbox-service.ts',
    edits: [
      {
        find: '...desk.outbox.listDone(blogId, SHOWN_DONE)].map((entry) =>',
        replace: '...desk.outbox.listDone(blogId, SHOWN_DONE)].map((entry) => desk.outbox.getEntry(entry.id) &&',
      },
    ],
    guard: { file: 'test/guard/work-per-act.test.ts', test: 'the outbox' },
  },
  {
    name: 'one more wait for the disk in each save',
    file: 'src/main/core/posts/typed-edits.ts',
    edits: [
      {
        find: 'const savedAt = utcIso(clock.now())\n',
        replace:
          'const savedAt = utcIso(clock.now())\n      desk.transaction(() => desk.posts.putPost({ ...desk.posts.getPost(edit.postId), caret: edit.caret }))\n',
      },
    ],
    guard: { file: 'test/guard/work-per-act.test.ts', test: 'is one row and one wait for the disk' },
  },
  {
    name: 'the editor is drawn at each key',
    file: 'src/renderer/src/features/editor/post-editor.tsx',
    edits: [
      {
        find: '  const title = useRef<{ focus: () => void }>(null)\n',
        replace: '  const title = useRef<{ focus: () => void }>(null)\n  const [, drawAgain] = useState({})\n',
      },
      { find: 'onChanged: copy.textChanged,', replace: 'onChanged: () => (copy.textChanged(), drawAgain({})),' },
    ],
    guard: { file: 'test/guard/renders-per-key.test.ts', test: 'a key in a long text' },
  },
  {
    name: 'the editor is drawn for what the checks find',
    file: 'src/renderer/src/features/editor/post-editor.tsx',
    edits: [
      { find: 'import { Live } from', replace: 'import { Live, useLivePart } from' },
      {
        find: '  const [checks] = useState(() => new Live(NO_CHECKS))\n',
        replace: '  const [checks] = useState(() => new Live(NO_CHECKS))\n  useLivePart(checks, ({ open }) => open)\n',
      },
    ],
    guard: { file: 'test/guard/renders-per-key.test.ts', test: 'the pause after typing' },
  },
  {
    name: 'the head of the list is drawn with its rows',
    file: 'src/renderer/src/features/posts/post-filter.tsx',
    edits: [{ find: '}, isSame)', replace: '}, () => false)' }],
    guard: { file: 'test/guard/renders-per-key.test.ts', test: 'the pause after typing' },
  },
  {
    name: 'a pause of typing reads the whole list',
    file: 'src/renderer/src/api/listed-rows.ts',
    edits: [{ find: 'named.length < postIds.length || named.length > MOST_SUMMARIES', replace: 'named.length > 0' }],
    guard: { file: 'test/guard/rows-per-pause.test.ts', test: 'a pause of typing reads one row' },
  },
  {
    name: 'a window reads again what it typed itself',
    file: 'src/renderer/src/features/editor/working-copy.ts',
    edits: [{ find: ' && !isTypedHere) void', replace: ') void' }],
    guard: { file: 'test/guard/renders-per-key.test.ts', test: 'the pause after typing' },
  },
  {
    name: 'each key is sent by the thread that draws',
    file: 'src/renderer/src/api/http-transport.ts',
    edits: [{ find: 'if (!isOfKey(request) || isPageGoing()) return', replace: 'return' }],
    guard: { file: 'test/guard/renders-per-key.test.ts', test: 'the pause after typing' },
  },
  {
    name: 'what stands around the text is drawn with it',
    file: 'src/renderer/src/ui/later.tsx',
    edits: [
      { find: 'const [isNext, setIsNext] = useState(false)', replace: 'const [isNext, setIsNext] = useState(true)' },
    ],
    guard: { file: 'test/guard/before-caret.test.ts', test: 'draws the text before anything that stands around it' },
  },
  {
    name: 'the window is drawn before what it shows is there',
    file: 'src/renderer/src/features/shell/until-drawable.ts',
    edits: [{ find: 'return Promise.race([isThere, ', replace: 'return Promise.race([Promise.resolve(null), ' }],
    guard: { file: 'test/guard/before-caret.test.ts', test: 'draws the text before anything that stands around it' },
  },
  {
    name: 'the editor comes before the first screen',
    file: 'src/renderer/src/features/shell/places.ts',
    edits: [
      {
        find: 'export const EditorScreen = laterPlace(PLACE_CODE.post)',
        replace:
          "import { EditorScreen as Whole } from '../editor/editor-screen.tsx'\nexport const EditorScreen = laterPlace(async () => Whole)",
      },
    ],
    guard: { file: 'test/guard/first-load.test.ts', test: 'what the window loads before its first screen' },
  },
  {
    name: 'the picture library comes before the first answer',
    file: 'src/main/core/early-core.ts',
    edits: [
      {
        find: "import { setImmediate } from 'node:timers/promises'\n",
        replace: "import { setImmediate } from 'node:timers/promises'\nimport 'sharp'\n",
      },
    ],
    guard: { file: 'test/guard/first-answer.test.ts', test: 'for its first answer' },
  },
  {
    name: 'the library of schemas comes before the first answer',
    file: 'src/main/core/settings/mend-settings.ts',
    edits: [
      {
        find: "import { BADGE_COUNTS } from '../../../shared/domain/notice.ts'\n",
        replace:
          "import { BADGE_COUNTS } from '../../../shared/domain/notice.ts'\nimport '../../../shared/contract/settings-input.ts'\n",
      },
    ],
    guard: { file: 'test/guard/first-answer.test.ts', test: 'for its first answer' },
  },
  {
    name: 'what stands before the first posts is asked for one after the other',
    file: 'src/main/core/sync/pull.ts',
    edits: [
      {
        find: '  const terms = pullTerms(ports, api, blogId)\n',
        replace: '  const terms = pullTerms(ports, api, blogId)\n  await terms\n',
      },
    ],
    guard: { file: 'test/guard/first-questions.test.ts', test: 'before the first page of posts' },
  },
  {
    name: 'a quiet blog is looked at twice a minute',
    file: 'src/main/core/sync/rest-until-next-round.ts',
    edits: [{ find: 'const OPEN_EVERY_MS = 60_000\n', replace: 'const OPEN_EVERY_MS = 30_000\n' }],
    guard: { file: 'test/guard/work-per-act.test.ts', test: 'wakes the processor once a minute to ask the blog' },
  },
  {
    name: 'the clock of a window goes by the second',
    file: 'src/renderer/src/ui/use-now.ts',
    edits: [{ find: 'MINUTE_MS - (now.getTime() % MINUTE_MS)', replace: '1000 - (now.getTime() % 1000)' }],
    guard: { file: 'test/guard/idle-window.test.ts', test: 'a window that nobody touches' },
  },
]
