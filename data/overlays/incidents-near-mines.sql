-- Which incident reports lie within the radius of a selected mine or are linked to one by their source, each once?
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
  where x.dataset = 'incident_reports' and x.distance_m <= cast($radius_km as double) * 1000
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
  cast(coalesce(n.n_mines, 0) as int) as n_mines,
  n.is_approx as is_approx_distance,
  n.feature_id is not null as is_near,
  l.incident_id is not null as is_linked,
  i.geometry
from selected_incidents as i
left join near as n
  on n.feature_id = i.incident_id and n.place_in_row = 1
left join linked as l
  on l.incident_id = i.incident_id
where n.feature_id is not null or l.incident_id is not null
