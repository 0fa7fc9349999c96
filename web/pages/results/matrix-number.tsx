import { formatExact, formatRounded } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'
import { NoData } from '#web/ui/state-cards.tsx'

interface Props {
  readonly value: number | null
  /** Invented to show the page: underlined with dots, on screen and in print. */
  readonly isIllustrative?: boolean
  /** One of the two plan values that a source states. */
  readonly isSourced?: boolean
  /** A missing actual is said loudly, a missing plan value only with a dash. */
  readonly isActual?: boolean
}

/** A number of the Result Matrix. */
export function MatrixNumber({ value, isIllustrative = false, isSourced = false, isActual = false }: Props) {
  const { t, language } = useSpeech()
  if (value === null) {
    return isActual ? (
      <NoData>{t('value.no_data')}</NoData>
    ) : (
      <span className="is-missing">{t('value.none_short')}</span>
    )
  }
  return (
    <span
      className={isIllustrative ? 'is-illustrative' : undefined}
      title={[formatExact(value, language, 4), ...(isIllustrative ? [t('illustrative.tag')] : [])].join(' · ')}
    >
      {formatRounded(value, language)}
      {isSourced ? '†' : ''}
    </span>
  )
}
