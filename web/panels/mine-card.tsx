import { useState } from 'react'
import { Link } from 'wouter'
import { datasets } from '#data/catalog.ts'
import type { Field } from '#data/field.ts'
import type { MineReport } from '#web/api/mine-queries.ts'
import { formatExact, formatList } from '#web/encoding/format.ts'
import { FieldList } from '#web/panels/field-list.tsx'
import { MineNumbers } from '#web/panels/mine-numbers.tsx'
import { NearLists } from '#web/panels/near-lists.tsx'
import { PairsDialog } from '#web/panels/pairs-dialog.tsx'
import { AccuracyNote, featureName, SelectionHead } from '#web/panels/selection-head.tsx'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import type { DrawnDataset } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

interface Props {
  readonly report: MineReport
  readonly dataset: DrawnDataset
}

/** One mine: three numbers, what is nearest, its facts and their source. */
export function MineCard({ report, dataset }: Props) {
  const { t, language, nameOf } = useSpeech()
  const [view] = useView()
  const [isOpen, setOpen] = useState(false)
  const { nameOfCountry } = useCountryNames()
  const { mine } = report
  const fields: Readonly<Record<string, Field>> = datasets[dataset].fields
  const { popup }: { readonly popup: readonly string[] } = datasets[dataset]
  const commodities = ['commod1', 'commod2', 'commod3'].flatMap((name) =>
    mine[name] ? [nameOf('commodity', String(mine[name]))] : [],
  )
  const about = [nameOfCountry(String(mine.iso3)), formatList(commodities, language)].filter(Boolean).join(' · ')
  return (
    <>
      <SelectionHead dataset={dataset} name={featureName(dataset, mine, language)} about={about} />
      <AccuracyNote row={mine} />
      {report.is_located ? <MineNumbers report={report} /> : null}
      {report.is_located ? <NearLists report={report} /> : null}
      <Link className="button button-plain" href={pageHref(`/mines/${encodeURIComponent(String(mine.mine_id))}`, view)}>
        {t('mine.open_report')}
      </Link>
      {report.is_located ? (
        <Button kind="link" onPress={() => setOpen(true)}>
          {t('pairs.open', { radius: formatExact(report.radius_km, language) })}
        </Button>
      ) : null}
      {isOpen ? <PairsDialog report={report} dataset={dataset} onClose={() => setOpen(false)} /> : null}
      <FieldList fields={fields} names={popup.filter((name) => !about.includes(name) && !isInHead(name))} row={mine} />
    </>
  )
}

const isInHead = (name: string): boolean => ['mine_name', 'iso3', 'commod1'].includes(name)
