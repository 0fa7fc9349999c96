-- Which ground does each region cover?
with ground as (
  select r.region_id, st_simplifypreservetopology(st_union_agg(c.geometry), 0.02) as geometry
  from region_countries as r
  join countries as c
    on c.iso3 = r.iso3
  group by r.region_id
)
select r.region_id, r.name_en, r.name_zh, g.geometry
from regions as r
left join ground as g
  on g.region_id = r.region_id
order by r.region_id
