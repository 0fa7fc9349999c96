import { useQuery } from '@tanstack/react-query'
import { landingQuery } from '#web/api/queries.ts'
import { useIsDataUpdated } from '#web/api/snapshot.ts'
import { formatTime } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

/** Quiet words across the top: the data were prepared anew, or the server cannot be reached and what stands here is older. */
export function UpdateBar() {
  const { t, language } = useSpeech()
  const isUpdated = useIsDataUpdated()
  const { isError, dataUpdatedAt } = useQuery(landingQuery())
  if (isUpdated) {
    return (
      <div className="update-bar" role="status">
        {t('update.new')}
        <Button kind="link" onPress={() => window.location.reload()}>
          {t('update.reload')}
        </Button>
      </div>
    )
  }
  if (!isError || dataUpdatedAt === 0) return null
  return (
    <div className="update-bar" role="status">
      {t('update.offline', { time: formatTime(dataUpdatedAt, language) })}
    </div>
  )
}
