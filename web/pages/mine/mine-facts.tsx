import { datasets } from '#data/catalog.ts'
import type { Field } from '#data/field.ts'
import { parameters } from '#data/parameters.ts'
import type { MineReport } from '#web/api/mine-queries.ts'
import { formatDistance } from '#web/encoding/format.ts'
import { coordinateText } from '#web/pages/mine/mine-words.ts'
import { FieldList } from '#web/panels/field-list.tsx'
import { useSpeech } from '#web/text/text.ts'

const owner = ['owner', 'parent', 'operator', 'cn_share_pct', 'ownership_class'] as const
const work = ['dev_stat', 'start_year', 'oper_type', 'asset_type', 'jobs_total'] as const
const evidence = ['source', 'source_date', 'verified', 'note'] as const

/** Where, whose, what: the declared fields of the mine, in three groups, and who says so. */
export function MineFacts({ report }: { readonly report: MineReport }) {
  const { t, language } = useSpeech()
  const { mine } = report
  const { fields: declared } = datasets[mine.mine_dataset === 'mines' ? 'mines' : 'pilot_mines']
  // The country is named here, not coded.
  const fields: Readonly<Record<string, Field>> = {
    ...declared,
    iso3: { ...declared.iso3, label: parameters.country.label },
  }
  const among = (names: readonly string[]) => names.filter((name) => name in fields)
  const uncertainty = report.is_located
    ? report.uncertainty_m === 0
      ? t('report.exact')
      : t('report.within', { distance: formatDistance(report.uncertainty_m, language) })
    : t('report.coarse')
  return (
    <div className="mine-facts">
      <section>
        <h2 className="mine-facts-title">{t('report.where')}</h2>
        <FieldList fields={fields} names={among(['iso3', 'adm1_name', 'loc_accuracy'])} row={mine} />
        <dl className="field-list is-joined">
          <div className="field-line">
            <dt>{t('report.coordinates')}</dt>
            <dd>{coordinateText(mine, language)}</dd>
          </div>
          <div className="field-line">
            <dt>{t('report.sure')}</dt>
            <dd>{uncertainty}</dd>
          </div>
        </dl>
      </section>
      <section>
        <h2 className="mine-facts-title">{t('report.whose')}</h2>
        <FieldList fields={fields} names={among(owner)} row={mine} />
      </section>
      <section>
        <h2 className="mine-facts-title">{t('report.what')}</h2>
        <FieldList fields={fields} names={among(work)} row={mine} />
      </section>
      <section>
        <h2 className="mine-facts-title">{t('report.who_says')}</h2>
        <FieldList fields={fields} names={among(evidence)} row={mine} />
      </section>
    </div>
  )
}
