import { useState } from 'react'
import { type GlossaryEntry, type GlossaryGroup, glossary, glossaryGroups } from '#data/vocabularies/glossary.ts'
import { type VocabularyId, vocabularies } from '#data/vocabularies.ts'
import { PageFrame } from '#web/page-frame.tsx'
import type { PageProps } from '#web/pages.ts'
import { useSpeech } from '#web/text/text.ts'
import { EmptyNote } from '#web/ui/state-cards.tsx'
import '#web/styles/glossary.css'

const entries = Object.entries(glossary) as readonly [string, GlossaryEntry][]
const groups = Object.keys(glossaryGroups) as readonly GlossaryGroup[]

const matches = ({ term, meaning }: GlossaryEntry, asked: string): boolean =>
  [term.en, term.zh, meaning?.en ?? '', meaning?.zh ?? ''].some((text) => text.toLowerCase().includes(asked))

/** The words of the atlas in both languages, each with what it means here, and the names of all codes. */
export function GlossaryPage({ theme }: PageProps) {
  const { t } = useSpeech()
  const [asked, setAsked] = useState('')
  const found = entries.filter(([, entry]) => matches(entry, asked.trim().toLowerCase()))
  return (
    <PageFrame theme={theme} title={t('words.title')} lead={t('words.lead')}>
      <input
        className="input glossary-search"
        type="search"
        aria-label={t('words.find')}
        placeholder={t('words.find')}
        value={asked}
        onChange={({ target }) => setAsked(target.value)}
      />
      {found.length === 0 ? <EmptyNote title={t('words.nothing')} /> : null}
      {groups.map((group) => (
        <Group key={group} group={group} entries={found.filter(([, entry]) => entry.group === group)} />
      ))}
      <Codes />
    </PageFrame>
  )
}

interface GroupProps {
  readonly group: GlossaryGroup
  readonly entries: readonly (readonly [string, GlossaryEntry])[]
}

function Group({ group, entries: shown }: GroupProps) {
  const { say } = useSpeech()
  if (shown.length === 0) return null
  return (
    <section className="page-section">
      <h2>{say(glossaryGroups[group])}</h2>
      <dl className="glossary">
        {shown.map(([id, entry]) => (
          <Entry key={id} id={id} entry={entry} />
        ))}
      </dl>
    </section>
  )
}

/** Both languages side by side: a reader of one sees how the other says it. */
function Entry({ id, entry }: { readonly id: string; readonly entry: GlossaryEntry }) {
  const { t, say } = useSpeech()
  const { term, meaning, isChecked = false } = entry
  return (
    <div id={id}>
      <dt>
        <span lang="en">{term.en}</span>
        <span className="glossary-zh">
          <span lang="zh-Hans">{term.zh}</span>
          {isChecked ? <span className="tag">{t('words.checked')}</span> : null}
        </span>
      </dt>
      <dd>{meaning === undefined ? null : say(meaning)}</dd>
    </div>
  )
}

function Codes() {
  const { t, say } = useSpeech()
  const ids = Object.keys(vocabularies) as readonly VocabularyId[]
  const sorted = [...ids].sort((a, b) => say(vocabularies[a].title).localeCompare(say(vocabularies[b].title)))
  return (
    <section className="page-section">
      <h2>{t('words.codes')}</h2>
      <p className="panel-note">{t('words.codes_lead')}</p>
      <div className="code-lists">
        {sorted.map((id) => (
          <CodeList key={id} id={id} />
        ))}
      </div>
    </section>
  )
}

function CodeList({ id }: { readonly id: VocabularyId }) {
  const { t, say } = useSpeech()
  const { title, terms } = vocabularies[id]
  return (
    <details className="code-list">
      <summary>{say(title)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('words.code')}</th>
            <th scope="col">{t('words.english')}</th>
            <th scope="col">{t('words.chinese')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(terms).map(([code, term]) => (
            <tr key={code}>
              <td>
                <code>{code}</code>
              </td>
              <td lang="en">{term.en}</td>
              <td lang="zh-Hans">{term.zh}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
