/** Statement for so many communities on top of the tiny world, in no order, with the texts that are hard to write. */
export const manyCommunities = (count: number): string => `
insert into host_communities (community_id, name, name_zh, feature_code, iso3, region_id, latitude, longitude, population, geometry)
select
  'n' || lpad(cast(n as string), 7, '0'),
  case n % 4 when 0 then '=1+' || n when 1 then 'Say "' || n || '", she said' when 2 then 'Line' || chr(10) || 'two <&>' else 'Town ' || n end,
  case when n % 3 = 0 then '镇' || n end,
  'PPL', 'AAA', 'AFR', y, x, n, st_point(x, y)
from (
  select (i * 7919) % ${count} as n, (i % 2000) / 1000.0 as x, (i % 1999) / 1000.0 as y from range(${count}) as t(i)
)`
