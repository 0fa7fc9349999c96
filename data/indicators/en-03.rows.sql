-- Which mines lie within the radius of a protected area, or in the tier asked for?
select
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.iso3,
  p.region_id,
  p.loc_accuracy,
  t.tier,
  t.site_id,
  t.name_eng,
  t.distance_m,
  t.least_m,
  t.most_m,
  t.is_approx
from mine_places as p
join mine_tiers as t
  on t.mine_id = p.mine_id
where p.place_id = coalesce(cast($place as string), 'ALL')
  and (t.tier = cast($class as string)
    or (cast($class as string) = 'median_km' and p.is_located)
    or (cast($class as string) is null and p.is_located and t.distance_m <= cast($radius_km as double) * 1000))
order by t.distance_m nulls last, p.mine_id
