import type { ReactNode } from 'react'
import { datasets } from '#data/catalog.ts'
import type { MineReport } from '#web/api/mine-queries.ts'
import { formatDay } from '#web/encoding/format.ts'
import { nearName } from '#web/pages/mine/mine-words.ts'
import { useDistanceWords } from '#web/pages/mine/near-sections.tsx'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'

/** Two lists that the mine is held against, each with its name and version: benchmarks, never determinations. */
export function Benchmarks({ report }: { readonly report: MineReport }) {
  const { t } = useSpeech()
  return (
    <section className="page-section">
      <h2>{t('report.benchmarks')}</h2>
      <p className="mine-benchmark-note">{t('report.benchmark')}</p>
      <div className="mine-benchmarks">
        <WorldHeritage report={report} />
        <ListedCountry report={report} />
      </div>
    </section>
  )
}

interface CardProps {
  readonly title: string
  readonly isFlagged: boolean
  readonly answer: string
  readonly children: ReactNode
}

function Benchmark({ title, isFlagged, answer, children }: CardProps) {
  return (
    <article className={isFlagged ? 'benchmark is-flagged' : 'benchmark'}>
      <h3>{title}</h3>
      <p className="benchmark-answer">
        <Icon name={isFlagged ? 'warning' : 'check'} size={16} />
        {answer}
      </p>
      {children}
    </article>
  )
}

function WorldHeritage({ report }: { readonly report: MineReport }) {
  const { t, language, say } = useSpeech()
  const distanceOf = useDistanceWords()
  const { world_heritage, sources, is_located } = report
  const source = sources.find(({ dataset }) => dataset === 'protected_areas')
  const isInside = world_heritage.some((area) => area.is_inside)
  const answer = !is_located
    ? t('report.wh_unplaced')
    : isInside
      ? t('report.wh_inside')
      : world_heritage.length > 0
        ? t('report.wh_near', { count: world_heritage.length })
        : t('report.wh_none')
  return (
    <Benchmark title={t('report.wh')} isFlagged={world_heritage.length > 0} answer={answer}>
      <ul>
        {world_heritage.map((area) => (
          <li key={area.feature_id}>
            {nearName(area, area.feature_id, language)}: {distanceOf(area)}
          </li>
        ))}
      </ul>
      {source === undefined ? null : (
        <p className="panel-note">
          {t('report.list', { list: say(source.title), version: formatDay(source.date, language) })}
        </p>
      )}
    </Benchmark>
  )
}

function ListedCountry({ report }: { readonly report: MineReport }) {
  const { t, language, say } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  const { cahra, mine, sources } = report
  const country = nameOfCountry(String(mine.iso3))
  const source = sources.find(({ dataset }) => dataset === 'cahra_areas')
  return (
    <Benchmark
      title={say(datasets.cahra_areas.title)}
      isFlagged={cahra.length > 0}
      answer={t(cahra.length > 0 ? 'report.cahra_listed' : 'report.cahra_none', { country })}
    >
      {cahra.map((entry) => (
        <p key={entry.cahra_id} className="panel-note">
          {t('report.list', { list: entry.list_name, version: entry.list_version })}
          {' · '}
          {entry.source_url === null ? (
            entry.source
          ) : (
            <a href={entry.source_url} rel="noreferrer" target="_blank">
              {entry.source}
            </a>
          )}
        </p>
      ))}
      {cahra.length > 0 || source === undefined ? null : (
        <p className="panel-note">
          {t('report.list', { list: say(source.title), version: formatDay(source.date, language) })}
        </p>
      )}
      <p className="panel-note">{t('report.cahra_about')}</p>
    </Benchmark>
  )
}
