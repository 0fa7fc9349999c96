-- How many people live in the host communities within the radius of any selected mine, each community once?
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
answer as (
  select
    p.place_id,
    r.class_id,
    cast(sum(case when c.distance_m <= r.reach_m then c.population end) as double) as people,
    cast(sum(case when c.most_m <= r.reach_m then c.population end) as double) as low_people,
    cast(sum(case when c.least_m <= r.reach_m then c.population end) as double) as high_people,
    sum(case when c.distance_m <= r.reach_m then 1 else 0 end) as n,
    sum(case when c.distance_m <= r.reach_m and c.precise_m > r.reach_m then 1 else 0 end) as n_approximate,
    max(p.located) as located,
    max(p.n_coarse) as n_coarse
  from place_totals as p
  cross join ring as r
  left join community_places as c
    on c.place_id = p.place_id
  group by p.place_id, r.class_id
)
select
  a.place_id,
  a.class_id,
  case when a.located > 0 then coalesce(a.people, 0) end as value,
  case when a.located > 0 then coalesce(a.low_people, 0) end as low,
  case when a.located > 0 then coalesce(a.high_people, 0) end as high,
  case when a.located > 0 then coalesce(a.people, 0) end as numerator,
  cast(null as double) as denominator,
  cast(a.n as bigint) as n,
  cast(a.n_approximate as bigint) as n_approximate,
  cast(a.n_coarse as bigint) as n_coarse
from answer as a
order by a.place_id, a.class_id nulls first
