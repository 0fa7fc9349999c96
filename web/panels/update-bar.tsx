import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { landingQuery } from '#web/api/queries.ts'
import { useIsDataUpdated } from '#web/api/snapshot.ts'
import { formatTime } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

function subscribe(listen: () => void): () => void {
  window.addEventListener('online', listen)
  window.addEventListener('offline', listen)
  return () => {
    window.removeEventListener('online', listen)
    window.removeEventListener('offline', listen)
  }
}

/** Whether the browser itself says that it has no network. */
const useIsOffline = (): boolean => useSyncExternalStore(subscribe, () => !navigator.onLine)

/** Quiet words across the top: the data were prepared anew, or the server cannot be reached and what stands here is older. */
export function UpdateBar() {
  const { t, language } = useSpeech()
  const isUpdated = useIsDataUpdated()
  const { isError, dataUpdatedAt } = useQuery(landingQuery())
  const isOffline = useIsOffline()
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
  if ((!isError && !isOffline) || dataUpdatedAt === 0) return null
  return (
    <div className="update-bar" role="status">
      {t('update.offline', { time: formatTime(dataUpdatedAt, language) })}
    </div>
  )
}
