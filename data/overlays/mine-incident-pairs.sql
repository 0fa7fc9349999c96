-- Which incident reports lie within the radius of which selected mine, and which of them name it?
select
  x.pair_id,
  m.mine_id,
  m.mine_name,
  m.mine_name_zh,
  m.iso3 as mine_iso3,
  m.region_id as mine_region_id,
  m.loc_accuracy as mine_loc_accuracy,
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.incident_type,
  i.severity,
  i.verification,
  i.iso3,
  i.geo_precision,
  case when x.is_inside then 'inside' else 'within' end as relation,
  x.distance_m,
  x.uncertainty_m,
  case
    when x.is_inside then 0
    when x.distance_m <= 1000 then 1
    when x.distance_m <= 5000 then 5
    when x.distance_m <= 10000 then 10
    when x.distance_m <= 20000 then 20
    else 50
  end as ring_km,
  x.is_approx,
  coalesce(i.mine_id = m.mine_id and i.link_basis = 'asserted', false) as is_linked,
  m.geometry
from proximity as x
join selected_mines as m
  on m.mine_id = x.mine_id
join selected_incidents as i
  on i.incident_id = x.feature_id
where x.dataset = 'incident_reports' and x.distance_m <= cast($radius_km as double) * 1000
