import { codesOf } from '#data/vocabularies.ts'
import type { Coverage, TotalLine } from '#web/api/committee-queries.ts'
import type { IndicatorAnswer } from '#web/api/queries.ts'
import { formatCount, formatExact, formatRounded } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { WideTable } from '#web/ui/wide-table.tsx'

interface Props {
  readonly coverage: Coverage
  /** EN-05 by region: protected land in the rings, clipped to each place. */
  readonly land: IndicatorAnswer | undefined
  readonly onOpen?: () => void
}

/** Region totals, country totals and all regions side by side, with what makes them differ. */
export function TotalLines({ coverage, land, onOpen }: Props) {
  const { t } = useSpeech()
  const order = codesOf('total_measure')
  const lines = [...coverage.totals].sort((a, b) => order.indexOf(a.measure) - order.indexOf(b.measure))
  const pairs = Map.groupBy(lines, ({ measure, counting }) => `${measure}:${counting}`)
  return (
    <section className="page-section" aria-labelledby="totals">
      <h2 id="totals">{t('totals.title')}</h2>
      <p className="panel-note totals-words">{t('totals.words')}</p>
      <WideTable label={t('totals.title')}>
        <table className="plain-table">
          <caption className="visually-hidden">{t('totals.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('totals.measure')}</th>
              <th scope="col">{t('totals.counting')}</th>
              <th scope="col" className="is-number">
                {t('region.all')}
              </th>
              <th scope="col">{t('totals.regions')}</th>
              <th scope="col">{t('totals.countries')}</th>
            </tr>
          </thead>
          <tbody>
            {[...pairs.values()].map((pair) => (
              <TotalRow key={pair[0]?.line_id} pair={pair} />
            ))}
            {land === undefined ? null : <LandRow land={land} />}
          </tbody>
        </table>
      </WideTable>
      {onOpen === undefined ? null : (
        <div className="openers">
          <Button kind="link" onPress={onOpen}>
            {t('totals.open')}
          </Button>
        </div>
      )}
    </section>
  )
}

function TotalRow({ pair }: { readonly pair: readonly TotalLine[] }) {
  const { language, nameOf } = useSpeech()
  const [first] = pair
  if (first === undefined) return null
  return (
    <tr>
      <th scope="row">{nameOf('total_measure', first.measure)}</th>
      <td>{nameOf('counting_rule', first.counting)}</td>
      <td className="is-number">{formatCount(first.all_total, language)}</td>
      <td>
        <Sum line={pair.find(({ level }) => level === 'region')} />
      </td>
      <td>
        <Sum line={pair.find(({ level }) => level === 'country')} />
      </td>
    </tr>
  )
}

/** `127 - 3 = 124`: the sum of the parts, what of it is counted again, and whether the rest is the whole. */
function Sum({ line }: { readonly line: TotalLine | undefined }) {
  const { t, language } = useSpeech()
  if (line === undefined) return null
  const { sum_of_parts, counted_again, all_total, is_equal } = line
  const n = (value: number) => formatCount(value, language)
  return (
    <span className="total-sum">
      <Icon name={is_equal ? 'check' : 'warning'} size={14} />
      {counted_again === 0
        ? n(sum_of_parts)
        : t('totals.sum', { sum: n(sum_of_parts), again: n(counted_again), all: n(all_total) })}
      <span className="visually-hidden">{t(is_equal ? 'totals.equal' : 'totals.unequal')}</span>
    </span>
  )
}

/** Clipped land: each region has its own part only, so the sum may be less by what lies in a neighbour's land. */
function LandRow({ land }: { readonly land: IndicatorAnswer }) {
  const { t, language } = useSpeech()
  const all = land.places.find(({ place_id }) => place_id === 'ALL')?.numerator ?? null
  if (all === null) return null
  const sum = land.places.reduce(
    (total, { place_id, numerator }) => total + (place_id === 'ALL' ? 0 : (numerator ?? 0)),
    0,
  )
  return (
    <tr>
      <th scope="row">{t('totals.land')}</th>
      <td>{t('totals.clipped')}</td>
      <td className="is-number">{formatRounded(all, language)}</td>
      <td>
        {t('totals.land_sum', {
          sum: formatRounded(sum, language),
          rest: formatExact(Math.max(0, all - sum), language, 0),
        })}
      </td>
      <td />
    </tr>
  )
}
