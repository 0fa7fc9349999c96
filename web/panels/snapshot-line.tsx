import type { SourceNote } from '#web/api/queries.ts'
import { formatDay } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly snapshot: string
  readonly asOf: string
  readonly sources: readonly SourceNote[]
}

/** Which version of the data a page shows, up to which day, and from which sources of which date. */
export function SnapshotLine({ snapshot, asOf, sources }: Props) {
  const { t, say, language } = useSpeech()
  return (
    <footer className="snapshot-line">
      <p>{t('snapshot.line', { snapshot: snapshot.slice(0, 12), day: formatDay(asOf, language) })}</p>
      <ul>
        {sources.map(({ dataset, title, date, publisher }) => (
          <li key={dataset}>
            {say(title)}: {say(publisher)}, {date.slice(0, 10)}
          </li>
        ))}
      </ul>
    </footer>
  )
}
