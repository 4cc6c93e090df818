import { parseBlocks } from '../block-grammar.ts'
import type { BlockNode } from '../document.ts'
import { readOnePiece } from '../classic/read-classic.ts'
import { walkNodes } from '../document-walk.ts'
import { CLASSIC, readBlock } from '../markup-to-document.ts'
import type { MergeInside } from './chunk-fate.ts'
import { joinContent, type ContentChunk } from './content-chunks.ts'
import { mergeContent } from './merge-content.ts'
import { mergeValue } from './merge-value.ts'
import { mergeWords } from './merge-words.ts'
import type { Versions } from './post-merge.ts'

const WITH_WORDS = new Set<BlockNode['type']>(['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'])
/** What may stand in those and has words to merge. */
const PARTS = new Set(['core/paragraph', 'core/heading', 'core/list', 'core/list-item', 'core/quote'])
const CONTAINERS = new Set(['core/list', 'core/list-item', 'core/quote'])

/**
 * Word-level merge of a paragraph, heading, list or quote that is modelled in full in all three versions; list items and
 * a quote's paragraphs as blocks of their own. null for any other block (those compare as bytes), where changes touch, and
 * where the result would not read back as such a block, or has a piece as it is that neither side has.
 */
export const mergeKnownBlock: MergeInside = (versions) => {
  const [base, mine, theirs] = [versions.base, versions.mine, versions.theirs].map(readWords)
  if (!base || !mine || !theirs) return null
  const text = versions.base.name === CLASSIC ? mergeWords(textsOf(versions)) : mergeShelled(versions)
  const merged = text === null ? null : readWords({ ...versions.base, text })
  const known = new Set([...keptIn(mine), ...keptIn(theirs)])
  return merged && keptIn(merged).every((source) => known.has(source)) ? text : null
}

function readWords({ name, text }: ContentChunk): BlockNode | null {
  if (name === CLASSIC) return withWords(readOnePiece(text))
  const [piece, ...others] = parseBlocks(text)
  if (piece?.kind !== 'block' || others.length > 0 || piece.name !== name) return null
  return withWords(readBlock(piece))
}

const withWords = (node: BlockNode | null): BlockNode | null => (node && WITH_WORDS.has(node.type) ? node : null)

/** The pieces that stay as they are. */
const keptIn = (block: BlockNode): string[] =>
  [...walkNodes([block])].flatMap((node) =>
    node.type === 'opaque'
      ? [node.attrs.source.trim()]
      : node.type === 'customHtml'
        ? [node.attrs.html]
        : node.type === 'container'
          ? [node.attrs.open.trim(), node.attrs.close.trim()]
          : [],
  )

const mergePart: MergeInside = (versions) => {
  const { name } = versions.base
  return PARTS.has(name) ? mergeShelled(versions) : name === CLASSIC ? mergeWords(textsOf(versions)) : null
}

function mergeShelled(versions: Versions<ContentChunk>): string | null {
  const base = splitShell(versions.base.text)
  const mine = splitShell(versions.mine.text)
  const theirs = splitShell(versions.theirs.text)
  if (!base || !mine || !theirs) return null
  const opening = mergeValue({ base: base.opening, mine: mine.opening, theirs: theirs.opening })
  const closing = mergeValue({ base: base.closing, mine: mine.closing, theirs: theirs.closing })
  const inner = { base: base.inner, mine: mine.inner, theirs: theirs.inner }
  const merged = CONTAINERS.has(versions.base.name) ? mergeBlocks(inner) : mergeWords(inner)
  return 'conflict' in opening || 'conflict' in closing || merged === null
    ? null
    : opening.value + merged + closing.value
}

function mergeBlocks(contents: Versions<string>): string | null {
  const { head, parts, tail } = mergeContent(contents, mergePart).content
  const texts = parts.filter((part) => 'text' in part)
  return texts.length === parts.length ? joinContent(head, texts, tail) : null
}

/** A block's comment and its element's tag, what is inside, and the ends of both. */
function splitShell(text: string): { opening: string; inner: string; closing: string } | null {
  const opening = /^<!--[^]*?-->\s*<([a-z][a-z0-9]*)(?:\s[^<>]*)?>/.exec(text)
  if (!opening) return null
  const closing = /<\/[a-z][a-z0-9]*>\s*<!--[^<]*-->$/.exec(text)
  if (!closing || closing.index < opening[0].length) return null
  return { opening: opening[0], inner: text.slice(opening[0].length, closing.index), closing: closing[0] }
}

const textsOf = ({ base, mine, theirs }: Versions<ContentChunk>): Versions<string> => ({
  base: base.text,
  mine: mine.text,
  theirs: theirs.text,
})
