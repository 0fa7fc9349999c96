import { codesOf } from '#data/vocabularies.ts'
import type { Incident } from '#web/api/issue-queries.ts'
import { formatCount, formatDay } from '#web/encoding/format.ts'
import { reportsSince } from '#web/pages/briefing/meeting.ts'
import type { Briefing } from '#web/pages/briefing/use-briefing.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'

/** Reports that one sheet holds. */
const most = 8

/** What was reported since the last meeting: counts by region, linked and by location apart, and the gravest reports. */
export function MeetingIncidents({ briefing, since }: { readonly briefing: Briefing; readonly since: string }) {
  const { t, language } = useSpeech()
  const [view] = useView()
  const incidents = reportsSince(briefing.incidents, since, view.region)
  const gravest = [...incidents].sort(
    (a, b) => Number(b.severity) - Number(a.severity) || (a.event_date < b.event_date ? 1 : -1),
  )
  return (
    <section>
      <h2>{t('briefing.incidents', { day: formatDay(since, language) })}</h2>
      <RegionCounts incidents={incidents} />
      <ul className="brief-incidents">
        {gravest.slice(0, most).map((incident) => (
          <IncidentLine key={incident.incident_id} incident={incident} />
        ))}
      </ul>
      {gravest.length > most ? (
        <p className="brief-words">{t('briefing.more', { count: gravest.length - most })}</p>
      ) : null}
      <p className="brief-words">{t('briefing.incidents_words')}</p>
    </section>
  )
}

function RegionCounts({ incidents }: { readonly incidents: readonly Incident[] }) {
  const { t, language, nameOf } = useSpeech()
  const count = (isCounted: (incident: Incident) => boolean) =>
    formatCount(incidents.filter(isCounted).length, language)
  const regions = codesOf('region')
  return (
    <table className="brief-table is-counts">
      <caption className="visually-hidden">{t('briefing.by_region')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('issues.incident')}</th>
          {regions.map((region) => (
            <th key={region} scope="col">
              {nameOf('region', region)}
            </th>
          ))}
          <th scope="col">{t('coverage.all')}</th>
        </tr>
      </thead>
      <tbody>
        {(['linked', 'not_linked'] as const).map((link) => {
          const isOf = ({ link_basis }: Incident) => (link_basis === 'asserted') === (link === 'linked')
          return (
            <tr key={link}>
              <th scope="row">{t(`issues.${link}`)}</th>
              {regions.map((region) => (
                <td key={region}>{count((one) => isOf(one) && one.region_id === region)}</td>
              ))}
              <td>{count(isOf)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function IncidentLine({ incident }: { readonly incident: Incident }) {
  const { t, say, nameOf } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  const { title_en, title_zh, event_date, iso3, severity, link_basis } = incident
  const notes = [
    nameOfCountry(iso3),
    nameOf('severity', severity),
    t(link_basis === 'asserted' ? 'issues.linked' : 'issues.not_linked'),
  ]
  return (
    <li>
      <span className="is-day">{event_date}</span> {say({ en: title_en, zh: title_zh ?? title_en })}{' '}
      <span className="is-missing">{notes.join(' · ')}</span>
    </li>
  )
}
