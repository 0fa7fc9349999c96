import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { Link } from 'wouter'
import { type MineReport, mineReportUrl } from '#web/api/mine-queries.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { serializeView } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'

const formats = ['csv', 'geojson', 'json'] as const

/** To the map, to a comparison, and the same data as files. */
export function MineTools({ mineId, report }: { readonly mineId: string; readonly report: MineReport }) {
  const { t } = useSpeech()
  const [view] = useView()
  const filter = useFilter()
  const dataset = report.mine.mine_dataset === 'mines' ? 'mines' : 'pilot_mines'
  const onMap = serializeView('/', { ...view, mine_dataset: dataset, select: { dataset, id: mineId }, at: null })
  return (
    <>
      <Link className="button button-plain" href={onMap}>
        {t('open.map')}
      </Link>
      <DialogTrigger>
        <Button className="button button-plain">
          <Icon name="download" size={16} />
          {t('report.download')}
          <Icon name="down" size={14} />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Dialog className="popover-dialog" aria-label={t('report.download')}>
            <ul className="list">
              {formats.map((format) => (
                <li key={format}>
                  <a
                    className="list-item"
                    href={mineReportUrl(mineId, filter, format)}
                    download={`${mineId}-report.${format}`}
                  >
                    {t(`report.as_${format}`)}
                  </a>
                </li>
              ))}
            </ul>
            <p className="popover-note">{t('report.download_about')}</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </>
  )
}
