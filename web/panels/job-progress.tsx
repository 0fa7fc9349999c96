import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

interface Props {
  /** 0 to 100. */
  readonly progress: number
  readonly onStop: () => void
}

/** How far a job is, and the way to stop it. */
export function JobProgress({ progress, onStop }: Props) {
  const { t } = useSpeech()
  return (
    <div className="inside-progress" role="status">
      <progress max={100} value={progress} aria-label={t('inside.progress')} />
      <span>{t('inside.running', { progress: Math.round(progress) })}</span>
      <Button kind="link" onPress={onStop}>
        {t('state.cancel')}
      </Button>
    </div>
  )
}
