import { formatDay } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'

interface SnapshotProps {
  readonly snapshot: string
  readonly preparedAt: string
}

/** Which version of all data the page speaks of. */
export function SnapshotNote({ snapshot, preparedAt }: SnapshotProps) {
  const { t, language } = useSpeech()
  return (
    <p className="page-text panel-note">
      {t('data.snapshot', { snapshot: snapshot.slice(0, 12), date: formatDay(preparedAt, language) })}
    </p>
  )
}
