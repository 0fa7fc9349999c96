import { Suspense, useState } from 'react'
import type { Exported } from '#web/api/export-url.ts'
import { later } from '#web/later.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

const OpenInDialog = later(async () => (await import('#web/panels/open-in-dialog.tsx')).OpenInDialog)

/** The same rows in another program: a button that shows how. */
export function OpenIn({ rows }: { readonly rows: Exported }) {
  const { t } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="link" onPress={() => setOpen(true)}>
        {t('open_in.button')}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <OpenInDialog choices={[{ id: 'rows', rows }]} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  )
}
