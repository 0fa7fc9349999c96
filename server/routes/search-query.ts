import type { Query } from '#server/engine/engine.ts'
import { badParameters, onlyText, type QueryTexts } from '#server/engine/parameters.ts'

const sql = `-- Which mines, host communities and protected areas have this text in their name?
with named as (
  select p.mine_dataset as dataset, p.mine_id as id, p.mine_name as name_en, p.mine_name_zh as name_zh,
    cast(null as string) as local_name, p.iso3, p.geometry,
    case p.mine_dataset when 'pilot_mines' then 0 else 2 end as kind, cast(null as bigint) as population
  from all_mines as p
  union all
  select 'host_communities', c.community_id, c.name, c.name_zh, null, c.iso3, c.geometry, 3, c.population
  from host_communities as c
  union all
  select 'protected_areas', a.site_id, a.name_eng, null, a.name, a.iso3, a.geometry, 1, null
  from protected_areas as a
)
select n.dataset, n.id, n.name_en, n.name_zh, n.iso3,
  st_x(st_centroid(n.geometry)) as longitude, st_y(st_centroid(n.geometry)) as latitude
from named as n
where position(lower(cast($q as string)) in lower(n.name_en)) > 0
  or position(lower(cast($q as string)) in lower(n.name_zh)) > 0
  or position(lower(cast($q as string)) in lower(n.local_name)) > 0
order by
  case when position(lower(cast($q as string)) in lower(n.name_en)) = 1
    or position(lower(cast($q as string)) in lower(n.name_zh)) = 1 then 0 else 1 end,
  n.kind, n.population desc nulls last, n.name_en, n.id
limit 20`

/** Plain text search: no patterns, so nothing in the text has a meaning of its own. */
export const searchQuery = (text: string): Query => ({ sql, parameters: { q: { type: 'string', value: text } } })

/** @throws {Problem} `bad_parameter` */
export function readSearchText(query: QueryTexts): string {
  const unknown = Object.keys(query).filter((name) => name !== 'q')
  if (unknown.length > 0) throw badParameters(unknown.map((parameter) => ({ parameter, reason: 'is not one of q' })))
  const only = onlyText(query.q ?? [])
  const text = 'text' in only ? only.text.trim() : ''
  if ('reason' in only) throw badParameters([{ parameter: 'q', reason: only.reason }])
  if (text === '' || text.length > 100 || /\p{Cc}/u.test(text)) {
    throw badParameters([{ parameter: 'q', reason: 'must be a text of 1 to 100 characters' }])
  }
  return text
}
