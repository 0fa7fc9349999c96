import { Link } from 'wouter'
import { codesOf } from '#data/vocabularies.ts'
import type { Issue } from '#web/api/committee-queries.ts'
import type { Incident } from '#web/api/issue-queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { pageHref } from '#web/state/page-link.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { EmptyNote } from '#web/ui/state-cards.tsx'
import { WideTable } from '#web/ui/wide-table.tsx'

interface Props {
  readonly issue: Issue
  readonly incidents: readonly Incident[]
  readonly onOpen: () => void
}

const first = 10

/** The newest reports of an issue; linked and merely near are told apart. */
export function IncidentList({ issue, incidents, onOpen }: Props) {
  const { t, language } = useSpeech()
  const [view] = useView()
  const types = codesOf('incident_type').filter((type) => incidents.some(({ incident_type }) => incident_type === type))
  const href = pageHref('/', { ...view, incident_type: types, region: [] })
  return (
    <section className="page-section" aria-labelledby="incidents">
      <h2 id="incidents">
        {t('issues.incidents', { count: incidents.length, n: formatCount(incidents.length, language) })}
      </h2>
      <p className="panel-note">{t('issues.incidents_words')}</p>
      {incidents.length === 0 ? (
        <EmptyNote title={t('issues.no_incidents')} />
      ) : (
        <IncidentTable incidents={incidents.slice(0, first)} />
      )}
      <div className="openers">
        {incidents.length === 0 ? null : (
          <Button kind="link" onPress={onOpen}>
            {t('issues.all_incidents', { count: incidents.length })}
          </Button>
        )}
        <Link className="button button-link" href={href} data-issue={issue}>
          {t('open.map')}
        </Link>
      </div>
    </section>
  )
}

/** Reports as rows; also on the briefing. */
export function IncidentTable({ incidents }: { readonly incidents: readonly Incident[] }) {
  const { t, say, nameOf } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  return (
    <WideTable label={t('issues.incident')}>
      <table className="plain-table">
        <caption className="visually-hidden">{t('issues.incident')}</caption>
        <thead>
          <tr>
            {(['date', 'incident', 'country', 'type', 'severity', 'link', 'sources'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`issues.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => (
            <tr key={incident.incident_id}>
              <td className="is-day">{incident.event_date}</td>
              <th scope="row">{say({ en: incident.title_en, zh: incident.title_zh ?? incident.title_en })}</th>
              <td>{nameOfCountry(incident.iso3)}</td>
              <td>{nameOf('incident_type', incident.incident_type)}</td>
              <td>{nameOf('severity', incident.severity)}</td>
              <td>{t(incident.link_basis === 'asserted' ? 'issues.linked' : 'issues.not_linked')}</td>
              <td>{incident.n_sources ?? t('value.none_short')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}
