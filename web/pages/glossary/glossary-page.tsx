import { PageFrame } from '#web/page-frame.tsx'
import type { PageProps } from '#web/pages.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'

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

/** The words of the atlas, each with what it means here. */
export function GlossaryPage({ theme }: PageProps) {
  const { t } = useSpeech()
  return (
    <PageFrame theme={theme} title={t('words.title')}>
      <dl className="method">
        {words.map((word) => (
          <div key={word}>
            <dt>{t(`words.${word}` satisfies TextId)}</dt>
            <dd>{t(`words.${word}_means` satisfies TextId)}</dd>
          </div>
        ))}
      </dl>
    </PageFrame>
  )
}
