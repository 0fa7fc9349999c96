import { Suspense, useState } from 'react'
import { later } from '#web/later.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

const OpenMapDialog = later(async () => (await import('#web/panels/open-map-dialog.tsx')).OpenMapDialog)

/** The map's layers and the joins behind them in other programs: a button that shows how. */
export function OpenMapIn() {
  const { t } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="map-open">
      <Button icon="link" onPress={() => setOpen(true)} aria-label={t('open_in.map')}>
        {t('open_in.button')}
      </Button>
      <Suspense fallback={null}>{isOpen ? <OpenMapDialog onClose={() => setOpen(false)} /> : null}</Suspense>
    </div>
  )
}
