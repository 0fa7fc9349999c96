-- How much protected land lies within the ring of each mine? Rings overlap, so these do not add up to the number.
select
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.iso3,
  p.region_id,
  p.loc_accuracy,
  r.radius_km as ring_km,
  r.area_ha
from mine_places as p
join ring_protected_land as r
  on r.mine_id = p.mine_id and r.mine_dataset = p.mine_dataset and r.place_id = p.place_id
    and r.radius_km = cast($ring_km as int)
where p.place_id = coalesce(cast($place as string), 'ALL')
order by r.area_ha desc, p.mine_id
