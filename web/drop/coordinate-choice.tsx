import { useState } from 'react'
import type { Coordinates } from '#web/drop/parsed.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { Choice } from '#web/ui/choice.tsx'

interface Props {
  readonly columns: readonly string[]
  readonly onChoose: (chosen: Coordinates) => void
}

/** The reader says which columns hold the place, where their names do not. */
export function CoordinateChoice({ columns, onChoose }: Props) {
  const { t } = useSpeech()
  const [longitude, setLongitude] = useState(columns[0] ?? '')
  const [latitude, setLatitude] = useState(columns[1] ?? '')
  const options = columns.map((column) => ({ id: column, label: column }))
  return (
    <div className="fields">
      <Choice label={t('drop.longitude')} options={options} value={longitude} onChange={setLongitude} />
      <Choice label={t('drop.latitude')} options={options} value={latitude} onChange={setLatitude} />
      <Button isDisabled={longitude === latitude} onPress={() => onChoose({ longitude, latitude })}>
        {t('drop.place')}
      </Button>
    </div>
  )
}
