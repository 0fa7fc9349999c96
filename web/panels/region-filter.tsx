import { useQuery } from '@tanstack/react-query'
import { parameters } from '#data/parameters.ts'
import { type CodeOf, codesOf } from '#data/vocabularies.ts'
import { facetsQuery } from '#web/api/queries.ts'
import { formatCount } from '#web/encoding/format.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Toggles } from '#web/ui/toggles.tsx'

const regions = codesOf('region')

/** All regions, or any of the four, each with how many mines it holds. */
export function RegionFilter() {
  const { t, language, say, nameOf } = useSpeech()
  const [view, change] = useView()
  const { data: facets } = useQuery(facetsQuery(useFilter()))
  const countOf = (region: string) => facets?.facets.find((f) => f.parameter === 'region' && f.value === region)?.n ?? 0
  const note = (n: number) => (facets === undefined ? {} : { note: formatCount(n, language) })
  const options = [
    { id: 'ALL' as const, label: t('region.all'), ...note(regions.reduce((sum, region) => sum + countOf(region), 0)) },
    ...regions.map((id) => ({ id, label: nameOf('region', id), ...note(countOf(id)) })),
  ]
  const choose = (chosen: ('ALL' | CodeOf<'region'>)[]) => {
    const isAll = chosen.includes('ALL') && view.region.length > 0
    const region = isAll ? [] : regions.filter((id) => chosen.includes(id))
    change({ region: region.length === regions.length ? [] : region, country: null, at: null })
  }
  return (
    <Toggles
      label={say(parameters.region.label)}
      options={options}
      value={view.region.length === 0 ? ['ALL'] : view.region}
      onChange={choose}
    />
  )
}
