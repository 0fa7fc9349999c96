import type { ReactNode } from 'react'

export interface PlainColumn<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly isNumber?: boolean
  /** Left out where the table is narrow: it adds, but the table can be read without. */
  readonly isExtra?: boolean
}

interface Props<Row> {
  /** What the table holds; read aloud, and shown where it says more than the heading above. */
  readonly caption: string
  readonly isCaptionShown?: boolean
  readonly columns: readonly PlainColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly isMarked?: (row: Row) => boolean
}

/** A short table that is read from top to bottom; the first column names the row. */
export function PlainTable<Row>({ caption, isCaptionShown = false, columns, rows, keyOf, isMarked }: Props<Row>) {
  const classOf = ({ isNumber, isExtra }: PlainColumn<Row>) =>
    [isNumber ? 'is-number' : '', isExtra ? 'is-extra' : ''].filter(Boolean).join(' ') || undefined
  return (
    <table className="plain-table">
      <caption className={isCaptionShown ? undefined : 'visually-hidden'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={classOf(column)}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={isMarked?.(row) ? 'is-marked' : undefined}>
            {columns.map((column, index) =>
              index === 0 ? (
                <th key={column.id} scope="row" className={classOf(column)}>
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.id} className={classOf(column)}>
                  {column.cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
