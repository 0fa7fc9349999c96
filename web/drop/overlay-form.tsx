import type { Text } from '#data/define.ts'
import { distances_km, manyNearest, type Question, type Relation, relations } from '#web/drop/overlay-question.ts'
import { holdsAreas, type Upload, uploadLimits } from '#web/drop/overlay-upload.ts'
import type { Parsed } from '#web/drop/parsed.ts'
import { formatCount, formatExact, unitText } from '#web/encoding/format.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { Choice } from '#web/ui/choice.tsx'

const words: Readonly<Record<Relation, TextId>> = {
  within: 'own.within',
  intersects: 'own.intersects',
  nearest: 'own.nearest',
  overlap_area: 'own.overlap_area',
}

interface Props {
  readonly parsed: Parsed
  readonly upload: Upload
  readonly question: Question
  readonly collections: readonly { readonly id: string; readonly titles: Text }[]
  readonly onChange: (change: Partial<Question>) => void
  readonly onAsk: () => void
}

/** Which collection, which relation, how far; and what of the file the server gets. */
export function OverlayForm({ parsed, upload, question, collections, onChange, onAsk }: Props) {
  const { t, say } = useSpeech()
  const offered = relations.filter((relation) => relation !== 'overlap_area' || holdsAreas(parsed))
  return (
    <div className="own-question">
      <div className="own-choices">
        <Choice
          label={t('own.collection')}
          options={collections.map(({ id, titles }) => ({ id, label: say(titles) }))}
          value={question.collection}
          onChange={(collection) => onChange({ collection })}
        />
        <Choice<Relation>
          label={t('own.relation')}
          options={offered.map((id) => ({ id, label: t(words[id]) }))}
          value={question.relation}
          onChange={(relation) => onChange({ relation })}
        />
        <HowFar question={question} onChange={onChange} />
        <Choice
          label={t('own.name')}
          options={[
            { id: '', label: t('own.no_name') },
            ...parsed.columns.map((column) => ({ id: column, label: t('own.name_of', { column }) })),
          ]}
          value={question.nameColumn ?? ''}
          onChange={(column) => onChange({ nameColumn: column === '' ? null : column })}
        />
        <Button isDisabled={upload.isTooMuch || upload.collection.features.length === 0} onPress={onAsk}>
          {t('own.ask')}
        </Button>
      </div>
      <WhatIsSent upload={upload} />
    </div>
  )
}

function HowFar({ question, onChange }: Pick<Props, 'question' | 'onChange'>) {
  const { t, language } = useSpeech()
  if (question.relation === 'within')
    return (
      <Choice
        label={t('own.distance')}
        options={distances_km.map((km) => ({ id: String(km), label: km + unitText('km', language) }))}
        value={String(question.distance_km)}
        onChange={(km) => onChange({ distance_km: Number(km) })}
      />
    )
  if (question.relation !== 'nearest') return null
  return (
    <Choice
      label={t('own.many')}
      options={manyNearest.map((k) => ({ id: String(k), label: t('own.nearest_k', { k }) }))}
      value={String(question.k)}
      onChange={(k) => onChange({ k: Number(k) })}
    />
  )
}

/** Said before anything leaves the machine: how much it is, how much is taken, and what becomes of it. */
function WhatIsSent({ upload }: { readonly upload: Upload }) {
  const { t, language } = useSpeech()
  const count = (n: number) => formatCount(n, language)
  const sized = (n: number) =>
    n < 1_000_000 ? `${count(Math.ceil(n / 1000))} kB` : `${formatExact(n / 1_000_000, language)} MB`
  return (
    <>
      <p className="panel-note">
        {t('own.sends', {
          features: count(upload.collection.features.length),
          vertices: count(upload.vertices),
          size: sized(upload.bytes),
        })}
      </p>
      <p className="panel-note">
        {t('own.limits', {
          features: count(uploadLimits.features),
          vertices: count(uploadLimits.vertices),
          size: sized(uploadLimits.bytes),
        })}
      </p>
      {upload.leftOut === 0 ? null : <p className="panel-note">{t('own.left_out', { n: upload.leftOut })}</p>}
      {upload.isTooMuch ? <p role="alert">{t('own.too_much')}</p> : null}
      <p className="panel-note">{t('own.kept')}</p>
    </>
  )
}
