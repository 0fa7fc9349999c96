import { Suspense, useState } from 'react'
import { useDropped } from '#web/drop/dropped.ts'
import { later } from '#web/later.ts'
import { useSpeech } from '#web/text/text.ts'

const DroppedPanel = later(async () => (await import('#web/drop/dropped-panel.tsx')).DroppedPanel)

/** Where the reader's own file stands, below the layers: closed, and without its code, until somebody asks or drops a file. */
export function DroppedPlace() {
  const { t } = useSpeech()
  const dropped = useDropped()
  const [isAsked, setAsked] = useState(false)
  const isOpen = isAsked || dropped.status !== 'none'
  return (
    <details className="panel-section own-file" open={isOpen} onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary className="section-title">{t('drop.title')}</summary>
      {isOpen ? (
        <Suspense fallback={null}>
          <DroppedPanel />
        </Suspense>
      ) : null}
    </details>
  )
}
