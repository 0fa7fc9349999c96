-- Which entries of the newest list of conflict-affected and high-risk areas name the country of one mine?
with newest as (
  select max(c.list_version) as list_version
  from cahra_areas as c
)
select
  c.cahra_id,
  c.iso3,
  c.list_name,
  c.list_version,
  c.source,
  c.source_url
from cahra_areas as c
join newest as n
  on n.list_version = c.list_version
join all_mines as m
  on m.iso3 = c.iso3
where m.mine_id = cast($mine as string)
order by c.cahra_id
