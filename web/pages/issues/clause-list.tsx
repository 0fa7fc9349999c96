import type { Clause } from '#web/api/issue-queries.ts'
import { useSpeech } from '#web/text/text.ts'

/** What the Guidelines say, in both languages, of which edition, and whether the text was checked. */
export function ClauseList({ clauses }: { readonly clauses: readonly Clause[] }) {
  const { t } = useSpeech()
  return (
    <section className="page-section" aria-labelledby="clauses">
      <h2 id="clauses">{t('issues.clauses')}</h2>
      <p className="panel-note">{t('issues.clauses_words')}</p>
      <ul className="clauses">
        {clauses.map((clause) => (
          <ClauseEntry key={clause.clause_id} clause={clause} />
        ))}
      </ul>
    </section>
  )
}

function ClauseEntry({ clause }: { readonly clause: Clause }) {
  const { t, nameOf, say } = useSpeech()
  const { heading_en, heading_zh, text_en, text_zh, map_shows_en, map_hides_en } = clause
  const both = (en: string | null, zh: string | null) => (en === null ? null : say({ en, zh: zh ?? en }))
  const shows = both(map_shows_en, clause.map_shows_zh)
  const hides = both(map_hides_en, clause.map_hides_zh)
  return (
    <li className="clause">
      <h3 className="clause-title">
        <span className="clause-number">{clause.clause}</span>
        <span lang="en">{heading_en}</span>
        <span lang="zh-Hans">{heading_zh}</span>
      </h3>
      {text_en === null ? null : (
        <p className="clause-text">
          <span lang="en">{text_en}</span> <span lang="zh-Hans">{text_zh}</span>
        </p>
      )}
      {shows === null ? null : <p>{t('issues.map_shows', { what: shows })}</p>}
      {hides === null ? null : <p>{t('issues.map_hides', { what: hides })}</p>}
      <p className="clause-source">
        <span className={clause.verified === 'yes' ? 'tag is-checked' : 'tag'}>
          {nameOf('verified', clause.verified)}
        </span>{' '}
        {nameOf('clause_kind', clause.kind)} · {nameOf('guideline_version', clause.version)} ·{' '}
        <span lang="en">{clause.source}</span>
      </p>
    </li>
  )
}
