import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { indicatorSqlQuery, type RowsOf } from '#web/api/queries.ts'
import { QueryState } from '#web/panels/query-state.tsx'
import type { Filter } from '#web/state/view.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'

interface Props {
  readonly of: RowsOf
  readonly filter: Filter
}

interface Statement {
  readonly sql: string
  readonly parameters: Readonly<
    Record<string, { readonly type: string; readonly value: string | number | boolean | null }>
  >
}

/** The two statements that made a number and its rows, with the values of their parameters. */
export function SqlView({ of, filter }: Props) {
  const query = useQuery(indicatorSqlQuery(of, filter))
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

/** One statement with the values of its parameters, to be read and copied. */
export function StatementView({ title, statement }: { readonly title: TextId; readonly statement: Statement }) {
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
