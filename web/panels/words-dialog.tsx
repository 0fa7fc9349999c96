import { type TextId, useSpeech } from '#web/text/text.ts'
import { Dialog } from '#web/ui/dialog.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

const words = [
  'near',
  'ring',
  'located',
  'range',
  'approximate_area',
  'host_community',
  'incident',
  'share',
  'class',
  'snapshot',
] as const

/** The words of the page, each with what it means here. */
export function WordsDialog({ isOpen, onClose }: Props) {
  const { t } = useSpeech()
  return (
    <Dialog title={t('words.title')} closeLabel={t('dialog.close')} isOpen={isOpen} onClose={onClose} size="narrow">
      <dl className="dialog-body method">
        {words.map((word) => (
          <div key={word}>
            <dt>{t(`words.${word}` satisfies TextId)}</dt>
            <dd>{t(`words.${word}_means` satisfies TextId)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
