-- Which located mines lie inside a World Heritage site, or within the radius of one, and of which first?
with site as (
  select
    x.mine_id,
    x.feature_id,
    x.distance_m,
    x.is_inside,
    x.is_approx,
    row_number() over (partition by x.mine_id order by x.distance_m, x.is_inside desc, x.feature_id) as place_in_row
  from proximity as x
  join protected_areas as a
    on a.site_id = x.feature_id and a.is_counted
  where x.dataset = 'protected_areas'
    and a.int_crit in ('World Heritage (natural)', 'World Heritage (cultural)', 'World Heritage (mixed)')
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
  s.distance_m,
  s.is_approx,
  s.is_inside
from mine_places as p
join site as s
  on s.mine_id = p.mine_id and s.place_in_row = 1
join protected_areas as a
  on a.site_id = s.feature_id
where p.place_id = coalesce(cast($place as string), 'ALL')
  and case coalesce(cast($class as string), 'inside')
    when 'inside' then s.is_inside
    else not s.is_inside and s.distance_m <= cast($radius_km as double) * 1000
  end
order by s.distance_m, p.mine_id
