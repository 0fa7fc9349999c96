-- Which incident reports lie within the radius of which selected mine, and which of them name it?
select
  p.pair_id,
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.mine_iso3,
  p.mine_region_id,
  p.mine_loc_accuracy,
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.incident_type,
  i.severity,
  i.verification,
  i.iso3,
  i.geo_precision,
  p.relation,
  p.distance_m,
  p.uncertainty_m,
  p.ring_km,
  p.is_approx,
  coalesce(i.mine_id = p.mine_id and i.link_basis = 'asserted', false) as is_linked,
  p.geometry
from selected_pairs as p
join selected_incidents as i
  on i.incident_id = p.feature_id
where p.dataset = 'incident_reports'
