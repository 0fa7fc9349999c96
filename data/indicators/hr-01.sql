-- How many violent events, placed at a town or site, are reported near the located mines, per mine and year?
with ring as (
  select cast(null as string) as class_id, cast($radius_km as double) * 1000 as reach_m
  union all
  select '1', 1000
  union all
  select '5', 5000
  union all
  select '10', 10000
  union all
  select '20', 20000
  union all
  select '50', 50000
),
event as (
  select i.place_id, i.incident_id, i.distance_m, i.least_m, i.most_m
  from incident_places as i
  where i.incident_type in ('ARMED_CONFLICT', 'SECURITY_FORCE_VIOLENCE') and i.geo_precision = '1'
),
answer as (
  select
    p.place_id,
    r.class_id,
    cast(sum(case when e.distance_m <= r.reach_m then 1 else 0 end) as double) as numerator,
    cast(sum(case when e.most_m <= r.reach_m then 1 else 0 end) as double) as low_count,
    cast(sum(case when e.least_m <= r.reach_m then 1 else 0 end) as double) as high_count,
    max(p.located * t.years) as denominator,
    max(p.located) as located,
    max(p.n_approximate) as n_approximate,
    max(p.n_coarse) as n_coarse
  from place_totals as p
  cross join ring as r
  cross join reporting_period as t
  left join event as e
    on e.place_id = p.place_id
  group by p.place_id, r.class_id
)
select
  a.place_id,
  a.class_id,
  a.numerator / nullif(a.denominator, 0) as value,
  a.low_count / nullif(a.denominator, 0) as low,
  a.high_count / nullif(a.denominator, 0) as high,
  case when a.located > 0 then a.numerator end as numerator,
  a.denominator,
  cast(a.located as bigint) as n,
  cast(a.n_approximate as bigint) as n_approximate,
  cast(a.n_coarse as bigint) as n_coarse
from answer as a
order by a.place_id, a.class_id nulls first
