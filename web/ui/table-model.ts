import {
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo, useState } from 'react'

export type CellValue = string | number | boolean | undefined

export interface TableColumn<Row> {
  readonly id: string
  readonly header: string
  /** Longer words for the heading, on hover. */
  readonly help?: string
  /** Share of the width. */
  readonly weight: number
  readonly isNumber?: boolean
  /** What the column sorts by; undefined = no data, always last. */
  readonly value: (row: Row) => CellValue
  readonly cell: (row: Row) => ReactNode
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })

interface Sortable {
  readonly getValue: (column: string) => unknown
}

function compare(a: Sortable, b: Sortable, column: string): number {
  const [one, other] = [a.getValue(column), b.getValue(column)]
  return typeof one === 'number' && typeof other === 'number' ? one - other : String(one).localeCompare(String(other))
}

interface Options<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly initialSort: SortingState
}

/** The rows in the order that the reader chose, and what the headings need to change it. */
export function useSortedRows<Row extends RowData>({ columns, rows, keyOf, initialSort }: Options<Row>) {
  const [sorting, setSorting] = useState<SortingState>(initialSort)
  const definitions = useMemo(
    () => columns.map(({ id, value }) => ({ id, accessorFn: value, sortUndefined: 'last' as const, sortFn: compare })),
    [columns],
  )
  const data = useMemo(() => [...rows], [rows])
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: keyOf,
    state: { sorting },
    onSortingChange: setSorting,
    enableSortingRemoval: false,
  })
  const directionOf = (column: string): 'ascending' | 'descending' | 'none' => {
    const sort = sorting.find(({ id }) => id === column)
    if (sort === undefined) return 'none'
    return sort.desc ? 'descending' : 'ascending'
  }
  const turn = (column: string) => setSorting([{ id: column, desc: directionOf(column) === 'ascending' }])
  return { sorted: table.getRowModel().rows, directionOf, turn }
}
