-- Which reports with a number of displaced people are near a located mine of the place or name one of its mines?
with candidate as (
  select i.place_id, i.incident_id, 0 as is_linked, i.distance_m
  from incident_places as i
  union all
  select i.place_id, i.incident_id, 1 as is_linked, cast(null as double) as distance_m
  from linked_incidents as i
),
report as (
  select c.incident_id, max(c.is_linked) as is_linked, min(c.distance_m) as distance_m
  from candidate as c
  where c.place_id = coalesce(cast($place as string), 'ALL')
  group by c.incident_id
)
select
  a.incident_id,
  a.title_en,
  a.title_zh,
  a.event_date,
  a.incident_type,
  a.severity,
  a.verification,
  a.n_sources,
  a.iso3,
  a.region_id,
  a.mine_id,
  r.is_linked = 1 as is_linked,
  r.distance_m,
  a.displaced_people
from report as r
join public_incidents as a
  on a.incident_id = r.incident_id and a.displaced_people is not null
where r.is_linked = 1 or r.distance_m <= cast($radius_km as double) * 1000
order by a.displaced_people desc, a.incident_id
