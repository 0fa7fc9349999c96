import type { ReactNode } from 'react'
import { Icon } from '#web/ui/icon.tsx'

interface ProblemCardProps {
  readonly title: string
  readonly why?: string | undefined
  /** What the reader can do about it: words or a button. */
  readonly action?: ReactNode
  /** A number to give to whoever keeps the server. */
  readonly reference?: string | undefined
}

/** What went wrong, why, what to do; the one way an error is shown. */
export function ProblemCard({ title, why, action, reference }: ProblemCardProps) {
  return (
    <div className="problem-card" role="alert">
      <Icon name="warning" />
      <div>
        <p className="problem-title">{title}</p>
        {why === undefined ? null : <p className="problem-why">{why}</p>}
        {action === undefined ? null : <div className="problem-action">{action}</div>}
        {reference === undefined ? null : <p className="problem-reference">{reference}</p>}
      </div>
    </div>
  )
}

/** Grey lines where text will stand, so that nothing jumps when it comes. */
export function Skeleton({ lines = 3, label }: { readonly lines?: number; readonly label: string }) {
  const rows = Array.from({ length: lines }, (_, line) => line)
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {rows.map((row) => (
        <span key={row} className="skeleton-line" />
      ))}
    </div>
  )
}

interface NoteProps {
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Nothing to show, and why; calm, because it is not an error. */
export function EmptyNote({ title, children, action }: NoteProps) {
  return (
    <div className="empty-note" role="status">
      <p className="empty-title">{title}</p>
      {children === undefined ? null : <p className="empty-why">{children}</p>}
      {action}
    </div>
  )
}

/** A hatched strip with words where a number would stand. */
export const NoData = ({ children }: { readonly children: ReactNode }) => <span className="no-data">{children}</span>
