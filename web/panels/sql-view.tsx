import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { IndicatorId } from '#data/catalog.ts'
import { indicatorSqlQuery } from '#web/api/queries.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import type { Filter } from '#web/state/view.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

interface Props {
  readonly id: IndicatorId
  readonly place: string
  readonly filter: Filter
}

interface Statement {
  readonly sql: string
  readonly parameters: Readonly<
    Record<string, { readonly type: string; readonly value: string | number | boolean | null }>
  >
}

/** The two statements that made a number and its rows, with the values of their parameters. */
export function SqlView({ id, place, filter }: Props) {
  const query = useQuery(indicatorSqlQuery(id, place, filter))
  return (
    <QueryState query={query} lines={10}>
      {({ value, rows }) => (
        <>
          <StatementView title="sql.value" statement={value} />
          <StatementView title="sql.rows" statement={rows} />
        </>
      )}
    </QueryState>
  )
}

function StatementView({ title, statement }: { readonly title: TextId; readonly statement: Statement }) {
  const { t } = useSpeech()
  const [isCopied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(statement.sql).then(() => setCopied(true))
  const given = Object.entries(statement.parameters).filter(([, { value }]) => value !== null)
  return (
    <section className="statement">
      <header className="statement-head">
        <h3>{t(title)}</h3>
        <Button icon={isCopied ? 'check' : 'copy'} kind="quiet" onPress={copy}>
          {t(isCopied ? 'sql.copied' : 'sql.copy')}
        </Button>
      </header>
      <p className="statement-parameters">
        {given.map(([name, { value }]) => (
          <code key={name}>
            ${name} = {String(value)}
          </code>
        ))}
      </p>
      <pre className="statement-sql" lang="en">
        <code>{statement.sql}</code>
      </pre>
    </section>
  )
}
