import { type Exported, exportFormats, exportUrl } from '#web/api/export-url.ts'
import { useSpeech } from '#web/text/text.ts'

/** Every format of the API as a link to the same rows. */
export function ExportList({ rows }: { readonly rows: Exported }) {
  const { t, language } = useSpeech()
  return (
    <>
      <ul className="list">
        {exportFormats.map((format) => (
          <li key={format}>
            <a className="list-item" href={exportUrl(rows, format, language)} download>
              <span className="list-item-label">{t(`export.${format}`)}</span>
              <span className="list-item-note">{t(`export.${format}_for`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className="popover-note">{t('export.about')}</p>
    </>
  )
}
