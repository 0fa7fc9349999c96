import { useQuery } from '@tanstack/react-query'
import type { ParameterId } from '#data/parameters.ts'
import { parameters } from '#data/parameters.ts'
import { codesOf, type VocabularyId, vocabularies } from '#data/vocabularies.ts'
import { type Facets, facetsQuery } from '#web/api/queries.ts'
import { formatCount, formatList } from '#web/encoding/format.ts'
import { PeriodFilter } from '#web/panels/period-filter.tsx'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { useFilter, useView } from '#web/state/use-view.ts'
import { widenAll } from '#web/state/view.ts'
import { useSpeech } from '#web/text/text.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { ManyChoice } from '#web/ui/many-choice.tsx'
import { Toggles } from '#web/ui/toggles.tsx'

/** How many features each value of a parameter would leave, everything else being as it is; null while unknown. */
function countIn(facets: Facets | undefined, parameter: ParameterId, value: string): number | null {
  if (facets === undefined) return null
  return facets.facets.find((facet) => facet.parameter === parameter && facet.value === value)?.n ?? 0
}

/** What the questions are narrowed by; every control shows what its values would leave. */
export function FilterPanel() {
  const { t } = useSpeech()
  const [view, change] = useView()
  const { data: facets } = useQuery(facetsQuery(useFilter()))
  const isNarrowed = Object.keys(widenAll).some((id) => {
    const value = view[id as keyof typeof widenAll]
    return Array.isArray(value) ? value.length > 0 : Boolean(value)
  })
  return (
    <section className="panel-section" aria-labelledby="filters-heading">
      <header className="section-head">
        <h2 id="filters-heading" className="section-title">
          {t('filters.title')}
        </h2>
        {isNarrowed ? (
          <Button kind="link" onPress={() => change(widenAll)}>
            {t('filters.clear')}
          </Button>
        ) : null}
      </header>
      <MineChoice facets={facets} />
      <div className="fields">
        <CountryFilter facets={facets} />
        <CodeFilter id="commodity" vocabulary="commodity" facets={facets} />
        <CodeFilter id="status" vocabulary="mine_status" facets={facets} />
        <CodeFilter id="ownership" vocabulary="ownership_class" facets={facets} />
        <CodeFilter id="incident_type" vocabulary="incident_type" facets={facets} />
        <PeriodFilter />
      </div>
      <PreciseOnly facets={facets} />
    </section>
  )
}

interface FacetProps {
  readonly facets: Facets | undefined
}

function MineChoice({ facets }: FacetProps) {
  const { language, say, nameOf } = useSpeech()
  const [view, change] = useView()
  const options = codesOf('mine_dataset').map((id) => {
    const n = facets?.layers[id].n
    return { id, label: nameOf('mine_dataset', id), ...(n !== undefined && { note: formatCount(n, language) }) }
  })
  return (
    <Toggles
      look="segments"
      isSingle
      label={say(vocabularies.mine_dataset.title)}
      options={options}
      value={[view.mine_dataset]}
      onChange={([mine_dataset]) => change({ mine_dataset: mine_dataset ?? null, select: null })}
    />
  )
}

interface CodeFilterProps extends FacetProps {
  readonly id: 'commodity' | 'status' | 'ownership' | 'incident_type'
  readonly vocabulary: VocabularyId
}

function CodeFilter({ id, vocabulary, facets }: CodeFilterProps) {
  const { t, language, say, nameOf } = useSpeech()
  const [view, change] = useView()
  const chosen: readonly string[] = view[id]
  const options = codesOf(vocabulary).flatMap((code) => {
    const n = countIn(facets, id, code)
    if (n === 0 && !chosen.includes(code)) return []
    return [
      { id: code as string, label: nameOf(vocabulary, code), ...(n !== null && { note: formatCount(n, language) }) },
    ]
  })
  const names = chosen.map((code) => nameOf(vocabulary, code))
  return (
    <ManyChoice
      label={say(parameters[id].label)}
      summary={chosen.length === 0 ? t('filters.all', { count: options.length }) : formatList(names, language)}
      options={options}
      value={chosen}
      onChange={(codes) => change({ [id]: codes })}
      clearLabel={t('filters.clear_one')}
    />
  )
}

function CountryFilter({ facets }: FacetProps) {
  const { t, language, say } = useSpeech()
  const [view, change] = useView()
  const { nameOfCountry, countries } = useCountryNames()
  const regions = new Set<string>(view.region)
  const options = countries
    .filter(({ region_id }) => regions.size === 0 || regions.has(region_id))
    .map(({ iso3 }) => ({ id: iso3, label: nameOfCountry(iso3), n: countIn(facets, 'country', iso3) }))
    .filter(({ id, n }) => n !== 0 || view.country.includes(id))
    .sort((a, b) => (b.n ?? 0) - (a.n ?? 0) || a.label.localeCompare(b.label))
    .map(({ id, label, n }) => ({ id, label, ...(n !== null && { note: formatCount(n, language) }) }))
  const names = view.country.map(nameOfCountry)
  return (
    <ManyChoice
      label={say(parameters.country.label)}
      summary={names.length === 0 ? t('filters.all', { count: options.length }) : formatList(names, language)}
      options={options}
      value={view.country}
      onChange={(country) => change({ country })}
      clearLabel={t('filters.clear_one')}
      searchLabel={t('filters.search_country')}
    />
  )
}

function PreciseOnly({ facets }: FacetProps) {
  const { t, say, language } = useSpeech()
  const [view, change] = useView()
  const dropped = facets?.dropped
  return (
    <Checkbox isSelected={view.precise_only} onChange={(precise_only) => change({ precise_only })}>
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
