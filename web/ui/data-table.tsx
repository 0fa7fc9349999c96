import type { RowData, SortingState } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '#web/ui/icon.tsx'
import { type TableColumn, useSortedRows } from '#web/ui/table-model.ts'

interface Props<Row> {
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly selectedKey?: string | null
  readonly onSelect?: (row: Row) => void
  readonly initialSort?: SortingState
}

const rowHeight = 36
const headHeight = 44
const unsorted: SortingState = []

/**
 * A table of any length: only the rows in sight are in the page. One tab stop for the rows; arrow, page, Home and End keys walk,
 * Enter selects. Sorting by a heading's button; rows without a value come last either way.
 */
export function DataTable<Row extends RowData>({
  label,
  columns,
  rows,
  keyOf,
  selectedKey = null,
  onSelect,
  initialSort = unsorted,
}: Props<Row>) {
  const { sorted, directionOf, turn } = useSortedRows({ columns, rows, keyOf, initialSort })
  const frame = useRef<HTMLDivElement>(null)
  const name = useId()
  const [active, setActive] = useState(0)
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  })
  const goTo = (index: number) => {
    const next = Math.min(Math.max(index, 0), sorted.length - 1)
    setActive(next)
    virtual.scrollToIndex(next, { align: 'auto' })
  }
  const selectedIndex = selectedKey === null ? -1 : sorted.findIndex(({ id }) => id === selectedKey)
  const goToSelected = useRef(goTo)
  goToSelected.current = goTo
  useEffect(() => {
    if (selectedIndex >= 0) goToSelected.current(selectedIndex)
  }, [selectedIndex])

  const walk = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2)
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    }
    const step = steps[event.key]
    if (step !== undefined) goTo(active + step)
    else if (event.key === 'Enter' || event.key === ' ') select(active)
    else return
    event.preventDefault()
  }
  const select = (index: number) => {
    const row = sorted[index]
    setActive(index)
    if (row !== undefined) onSelect?.(row.original)
  }

  const visible = virtual.getVirtualItems()
  const before = (visible[0]?.start ?? headHeight) - headHeight
  const after = virtual.getTotalSize() - (visible.at(-1)?.end ?? 0)
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0)
  const idOf = (index: number) => `${name}-row-${index}`
  // The authoring guide's data grid: one tab stop that names its active row.
  const isActiveInPage = visible.some(({ index }) => index === active)
  const grid = { role: 'grid', tabIndex: 0, ...(isActiveInPage && { 'aria-activedescendant': idOf(active) }) }
  return (
    <div className="table-frame" ref={frame}>
      <table
        className={onSelect === undefined ? 'table' : 'table is-selectable'}
        {...grid}
        aria-label={label}
        aria-rowcount={sorted.length + 1}
        onKeyDown={walk}
        style={{ marginBlock: `${before}px ${after}px` }}
      >
        <colgroup>
          {columns.map(({ id, weight }) => (
            <col key={id} style={{ inlineSize: `${(100 * weight) / weights}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeadCell
                key={column.id}
                column={column}
                direction={directionOf(column.id)}
                onTurn={() => turn(column.id)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {visible.map(({ index }) => {
            const row = sorted[index]
            if (row === undefined) return null
            const isSelected = row.id === selectedKey
            return (
              <tr
                key={row.id}
                id={idOf(index)}
                className={index === active ? 'is-active' : undefined}
                aria-rowindex={index + 2}
                aria-selected={isSelected}
                onClick={() => select(index)}
              >
                {columns.map((column) => (
                  <td key={column.id} className={column.isNumber ? 'is-number' : undefined}>
                    {column.cell(row.original)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

interface HeadProps<Row> {
  readonly column: TableColumn<Row>
  readonly direction: 'ascending' | 'descending' | 'none'
  readonly onTurn: () => void
}

function HeadCell<Row extends RowData>({ column, direction, onTurn }: HeadProps<Row>) {
  return (
    <th scope="col" aria-sort={direction} className={column.isNumber ? 'is-number' : undefined} title={column.help}>
      <button type="button" className="table-sort" onClick={onTurn}>
        {column.header}
        {direction === 'none' ? null : <Icon name={direction === 'ascending' ? 'up' : 'down'} size={12} />}
      </button>
    </th>
  )
}
