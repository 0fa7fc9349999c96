import type { Indicator } from '#data/define.ts'
import type { SourceNote } from '#web/api/queries.ts'
import { formatCount, formatDay } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'

/** Who made the data, under which licence, of which date. */
export function SourceList({ sources }: { readonly sources: readonly SourceNote[] }) {
  const { t, say, language } = useSpeech()
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={source.dataset} className="source">
          <h3 className="source-title">
            {say(source.title)}
            {source.is_illustrative ? <span className="tag">{t('illustrative.tag')}</span> : null}
          </h3>
          <p>
            {source.licence === '' ? (
              // A table without a row has no source yet.
              t('value.no_data')
            ) : (
              <>
                <a href={source.url} rel="noreferrer" target="_blank">
                  {say(source.publisher)}
                </a>
                {' · '}
                <a href={source.licence_url} rel="noreferrer" target="_blank">
                  {source.licence}
                </a>
                {' · '}
                {formatDay(source.date, language)}
              </>
            )}
            {source.rows === null
              ? null
              : ` · ${t('sources.rows', { count: source.rows, n: formatCount(source.rows, language) })}`}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What an indicator says, what it does not say, and whose method it is. */
export function MethodNote({ indicator }: { readonly indicator: Indicator }) {
  const { t, say } = useSpeech()
  return (
    <dl className="method">
      <div>
        <dt>{t('method.definition')}</dt>
        <dd>{say(indicator.definition)}</dd>
      </div>
      <div>
        <dt>{t('method.caveat')}</dt>
        <dd>{say(indicator.caveat)}</dd>
      </div>
      <div>
        <dt>{t('method.class')}</dt>
        <dd>{t(`method.class_${indicator.class}`)}</dd>
      </div>
      <div>
        <dt>{t('method.source')}</dt>
        <dd lang="en">{indicator.method}</dd>
      </div>
    </dl>
  )
}
