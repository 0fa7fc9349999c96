-- How many displaced people do reports give that are near a located mine of the place or name one of its mines?
with candidate as (
  select i.place_id, i.incident_id, i.distance_m, i.least_m, i.most_m
  from incident_places as i
  union all
  select i.place_id, i.incident_id, 0 as distance_m, 0 as least_m, 0 as most_m
  from linked_incidents as i
),
report as (
  select
    c.place_id,
    c.incident_id,
    max(a.displaced_people) as displaced_people,
    min(c.distance_m) as distance_m,
    min(c.least_m) as least_m,
    min(c.most_m) as most_m
  from candidate as c
  join public_incidents as a
    on a.incident_id = c.incident_id and a.displaced_people is not null
  group by c.place_id, c.incident_id
),
answer as (
  select
    p.place_id,
    cast(case when max(p.located) is not null then sum(case when r.distance_m <= cast($radius_km as double) * 1000 then r.displaced_people end) end as double) as people,
    cast(sum(case when r.most_m <= cast($radius_km as double) * 1000 then r.displaced_people else 0 end) as double) as low_people,
    cast(sum(case when r.least_m <= cast($radius_km as double) * 1000 then r.displaced_people else 0 end) as double) as high_people,
    sum(case when r.distance_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as reports,
    max(p.n_coarse) as n_coarse
  from place_totals as p
  left join report as r
    on r.place_id = p.place_id
  group by p.place_id
)
select
  a.place_id,
  cast(null as string) as class_id,
  a.people as value,
  case when a.people is not null then a.low_people end as low,
  case when a.people is not null then a.high_people end as high,
  a.people as numerator,
  cast(null as double) as denominator,
  cast(a.reports as bigint) as n,
  cast(0 as bigint) as n_approximate,
  cast(a.n_coarse as bigint) as n_coarse
from answer as a
order by a.place_id
