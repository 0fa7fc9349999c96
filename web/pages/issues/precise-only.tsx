import { useQuery } from '@tanstack/react-query'
import { parameters } from '#data/parameters.ts'
import { facetsQuery } from '#web/api/queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Checkbox } from '#web/ui/checkbox.tsx'

/** Counts with precise locations only, and says what that leaves out. */
export function PreciseOnly() {
  const { t, say, language } = useSpeech()
  const [view, change] = useView()
  const { data } = useQuery(facetsQuery(useFilter()))
  const dropped = data?.dropped
  return (
    <Checkbox
      isSelected={view.precise_only}
      onChange={(precise_only) => change({ precise_only: precise_only || null })}
    >
      {say(parameters.precise_only.label)}
      {dropped === undefined ? null : (
        <span className="checkbox-note">
          {t(view.precise_only ? 'filters.drops' : 'filters.would_drop', {
            mines: formatCount(dropped.mines, language),
            incidents: formatCount(dropped.incidents, language),
          })}
        </span>
      )}
    </Checkbox>
  )
}
