-- Which incident reports lie within the radius of a selected mine or are linked to one by their source, each once?
with near as (
  select p.feature_id, p.mine_id, p.mine_name, p.mine_name_zh, p.distance_m, p.n_mines, p.is_approx
  from selected_pairs as p
  where p.dataset = 'incident_reports' and p.place_in_row = 1
),
linked as (
  select i.incident_id
  from selected_incidents as i
  join selected_mines as m
    on m.mine_id = i.mine_id
  where i.link_basis = 'asserted'
)
select
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.time_precision,
  i.incident_type,
  i.issue,
  i.severity,
  i.mine_id,
  i.link_basis,
  i.iso3,
  i.region_id,
  i.latitude,
  i.longitude,
  i.admin1,
  i.location,
  i.geo_precision,
  i.loc_accuracy,
  i.fatalities,
  i.injured,
  i.displaced_people,
  i.fatalities_min,
  i.fatalities_max,
  i.verification,
  i.n_sources,
  i.is_before_ownership,
  i.is_running_total,
  i.sensitivity,
  i.source,
  i.source_url,
  i.verified,
  i.note,
  i.source_date,
  n.mine_id as nearest_mine_id,
  n.mine_name as nearest_mine_name,
  n.mine_name_zh as nearest_mine_name_zh,
  n.distance_m,
  case when n.feature_id is null then 0 else n.n_mines end as n_mines,
  n.is_approx as is_approx_distance,
  n.feature_id is not null as is_near,
  l.incident_id is not null as is_linked,
  i.geometry
from selected_incidents as i
left join near as n
  on n.feature_id = i.incident_id
left join linked as l
  on l.incident_id = i.incident_id
where n.feature_id is not null or l.incident_id is not null
