import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly children: ReactNode
}

/** A table that may be wider than the screen: it scrolls by itself, also by keyboard, and the page does not. */
export function WideTable({ label, children }: Props) {
  const scrolling = { role: 'group', tabIndex: 0, 'aria-label': label }
  return (
    <div className="wide-table" {...scrolling}>
      {children}
    </div>
  )
}
