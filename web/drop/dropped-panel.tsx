import { Suspense, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { CoordinateChoice } from '#web/drop/coordinate-choice.tsx'
import { type Dropped, forgetFile, openFile, useDropped } from '#web/drop/dropped.ts'
import { DroppedTable } from '#web/drop/dropped-table.tsx'
import type { FileProblem, Note } from '#web/drop/parsed.ts'
import { formatCount, formatList } from '#web/encoding/format.ts'
import { later } from '#web/later.ts'
import { type TextId, useSpeech } from '#web/text/text.ts'
import { Button, IconButton } from '#web/ui/button.tsx'

const OverlayDialog = later(async () => (await import('#web/drop/overlay-dialog.tsx')).OverlayDialog)

const accepted = ['.csv', '.tsv', '.xlsx', '.geojson', '.json', '.geojsonl', '.zip', '.fgb', '.kml', '.kmz']

const problems: Readonly<Record<FileProblem, TextId>> = {
  unknown_format: 'drop.unknown_format',
  too_large: 'drop.too_large',
  unreadable: 'drop.unreadable',
  empty: 'drop.empty',
  other_projection: 'drop.other_projection',
  choose_coordinates: 'drop.choose_coordinates',
  too_many: 'drop.too_many',
}
const notes: Readonly<Record<Note, TextId>> = {
  windows_1252: 'drop.windows_1252',
  no_projection: 'drop.no_projection',
  first_sheet: 'drop.first_sheet',
  first_layer: 'drop.first_layer',
}

/** The reader's own file: chosen here or dropped on the map, shown on it, and forgotten with the tab. */
export function DroppedPanel() {
  const { t } = useSpeech()
  const dropped = useDropped()
  return (
    <>
      <div aria-live="polite">
        {dropped.status === 'none' ? <p className="panel-note">{t('drop.how')}</p> : <DroppedFile dropped={dropped} />}
      </div>
      <FileTrigger
        acceptedFileTypes={accepted}
        onSelect={(files) => {
          const [file] = files ?? []
          if (file !== undefined) void openFile(file)
        }}
      >
        <Button>{t(dropped.status === 'none' ? 'drop.open' : 'drop.open_other')}</Button>
      </FileTrigger>
      <p className="panel-note">{t('drop.privacy')}</p>
    </>
  )
}

type Present = Exclude<Dropped, { status: 'none' }>

function DroppedFile({ dropped }: { readonly dropped: Present }) {
  const { t } = useSpeech()
  return (
    <div className="dropped">
      <div className="dropped-head">
        <span className="dropped-mark" aria-hidden="true" />
        <strong className="dropped-name">{dropped.file.name}</strong>
        <IconButton icon="close" label={t('drop.forget')} onPress={forgetFile} />
      </div>
      {dropped.status === 'reading' ? <p>{t('drop.reading')}</p> : null}
      {dropped.status === 'failed' ? <DroppedProblem dropped={dropped} /> : null}
      {dropped.status === 'shown' ? <DroppedFacts dropped={dropped} /> : null}
    </div>
  )
}

function DroppedProblem({ dropped }: { readonly dropped: Extract<Dropped, { status: 'failed' }> }) {
  const { t } = useSpeech()
  return (
    <>
      <p role="alert">{t(problems[dropped.problem])}</p>
      {dropped.problem === 'choose_coordinates' ? (
        <CoordinateChoice
          key={dropped.file.name}
          columns={dropped.columns}
          onChoose={(chosen) => void openFile(dropped.file, chosen)}
        />
      ) : null}
    </>
  )
}

function DroppedFacts({ dropped }: { readonly dropped: Extract<Dropped, { status: 'shown' }> }) {
  const { t, language } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const [isOverlay, setOverlay] = useState(false)
  const { features, bad, coordinates, notes: noted, repaired } = dropped.parsed
  const count = (n: number) => formatCount(n, language)
  return (
    <>
      <p>{t('drop.read', { shown: count(features.length), all: count(features.length + bad.length) })}</p>
      {coordinates === null ? null : <p className="panel-note">{t('drop.placed_by', { ...coordinates })}</p>}
      {repaired === null ? null : (
        <p className="panel-note">
          {t('drop.repaired', { n: repaired.records, columns: formatList(repaired.columns, language) })}
        </p>
      )}
      {noted.map((note) => (
        <p key={note} className="panel-note">
          {t(notes[note])}
        </p>
      ))}
      <p>
        <Button kind="link" onPress={() => setOpen(true)}>
          {t(bad.length === 0 ? 'drop.rows' : 'drop.rows_and_bad', { bad: count(bad.length) })}
        </Button>
      </p>
      {features.length === 0 ? null : <Button onPress={() => setOverlay(true)}>{t('own.button')}</Button>}
      <Suspense fallback={null}>
        {isOverlay ? (
          <OverlayDialog file={dropped.file} parsed={dropped.parsed} onClose={() => setOverlay(false)} />
        ) : null}
      </Suspense>
      {isOpen ? <DroppedTable file={dropped.file} parsed={dropped.parsed} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
