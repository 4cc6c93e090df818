import type { ReactNode } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { addressWords } from '../../ui/address-words.ts'
import type { ComparedLine, ComparedRun } from './compare-lines.ts'
import type { TableCell } from './read-lines.ts'

interface VersionTextProps {
  lines: readonly ComparedLine[]
  /** BCP 47, '' when not chosen. */
  language: string
}

/** A text in the writer's voice. What differs from before is underlined or struck, and said to those who do not see it. */
export function VersionText({ lines, language }: VersionTextProps) {
  return (
    <div className="version-text writers-voice" lang={language || undefined}>
      {inTables(lines).map((part, index) =>
        // oxlint-disable react/no-array-index-key -- lines of a text have no other name, and never change places
        'rows' in part ? <LineTable key={index} rows={part.rows} /> : <Line key={index} line={part} />,
      )}
    </div>
  )
}

function Line({ line }: { line: ComparedLine }) {
  return (
    <p dir={directionOf(line)} className={`line-${line.look}`} data-depth={Math.min(line.depth, 4)}>
      {line.runs.length === 0 ? <br /> : line.runs.map((run, at) => <Run key={at} run={run} />)}
    </p>
  )
}

/** The desk's own words stand as the desk does, source from left to right. */
function directionOf({ look, dir }: ComparedLine): 'ltr' | 'rtl' | 'auto' | undefined {
  if (look === 'name') return undefined
  return look === 'source' ? 'ltr' : (dir ?? 'auto')
}

function LineTable({ rows }: { rows: LineCell[][] }) {
  return (
    <table className="line-table" dir="auto">
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map(({ cell, lines }, column) => {
              const Cell = cell.isHead ? 'th' : 'td'
              return (
                <Cell key={column} colSpan={cell.colspan} rowSpan={cell.rowspan}>
                  {lines.map((line, index) => (
                    <Line key={index} line={line} />
                  ))}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
// oxlint-enable react/no-array-index-key

interface LineCell {
  cell: TableCell
  lines: ComparedLine[]
}

/** The lines, with those of one table together. */
function inTables(lines: readonly ComparedLine[]): (ComparedLine | { rows: LineCell[][] })[] {
  const parts: (ComparedLine | { rows: LineCell[][] })[] = []
  let last: TableCell | undefined
  for (const line of lines) {
    const { cell } = line
    const table = parts.at(-1)
    if (!cell) parts.push(line)
    else if (!table || !('rows' in table) || !last || cell.row < last.row)
      parts.push({ rows: [[{ cell, lines: [line] }]] })
    else if (cell.row > last.row) table.rows.push([{ cell, lines: [line] }])
    else if (cell.column === last.column) table.rows.at(-1)?.at(-1)?.lines.push(line)
    else table.rows.at(-1)?.push({ cell, lines: [line] })
    last = cell
  }
  return parts
}

function Run({ run }: { run: ComparedRun }) {
  const words = withMarks(run)
  switch (run.fate) {
    case 'kept':
      return words
    case 'added':
      return (
        <ins>
          <Said>{`[${t('new:', {}, 'words that only this version has')} `}</Said>
          {words}
          <Said>]</Said>
        </ins>
      )
    case 'removed':
      return (
        <del>
          <Said>{`[${t('gone:', {}, 'words that this version lacks')} `}</Said>
          {words}
          <Said>]</Said>
        </del>
      )
  }
}

/** In the desk's language and apart from the words around it, which alone say in which direction they run. */
const Said = ({ children }: { children: string }) => <bdi className="visually-hidden">{children}</bdi>

function withMarks({ text, marks }: ComparedRun): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inner}</strong>
      case 'italic':
        return <em>{inner}</em>
      case 'code':
        return <code>{inner}</code>
      case 'strike':
        return <s>{inner}</s>
      case 'superscript':
        return <sup>{inner}</sup>
      case 'subscript':
        return <sub>{inner}</sub>
      case 'language':
        return (
          <span lang={mark.attrs.lang} dir={mark.attrs.dir ?? undefined}>
            {inner}
          </span>
        )
      case 'kept':
        return inner
      case 'link':
        return (
          <>
            {inner}
            <bdi className="line-address"> ({addressWords(mark.attrs.href)})</bdi>
          </>
        )
    }
  }, text)
}
