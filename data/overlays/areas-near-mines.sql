-- Which counted protected areas lie within the radius of a selected mine, each once with the nearest mine?
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
  p.mine_id as nearest_mine_id,
  p.mine_name as nearest_mine_name,
  p.mine_name_zh as nearest_mine_name_zh,
  p.distance_m,
  p.n_mines,
  p.is_approx as is_approx_distance,
  a.geometry
from selected_pairs as p
join protected_areas as a
  on a.site_id = p.feature_id and a.is_counted
where p.dataset = 'protected_areas' and p.place_in_row = 1
