import { parseSync } from 'vite'

export interface FoundMessage {
  message: string
  context: string | null
  /** From the root of the project, with `/`. */
  file: string
}

export interface WordFault {
  /** `src/a.ts:12` */
  at: string
  what: string
}

type Node = Record<string, unknown> & { type: string; start: number }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'])

/**
 * The sentences of one source file: first arguments of `t` from `words/t.ts` and `message` of `Rich` from `ui/rich.tsx`. A fault for
 * whatever would be missing from the catalogues, or stay in one language: a sentence that is not written out in place, one said
 * while the module loads, and the function handed on.
 */
export function extractWords(file: string, source: string): { messages: FoundMessage[]; faults: WordFault[] } {
  const messages: FoundMessage[] = []
  const faults: WordFault[] = []
  const { program, errors } = parseSync(file, source)
  const fault = (node: { start: number }, what: string): void => {
    faults.push({ at: `${file}:${source.slice(0, node.start).split('\n').length}`, what })
  }
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message ?? ''}`)
  const known = importedNames(program as unknown as Node, fault)

  function take(at: Node, message: unknown, context: unknown, isInFunction: boolean): void {
    const text = writtenOut(message)
    const contextText = isNode(context) ? writtenOut(context) : undefined
    if (text === null || text === '') fault(at, 'the sentence has to be written out in place, as one literal')
    else if (contextText === null || contextText === '') fault(at, 'the context has to be written out in place')
    else messages.push({ message: text, context: contextText ?? null, file })
    if (!isInFunction)
      fault(at, 'this is said while the module loads, before the language is known: make it a function')
  }

  function walk(node: Node, parent: Node | null, isInFunction: boolean): void {
    if (known.t && node.type === 'CallExpression' && isNamed(node['callee'], 't')) {
      const [message, , context] = node['arguments'] as Node[]
      take(node, message, context, isInFunction)
    } else if (known.rich && node.type === 'JSXOpeningElement' && isNamed(node['name'], 'Rich')) {
      take(node, attribute(node, 'message'), attribute(node, 'context'), isInFunction)
    } else if (known.t && isNamed(node, 't') && isHandedOn(node, parent)) {
      fault(node, '`t` is called where its sentence stands, and not handed on')
    }
    const isDeferred = isInFunction || FUNCTIONS.has(node.type)
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, node, isDeferred)
    }
  }

  if (known.t || known.rich) walk(program as unknown as Node, null, false)
  return { messages, faults }
}

function importedNames(program: Node, fault: (node: Node, what: string) => void): { t: boolean; rich: boolean } {
  const known = { t: false, rich: false }
  for (const statement of program['body'] as Node[]) {
    const from = isNode(statement['source']) ? statement['source']['value'] : null
    if (statement.type !== 'ImportDeclaration' || typeof from !== 'string') continue
    for (const specifier of statement['specifiers'] as Node[]) {
      const name = isNode(specifier['imported']) ? specifier['imported']['name'] : null
      const isT = name === 't' && /(?:^|\/)words\/t\.ts$|^\.\/t\.ts$/.test(from)
      const isRich = name === 'Rich' && from.endsWith('/rich.tsx')
      if (!isT && !isRich) continue
      if (!isNamed(specifier['local'], name)) fault(specifier, `\`${name}\` keeps its name where it is imported`)
      known[isT ? 't' : 'rich'] = true
    }
  }
  return known
}

const isNamed = (node: unknown, name: string): boolean =>
  isNode(node) && (node.type === 'Identifier' || node.type === 'JSXIdentifier') && node['name'] === name

/** Neither called nor imported, nor another thing’s name. */
function isHandedOn(node: Node, parent: Node | null): boolean {
  if (parent === null || parent.type === 'ImportSpecifier' || parent.type === 'ExportSpecifier') return false
  if (parent.type === 'CallExpression' && parent['callee'] === node) return false
  const isName = parent['property'] === node || (parent['key'] === node && parent['value'] !== node)
  return !(isName && parent['computed'] !== true)
}

function attribute(element: Node, name: string): unknown {
  const found = (element['attributes'] as Node[]).find((each) => isNamed(each['name'], name))
  const value = found?.['value']
  return isNode(value) && value.type === 'JSXExpressionContainer' ? value['expression'] : value
}

/** Null for anything that has to be worked out. */
function writtenOut(node: unknown): string | null {
  if (!isNode(node)) return null
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : null
  if (node.type !== 'TemplateLiteral' || (node['expressions'] as Node[]).length > 0) return null
  const [quasi] = node['quasis'] as { value: { cooked: string | null } }[]
  return quasi?.value.cooked ?? null
}
