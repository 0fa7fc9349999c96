-- Which countries with a Chinese-owned mine have an active or completed pilot, and how many?
with pilot as (
  select g.mine_id, count(*) as pilots
  from programme as g
  where g.stage in ('AGREED', 'ASSESSMENT', 'IMPLEMENTATION', 'COMPLETED')
  group by g.mine_id
)
select
  p.iso3,
  r.name_en,
  r.name_zh,
  p.region_id,
  cast(sum(case when p.ownership_class not in ('FOREIGN', 'UNKNOWN') then 1 else 0 end) as int) as mines,
  cast(sum(coalesce(g.pilots, 0)) as int) as pilots
from mine_places as p
left join region_countries as r
  on r.iso3 = p.iso3
left join pilot as g
  on g.mine_id = p.mine_id
where p.place_id = coalesce(cast($place as string), 'ALL')
group by p.iso3, r.name_en, r.name_zh, p.region_id
having sum(case when p.ownership_class not in ('FOREIGN', 'UNKNOWN') then 1 else 0 end) > 0
  and sum(coalesce(g.pilots, 0)) > 0
order by p.iso3
