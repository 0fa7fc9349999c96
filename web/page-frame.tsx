import type { ReactNode } from 'react'
import type { Theme } from '#web/encoding/palette.ts'
import { Rail } from '#web/panels/rail.tsx'
import { UpdateBar } from '#web/panels/update-bar.tsx'
import '#web/styles/page.css'

interface Props {
  readonly theme: Theme
  readonly title: string
  /** One line that says what the page shows, and what it does not. */
  readonly lead?: string
  /** Controls that belong to the page as a whole, at the end of its head. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A page that is read from top to bottom, beside the rail. */
export function PageFrame({ theme, title, lead, tools, children }: Props) {
  return (
    <div className="page-shell">
      <UpdateBar />
      <Rail theme={theme} />
      <main className="page">
        <header className="page-head">
          <div>
            <h1 className="page-title">{title}</h1>
            {lead === undefined ? null : <p className="page-lead">{lead}</p>}
          </div>
          {tools === undefined ? null : <div className="page-tools">{tools}</div>}
        </header>
        {children}
      </main>
    </div>
  )
}
