import { cloneElement, type ReactElement, type ReactNode } from 'react'
import type { MessageValues } from '../../../shared/words/message-values.ts'
import { said } from '../../../shared/words/t.ts'

/** The names of the tags in a sentence: `name` of `Sent to <name>{who}</name>`. */
type TagsOf<Message extends string> = Message extends `${string}</${infer Tag}>${infer Tail}`
  ? Tag | TagsOf<Tail>
  : never

type RichProps<Message extends string> = {
  /** As for `t`, with tags around what is marked up; they may stand in each other, and in another order in another language. */
  message: Message
  /** An element for each tag; what stands between its tags becomes its children. */
  parts: { [Tag in TagsOf<Message>]: ReactElement }
  context?: string
} & (keyof MessageValues<Message> extends never ? { values?: never } : { values: MessageValues<Message> })

/** A sentence of the catalogue with parts that are links, names or stressed. Tags in a value are its letters, and nothing else. */
export function Rich<const Message extends string>({ message, parts, values, context }: RichProps<Message>) {
  const given = values && withoutTags(values)
  return <>{marked(said(message, given, context), parts)}</>
}

type Parts = Record<string, ReactElement>

/** Stands for `<` of a value while the tags of the sentence are read. */
const LESS_THAN = '\uE000'

const withoutTags = (values: Record<string, string | number>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('<', LESS_THAN) : value,
    ]),
  )

function marked(text: string, parts: Parts): ReactNode[] {
  const pieces: ReactNode[] = []
  let rest = text
  for (;;) {
    const found = /<([a-zA-Z]+)>(.*?)<\/\1>/su.exec(rest)
    const [all = '', tag = '', inner = ''] = found ?? []
    pieces.push(rest.slice(0, found?.index ?? rest.length).replaceAll(LESS_THAN, '<'))
    if (!found) return pieces
    const children = marked(inner, parts)
    const part = parts[tag]
    if (part) pieces.push(cloneElement(part, { key: pieces.length }, ...children))
    else pieces.push(...children)
    rest = rest.slice(found.index + all.length)
  }
}
