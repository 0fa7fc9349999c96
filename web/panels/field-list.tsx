import type { Field } from '#data/field.ts'
import type { Row } from '#web/api/features.ts'
import { useFieldText } from '#web/panels/field-text.tsx'
import { useSpeech } from '#web/text/text.ts'

interface Props {
  readonly fields: Readonly<Record<string, Field>>
  readonly names: readonly string[]
  readonly row: Row
}

/** Fields of one feature with their declared labels; a source and its address become one line. */
export function FieldList({ fields, names, row }: Props) {
  const { say } = useSpeech()
  const { shown } = useFieldText()
  const lines = names.filter((name) => name !== 'note' || row[name] !== null)
  return (
    <dl className="field-list">
      {lines.flatMap((name) => {
        const field = fields[name]
        if (field === undefined) return []
        const address = name === 'source' ? row.source_url : null
        return [
          <div key={name} className={name === 'note' ? 'field-line is-long' : 'field-line'}>
            <dt title={field.help === undefined ? undefined : say(field.help)}>{say(field.label)}</dt>
            <dd>
              {typeof address === 'string' ? (
                <a href={address} rel="noreferrer" target="_blank">
                  {shown(name, field, row[name])}
                </a>
              ) : (
                shown(name, field, row[name])
              )}
            </dd>
          </div>,
        ]
      })}
    </dl>
  )
}
