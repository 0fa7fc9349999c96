-- Which counted protected areas lie within the radius of a selected mine, each once with the nearest mine?
with near as (
  select
    x.feature_id,
    x.distance_m,
    x.is_approx,
    m.mine_id,
    m.mine_name,
    m.mine_name_zh,
    row_number() over (partition by x.feature_id order by x.distance_m, m.mine_id) as place_in_row,
    count(*) over (partition by x.feature_id) as n_mines
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  where x.dataset = 'protected_areas' and x.distance_m <= cast($radius_km as double) * 1000
)
select
  a.site_id,
  a.name_eng,
  a.name,
  a.desig_eng,
  a.desig_type,
  a.iucn_cat,
  a.int_crit,
  a.realm,
  a.iso3,
  a.region_id,
  a.latitude,
  a.longitude,
  a.status,
  a.status_yr,
  a.rep_area_km2,
  a.gis_area_km2,
  a.is_approx,
  a.is_counted,
  a.source,
  a.source_url,
  a.verified,
  a.note,
  n.mine_id as nearest_mine_id,
  n.mine_name as nearest_mine_name,
  n.mine_name_zh as nearest_mine_name_zh,
  n.distance_m,
  cast(n.n_mines as int) as n_mines,
  n.is_approx as is_approx_distance,
  a.geometry
from near as n
join protected_areas as a
  on a.site_id = n.feature_id and a.is_counted
where n.place_in_row = 1
