import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { IndicatorId } from '#data/catalog.ts'
import { collectionExportUrl, type ExportFormat, exportFormats, rowsExportUrl } from '#web/api/export-url.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'

type Props = { readonly label: string; readonly filter: Readonly<Record<string, string>> } & (
  | { readonly collection: string }
  | { readonly indicator: IndicatorId }
)

const about: Readonly<Record<ExportFormat, TextId>> = {
  csv: 'export.csv',
  geojson: 'export.geojson',
  parquet: 'export.parquet',
}

/** Take the rows away, with dictionary, query, licence and date; the button's number is the number of rows in the file. */
export function ExportMenu(props: Props) {
  const { t, language } = useSpeech()
  const { label, filter } = props
  const urlOf = (format: ExportFormat): string =>
    'collection' in props
      ? collectionExportUrl(props.collection, filter, format, language)
      : rowsExportUrl(props.indicator, filter, format, language)
  return (
    <DialogTrigger>
      <Button className="button button-plain">
        <Icon name="download" size={16} />
        {label}
        <Icon name="down" size={14} />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="popover-dialog" aria-label={label}>
          <ul className="list">
            {exportFormats.map((format) => (
              <li key={format}>
                <a className="list-item" href={urlOf(format)} download>
                  {t(about[format])}
                </a>
              </li>
            ))}
          </ul>
          <p className="popover-note">{t('export.about')}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
