import { useState } from 'react'
import { datasets } from '#data/catalog.ts'
import type { Field } from '#data/field.ts'
import type { MineReport } from '#web/api/mine-queries.ts'
import { formatCount, formatDistance, formatExact, formatList, formatRounded } from '#web/encoding/format.ts'
import { FieldList } from '#web/panels/field-list.tsx'
import { NearLists } from '#web/panels/near-lists.tsx'
import { PairsDialog } from '#web/panels/pairs-dialog.tsx'
import { AccuracyNote, featureName, SelectionHead } from '#web/panels/selection-head.tsx'
import { useCountryNames } from '#web/panels/use-country-names.ts'
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

function MineNumbers({ report }: { readonly report: MineReport }) {
  const { t, language } = useSpeech()
  const radius = formatExact(report.radius_km, language)
  const ring = report.rings.find(({ radius_km }) => radius_km === report.radius_km)
  const nearest = report.nearest.areas.features[0]?.distance_m ?? null
  const hasPeople = ring !== undefined && ring.communities > ring.population_unknown
  const incidents = ring === undefined ? null : ring.incidents_near
  return (
    <dl className="mine-numbers">
      <div>
        <dt>{t('mine.nearest_area')}</dt>
        <dd title={nearest === null ? undefined : `${formatExact(nearest, language, 0)} m`}>
          {nearest === null ? (
            <span className="is-missing">{t('mine.none_in_reach')}</span>
          ) : nearest === 0 ? (
            t('table.inside')
          ) : (
            formatDistance(nearest, language)
          )}
        </dd>
      </div>
      <div>
        <dt>
          {t('mine.people', { radius })}
          {ring !== undefined && ring.population_unknown > 0 ? (
            <span className="mine-unknown"> {t('mine.unknown', { count: ring.population_unknown })}</span>
          ) : null}
        </dt>
        <dd title={ring === undefined ? undefined : formatCount(ring.population, language)}>
          {ring !== undefined && hasPeople ? (
            formatRounded(ring.population, language)
          ) : (
            <span className="is-missing">{t(ring?.communities ? 'near.population_unknown' : 'mine.none_listed')}</span>
          )}
        </dd>
      </div>
      <div>
        <dt>{t('mine.incidents', { radius })}</dt>
        <dd>{incidents === null ? '–' : formatRounded(incidents, language)}</dd>
      </div>
    </dl>
  )
}
