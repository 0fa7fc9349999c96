-- Which located mines lie inside a protected area, and in which one first?
with inside as (
  select
    x.mine_id, x.feature_id, x.distance_m, x.is_approx,
    row_number() over (partition by x.mine_id order by a.rep_area_km2 desc nulls last, x.feature_id) as rank
  from proximity as x
  join protected_areas as a
    on a.site_id = x.feature_id and a.is_counted
  where x.dataset = 'protected_areas' and x.is_inside
)
select
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.iso3,
  p.region_id,
  p.loc_accuracy,
  a.site_id,
  a.name_eng,
  a.iucn_cat,
  i.distance_m,
  i.is_approx
from mine_places as p
join inside as i
  on i.mine_id = p.mine_id and i.rank = 1
join protected_areas as a
  on a.site_id = i.feature_id
where p.place_id = coalesce(cast($place as string), 'ALL')
order by p.mine_id
