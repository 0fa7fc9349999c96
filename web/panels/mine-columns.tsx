import { useMemo } from 'react'
import type { Field } from '#data/field.ts'
import { mineExposure } from '#data/overlays/mine-exposure.ts'
import { parameters } from '#data/parameters.ts'
import { vocabularies } from '#data/vocabularies.ts'
import type { Row } from '#web/api/features.ts'
import { formatCount, formatExact, formatList } from '#web/encoding/format.ts'
import { useCountryNames } from '#web/panels/use-country-names.ts'
import { useSpeech } from '#web/text/text.ts'
import type { TableColumn } from '#web/ui/table-model.ts'

const fields: Readonly<Record<string, Field>> = mineExposure.fields
const commodityFields = ['commod1', 'commod2', 'commod3'] as const

export function mineName(row: Row, language: 'en' | 'zh'): string {
  return String((language === 'zh' ? row.mine_name_zh : null) ?? row.mine_name)
}

/** The number in a column; people where nobody is listed are no data, not zero. */
const numberAt = (row: Row, name: string): number | undefined => {
  const value = row[name]
  if (name === 'population' && !(Number(row.communities) > Number(row.population_unknown))) return undefined
  return typeof value === 'number' ? value : undefined
}

/** The columns of the mine table; where it is narrow only those that carry the comparison. */
export function useMineColumns(radius_km: number, width: number): readonly TableColumn<Row>[] {
  const { t, say, language, nameOf } = useSpeech()
  const { nameOfCountry } = useCountryNames()
  const isNarrow = width > 0 && width < 480
  const isMedium = width > 0 && width < 690
  return useMemo(() => {
    const radius = formatExact(radius_km, language)
    const help = (name: string) => (fields[name] === undefined ? {} : { help: say(fields[name].label) })
    const number = (name: string, header: string, show: (value: number) => string, weight = 9): TableColumn<Row> => ({
      id: name,
      header,
      weight,
      isNumber: true,
      ...help(name),
      value: (row) => numberAt(row, name),
      cell: (row) => {
        const value = numberAt(row, name)
        return value === undefined ? <span className="is-missing">{t('value.none_short')}</span> : show(value)
      },
    })
    const words = (id: string, header: string, text: (row: Row) => string, weight: number): TableColumn<Row> => ({
      id,
      header,
      weight,
      ...help(id),
      value: (row) => text(row) || undefined,
      cell: (row) => <span title={text(row)}>{text(row)}</span>,
    })
    const count = (value: number) => formatCount(value, language)
    const commodities = (row: Row) =>
      formatList(
        commodityFields.flatMap((name) => (row[name] ? [nameOf('commodity', String(row[name]))] : [])),
        language,
      )
    const name = words('mine_name', say(parameters.mine.label), (row) => mineName(row, language), isNarrow ? 16 : 20)
    const nearest = number(
      'nearest_area_m',
      t('table.nearest_area'),
      (metres) => (metres === 0 ? t('table.inside') : formatExact(metres / 1000, language)),
      12,
    )
    const people = number('population', t('table.people', { radius }), count, 11)
    if (isNarrow) return [name, nearest, people]
    const all = [
      name,
      words('iso3', say(parameters.country.label), (row) => nameOfCountry(String(row.iso3)), 17),
      words('commod1', say(vocabularies.commodity.title), commodities, 14),
      nearest,
      number('communities', t('table.communities', { radius }), count),
      people,
      number('incidents_near', t('table.incidents', { radius }), count),
      words('loc_accuracy', t('table.location'), (row) => nameOf('location_accuracy', String(row.loc_accuracy)), 16),
    ]
    return isMedium ? all.filter(({ id }) => id !== 'commod1' && id !== 'loc_accuracy') : all
  }, [radius_km, isNarrow, isMedium, language, t, say, nameOf, nameOfCountry])
}
