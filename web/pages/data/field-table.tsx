import type { Dataset } from '#data/define.ts'
import type { Field } from '#data/field.ts'
import { vocabularies } from '#data/vocabularies.ts'
import { unitText } from '#web/encoding/format.ts'
import { useSpeech } from '#web/text/text.ts'

/** Every field with its name in both languages, its type and unit, and the codes it may hold. */
export function FieldTable({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useSpeech()
  return (
    <section className="page-section">
      <h2>{t('data.fields')}</h2>
      <div className="wide-table">
        <table className="plain-table">
          <caption className="visually-hidden">{t('data.fields')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('data.field')}</th>
              <th scope="col">English</th>
              <th scope="col" lang="zh-Hans">
                中文
              </th>
              <th scope="col">{t('data.type')}</th>
              <th scope="col">{t('data.values')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(dataset.fields).map(([name, field]) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td lang="en">{field.label.en}</td>
                <td lang="zh-Hans">{field.label.zh}</td>
                <td>
                  <FieldType field={field} />
                </td>
                <td className="is-wrapped">
                  <FieldValues field={field} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function FieldType({ field }: { readonly field: Field }) {
  const { t, language } = useSpeech()
  const unit = unitText(field.unit, language).trim()
  return (
    <>
      {field.type}
      {unit === '' ? null : ` (${unit})`}
      {field.isRequired ? <span className="tag">{t('data.required')}</span> : null}
    </>
  )
}

/** The codes in the reader's language, else what the declaration says of the field. */
function FieldValues({ field }: { readonly field: Field }) {
  const { say } = useSpeech()
  if (field.vocabulary === undefined) return <span>{field.help === undefined ? '' : say(field.help)}</span>
  const terms = Object.entries(vocabularies[field.vocabulary].terms)
  return (
    <ul className="codes">
      {terms.map(([code, term]) => (
        <li key={code}>
          <code>{code}</code> {say(term)}
        </li>
      ))}
    </ul>
  )
}
