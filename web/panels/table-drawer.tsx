import { useState } from 'react'
import { MineTablePlace } from '#web/panels/late-places.tsx'
import { MineTableHead } from '#web/panels/mine-table-head.tsx'
import { useSpeech } from '#web/text/text.ts'
import { IconButton } from '#web/ui/button.tsx'
import { useDragSize } from '#web/ui/use-drag-size.ts'

/** The table under the map: its upper edge is dragged or walked with the arrow keys, its button folds it. */
export function TableDrawer() {
  const { t } = useSpeech()
  const [isOpen, setOpen] = useState(true)
  const { size, handle } = useDragSize({ label: t('table.resize'), initial: 36, min: 15, max: 80 })
  return (
    <section className="drawer" aria-label={t('table.label')} style={isOpen ? { blockSize: `${size}%` } : {}}>
      {isOpen ? <div className="drawer-handle" {...handle} /> : null}
      <header className="drawer-head">
        <MineTableHead />
        <IconButton
          icon={isOpen ? 'down' : 'up'}
          label={t(isOpen ? 'table.fold' : 'table.unfold')}
          aria-expanded={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      </header>
      {isOpen ? <MineTablePlace /> : null}
    </section>
  )
}
