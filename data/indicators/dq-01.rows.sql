-- Which selected mines have a precise location?
select
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.iso3,
  p.region_id,
  p.loc_accuracy
from mine_places as p
where p.place_id = coalesce(cast($place as string), 'ALL')
  and p.loc_accuracy in ('COORDINATES', 'EXACT_LOCATION')
order by p.mine_id
