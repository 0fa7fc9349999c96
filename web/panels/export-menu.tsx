import { Suspense } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { Exported } from '#web/api/export-url.ts'
import { later } from '#web/later.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Skeleton } from '#web/ui/state-cards.tsx'

const ExportList = later(async () => (await import('#web/panels/export-list.tsx')).ExportList)

interface Props {
  readonly label: string
  readonly rows: Exported
}

/** Take the rows away, with dictionary, query, licence and date; the button's number is the number of rows in the file. */
export function ExportMenu({ label, rows }: Props) {
  const { t } = useSpeech()
  return (
    <DialogTrigger>
      <Button className="button button-plain">
        <Icon name="download" size={16} />
        {label}
        <Icon name="down" size={14} />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="popover-dialog" aria-label={label}>
          <Suspense fallback={<Skeleton lines={6} label={t('state.loading')} />}>
            <ExportList rows={rows} />
          </Suspense>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
