-- How many protests and land disputes are reported near the located mines, per 100,000 people there and year?
with class as (
  select cast(null as string) as class_id, 1 as has_linked, 1 as has_near
  union all
  select 'linked', 1, 0
  union all
  select 'near', 0, 1
),
counted as (
  select
    i.place_id,
    c.class_id,
    sum(case when i.distance_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as numerator,
    sum(case when i.most_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as low_count,
    sum(case when i.least_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as high_count
  from incident_places as i
  join class as c
    on (i.is_linked and c.has_linked = 1) or (not i.is_linked and c.has_near = 1)
  where i.incident_type in ('PROTEST', 'LAND_DISPUTE_RESETTLEMENT')
  group by i.place_id, c.class_id
),
people as (
  select
    c.place_id,
    sum(case when c.distance_m <= cast($radius_km as double) * 1000 then c.population end) as population,
    sum(case when c.most_m <= cast($radius_km as double) * 1000 then c.population end) as low_population,
    sum(case when c.least_m <= cast($radius_km as double) * 1000 then c.population end) as high_population
  from community_places as c
  group by c.place_id
),
answer as (
  select
    p.place_id,
    c.class_id,
    cast(case when p.located > 0 then coalesce(k.numerator, 0) end as double) as numerator,
    cast(case when p.located > 0 then coalesce(k.low_count, 0) end as double) as low_count,
    cast(case when p.located > 0 then coalesce(k.high_count, 0) end as double) as high_count,
    h.population * t.years as denominator,
    h.low_population * t.years as low_denominator,
    h.high_population * t.years as high_denominator,
    p.located,
    p.n_approximate,
    p.n_coarse
  from place_totals as p
  cross join class as c
  cross join reporting_period as t
  left join people as h
    on h.place_id = p.place_id
  left join counted as k
    on k.place_id = p.place_id and coalesce(k.class_id, 'all') = coalesce(c.class_id, 'all')
)
select
  a.place_id,
  a.class_id,
  100000 * a.numerator / nullif(a.denominator, 0) as value,
  100000 * a.low_count / nullif(a.high_denominator, 0) as low,
  100000 * a.high_count / nullif(a.low_denominator, 0) as high,
  a.numerator,
  a.denominator,
  cast(a.located as bigint) as n,
  cast(a.n_approximate as bigint) as n_approximate,
  cast(a.n_coarse as bigint) as n_coarse
from answer as a
order by a.place_id, a.class_id nulls first
