-- How large is the footprint of each selected mine that has one, and how much of it is protected land?
select
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.iso3,
  p.region_id,
  p.loc_accuracy,
  f.footprint_ha,
  f.protected_ha
from mine_places as p
join footprint_protected_land as f
  on f.mine_id = p.mine_id
where p.place_id = coalesce(cast($place as string), 'ALL')
order by f.protected_ha desc, p.mine_id
