import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Exported } from '#web/api/export-url.ts'
import { ExportList } from '#web/panels/export-list.tsx'
import { type Program, programs, type Snippet, snippetsFor, tilesOf } from '#web/panels/open-in-words.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { Choice } from '#web/ui/choice.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

/** Rows that can be opened elsewhere; a map has several kinds, each by its name. */
export interface OpenChoice {
  readonly id: string
  readonly name?: string
  readonly rows: Exported
}

interface Props {
  readonly choices: readonly OpenChoice[]
  readonly onClose: () => void
}

/** How to have the same rows in QGIS, GDAL, Python, R and DuckDB, or as a file: addresses and lines to copy. */
export function OpenInDialog({ choices, onClose }: Props) {
  const { t } = useSpeech()
  const [id, setId] = useState(choices[0]?.id ?? '')
  const chosen = choices.find((choice) => choice.id === id) ?? choices[0]
  if (chosen === undefined) return null
  return (
    <Dialog
      title={t('open_in.title')}
      subtitle={t('open_in.subtitle')}
      closeLabel={t('dialog.close')}
      isOpen
      size="narrow"
      onClose={onClose}
    >
      {choices.length < 2 ? null : (
        <div className="open-in-choice">
          <Choice
            label={t('open_in.layer')}
            options={choices.map((choice) => ({ id: choice.id, label: choice.name ?? choice.id }))}
            value={chosen.id}
            onChange={setId}
          />
        </div>
      )}
      <Tabs className="tabs">
        <TabList className="tab-list" aria-label={t('open_in.title')}>
          {programs.map((program) => (
            <Tab key={program} id={program} className="tab">
              {programNames[program]}
            </Tab>
          ))}
          <Tab id="files" className="tab">
            {t('open_in.files')}
          </Tab>
        </TabList>
        {programs.map((program) => (
          <TabPanel key={program} id={program} className="tab-panel is-scrolling">
            <ForProgram program={program} rows={chosen.rows} />
          </TabPanel>
        ))}
        <TabPanel id="files" className="tab-panel is-scrolling">
          <ExportList rows={chosen.rows} />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}

const programNames: Readonly<Record<Program, string>> = {
  qgis: 'QGIS',
  gdal: 'GDAL, curl',
  python: 'Python',
  r: 'R',
  duckdb: 'DuckDB',
}

function ForProgram({ program, rows }: { readonly program: Program; readonly rows: Exported }) {
  const { t } = useSpeech()
  const { origin } = window.location
  return (
    <>
      <p className="open-in-how">{t(`open_in.how_${program}`)}</p>
      {snippetsFor(program, rows, origin).map((snippet) => (
        <CopyBox key={snippet.id} title={t(`open_in.${snippet.id}`)} text={snippet.text} />
      ))}
      {program === 'qgis' && 'collection' in rows ? (
        <CopyBox title={t('open_in.tiles')} text={tilesOf(rows.collection, origin)} />
      ) : null}
    </>
  )
}

/** Something to be copied as it stands. */
function CopyBox({ title, text }: { readonly title: string; readonly text: Snippet['text'] }) {
  const { t } = useSpeech()
  const [copied, setCopied] = useState<string | null>(null)
  const isCopied = copied === text
  return (
    <section className="statement">
      <header className="statement-head">
        <h3>{title}</h3>
        <Button
          icon={isCopied ? 'check' : 'copy'}
          kind="quiet"
          onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(text))}
        >
          {t(isCopied ? 'sql.copied' : 'sql.copy')}
        </Button>
      </header>
      <pre className="statement-sql" lang="en">
        <code>{text}</code>
      </pre>
    </section>
  )
}
