import type { Rolldown } from 'vite'

type Groups = NonNullable<Extract<Rolldown.OutputOptions['codeSplitting'], object>['groups']>
type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>

/** Three modules of the window, each with all that it imports at once. */
interface OpensWith {
  /** What index.html starts. */
  start: string
  /** What is drawn at every place. */
  desk: string
  /** The place at which a window opens most often. */
  place: string
}

/**
 * Few files for what a window opens with, because a browser opens six connections to one host and each file is a turn on one of
 * them. What the place shares with others is a part of its own, so that none of them waits for all of it. Everything else is
 * split as its imports are.
 */
export function windowParts(opensWith: OpensWith): Groups {
  let parts: ReadonlyMap<string, string> | null = null
  return ['start', 'desk', 'shared', 'place'].map((part, index) => ({
    debugName: part,
    name(id, graph) {
      parts ??= partsOf(opensWith, graph)
      return (part === 'desk' && !id.endsWith('.html')) || parts.get(id) === part ? part : null
    },
    // A group takes along what its modules need, so the parts that come first choose first.
    priority: 10 - index,
    ...(part === 'desk' ? { tags: ['$initial'] } : {}),
    ...(part === 'shared' ? { entriesAware: true, entriesAwareMergeThreshold: 20_000 } : {}),
  }))
}

function partsOf({ start, desk, place }: OpensWith, graph: Graph): ReadonlyMap<string, string> {
  const ofStart = withImports([start], graph, new Set())
  const ofDesk = withImports([desk], graph, ofStart)
  const before = new Set([...ofStart, ...ofDesk])
  const later = [...before].flatMap((id) => graph.getModuleInfo(id)?.dynamicallyImportedIds ?? [])
  const ofOthers = withImports(
    later.filter((id) => id !== place),
    graph,
    before,
  )
  const parts = new Map(
    [...withImports([place], graph, before)].map((id) => [id, ofOthers.has(id) ? 'shared' : 'place']),
  )
  for (const id of ofDesk) parts.set(id, 'desk')
  for (const id of ofStart) parts.set(id, 'start')
  return parts
}

/** With what they import at once, but for what is there `before`. */
function withImports(ids: readonly string[], graph: Graph, before: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const open = [...ids]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || before.has(id)) continue
    found.add(id)
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
