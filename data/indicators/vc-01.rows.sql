-- Which selected mines lie in a country that the newest list of conflict-affected and high-risk areas names, and which list is it?
with ranked as (
  select
    c.iso3,
    c.list_name,
    c.list_version,
    max(c.list_version) over () as newest_version,
    row_number() over (partition by c.iso3 order by c.list_version desc, c.cahra_id) as place_in_row
  from cahra_areas as c
)
select
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.iso3,
  p.region_id,
  p.loc_accuracy,
  r.list_name,
  r.list_version
from mine_places as p
join ranked as r
  on r.iso3 = p.iso3 and r.list_version = r.newest_version and r.place_in_row = 1
where p.place_id = coalesce(cast($place as string), 'ALL')
order by p.iso3, p.mine_id
