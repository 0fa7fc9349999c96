import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'

/** Stands wherever invented data show. */
export function IllustrativeBanner() {
  const { t } = useSpeech()
  return (
    <p className="illustrative" role="note">
      <Icon name="info" size={16} />
      {t('illustrative.banner')}
    </p>
  )
}
