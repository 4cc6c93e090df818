import type { ReactNode } from 'react'
import { numberWords } from '../../../../shared/words/number-words.ts'

export interface FigureRow {
  id: string
  name: ReactNode
  figures: readonly number[]
}

interface FigureTableProps {
  title: string
  /** The column of names, then one for each figure. */
  heads: readonly [string, ...string[]]
  rows: readonly FigureRow[]
  /** Said below, where not everything is shown. */
  note?: string
}

/** A table that is read at a glance: each figure with a bar as long as it is large, all of one table against its largest. */
export function FigureTable({ title, heads: [nameHead, ...figureHeads], rows, note }: FigureTableProps) {
  const largest = Math.max(1, ...rows.flatMap(({ figures }) => figures))
  return (
    <figure className="figures">
      <table>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{nameHead}</th>
            {figureHeads.map((head, at) => (
              <th key={head} scope="col">
                <span className={`figure-mark figure-${at + 1}`} aria-hidden="true" />
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, figures }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {figures.map((figure, at) => (
                <td key={figureHeads[at]}>
                  {numberWords(figure)}
                  <span
                    className={`figure-bar figure-${at + 1}`}
                    aria-hidden="true"
                    style={{ inlineSize: `${(figure / largest) * 100}%` }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {note !== undefined && <figcaption className="field-hint">{note}</figcaption>}
    </figure>
  )
}
