import { datasets } from '#data/catalog.ts'
import type { Row } from '#web/api/features.ts'
import { useView } from '#web/state/use-view.ts'
import type { DrawnDataset } from '#web/state/view.ts'
import { type Language, useSpeech } from '#web/text/text.ts'
import { IconButton } from '#web/ui/button.tsx'

/** The name of a feature in the language of the page, or the one it has. */
export function featureName(dataset: DrawnDataset, row: Row, language: Language): string {
  const { name }: { readonly name: { readonly en: string; readonly zh?: string } } = datasets[dataset]
  const zh = language === 'zh' && name.zh !== undefined ? row[name.zh] : null
  return String(zh ?? row[name.en] ?? '')
}

interface HeadProps {
  readonly dataset: DrawnDataset
  readonly name: string
  readonly about?: string
}

export function SelectionHead({ dataset, name, about }: HeadProps) {
  const { t, say } = useSpeech()
  const [, change] = useView()
  return (
    <header className="selection-head">
      <div>
        <p className="selection-kind">{say(datasets[dataset].title)}</p>
        <h2 className="selection-name">{name}</h2>
        {about === undefined ? null : <p className="selection-about">{about}</p>}
      </div>
      <IconButton icon="close" label={t('selection.close')} onPress={() => change({ select: null })} />
    </header>
  )
}

/** How far the place of a feature can be trusted, in a sentence. */
export function AccuracyNote({ row }: { readonly row: Row }) {
  const { t } = useSpeech()
  if (row.is_approx === true) return <p className="accuracy">{t('accuracy.area')}</p>
  switch (row.loc_accuracy) {
    case 'APPROXIMATE_LOCATION':
      return <p className="accuracy">{t('accuracy.approximate')}</p>
    case 'ADMINISTRATIVE_REGION':
    case 'COUNTRY':
      return <p className="accuracy is-coarse">{t('accuracy.coarse')}</p>
    default:
      return null
  }
}
