import type { Indicator } from '#data/define.ts'
import { vocabularies } from '#data/vocabularies.ts'
import type { IndicatorAnswer } from '#web/api/queries.ts'
import { formatRounded, unitText } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'
import { Icon } from '#web/ui/icon.tsx'

interface Props {
  readonly answer: IndicatorAnswer
  readonly indicator: Indicator
}

/** The classes that an indicator is made of, for all regions together; folded away until asked for. */
export function ClassBreakdown({ answer, indicator }: Props) {
  const { language, say, nameOf } = useSpeech()
  const { classes: vocabulary } = indicator
  const all = answer.places.find(({ place_id }) => place_id === 'ALL')
  if (vocabulary === undefined || all === undefined || all.classes.length === 0) return null
  const isExtra = (id: string) => indicator.extras !== undefined && id in indicator.extras
  const amountOf = (entry: (typeof all.classes)[number]) => entry.numerator ?? entry.value ?? 0
  // An extra value has a unit of its own, so its bar would say nothing beside the others.
  const most = Math.max(...all.classes.filter(({ class_id }) => !isExtra(class_id)).map(amountOf), Number.EPSILON)
  const nameOfClass = (id: string) => {
    const extra = indicator.extras?.[id]
    return extra === undefined ? nameOf(vocabulary, id) : say(extra.label)
  }
  return (
    <details className="classes">
      <summary>
        {say(vocabularies[vocabulary].title)}
        <Icon name="down" size={14} />
      </summary>
      <ul>
        {all.classes.map((entry) => (
          <li key={entry.class_id} className="class-row">
            <span>{nameOfClass(entry.class_id)}</span>
            <span className="class-bar" aria-hidden="true">
              {isExtra(entry.class_id) ? null : <span style={{ inlineSize: `${(100 * amountOf(entry)) / most}%` }} />}
            </span>
            <span className="class-amount">
              {formatRounded(amountOf(entry), language)}
              {unitText(indicator.extras?.[entry.class_id]?.unit, language)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
