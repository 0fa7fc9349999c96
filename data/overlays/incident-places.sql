-- Which incident reports that count in rates are linked to or near the located mines of each place, each once a place?
with pair as (
  select p.place_id, p.mine_id, i.incident_id, 1 as is_linked
  from mine_places as p
  join rate_incidents as i
    on i.mine_id = p.mine_id and i.link_basis = 'asserted'
  where p.is_located
  union
  select p.place_id, p.mine_id, i.incident_id, 0 as is_linked
  from mine_places as p
  join proximity as x
    on x.mine_id = p.mine_id and x.dataset = 'incident_reports'
  join rate_incidents as i
    on i.incident_id = x.feature_id
),
ranked as (
  select
    p.place_id,
    p.incident_id,
    p.mine_id,
    max(p.is_linked) over (partition by p.place_id, p.incident_id) as is_linked,
    min(x.distance_m) over (partition by p.place_id, p.incident_id) as distance_m,
    min(x.distance_m - x.uncertainty_m) over (partition by p.place_id, p.incident_id) as least_m,
    min(x.distance_m + x.uncertainty_m) over (partition by p.place_id, p.incident_id) as most_m,
    row_number() over (
      partition by p.place_id, p.incident_id
      order by p.is_linked desc, x.distance_m nulls last, p.mine_id
    ) as place_in_row
  from pair as p
  left join proximity as x
    on x.mine_id = p.mine_id and x.feature_id = p.incident_id and x.dataset = 'incident_reports'
)
select
  r.place_id,
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.incident_type,
  i.severity,
  i.verification,
  i.n_sources,
  i.iso3,
  i.region_id,
  i.geo_precision,
  r.is_linked = 1 as is_linked,
  r.mine_id,
  r.distance_m,
  case when r.least_m < 0 then 0 else r.least_m end as least_m,
  r.most_m
from ranked as r
join rate_incidents as i
  on i.incident_id = r.incident_id
where r.place_in_row = 1
