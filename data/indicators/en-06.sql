-- How many environmental incidents are reported near or linked to the located mines, per mine and year?
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
    sum(case when i.is_linked or i.distance_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as numerator,
    sum(case when i.is_linked or i.most_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as low_count,
    sum(case when i.is_linked or i.least_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as high_count
  from incident_places as i
  join class as c
    on (i.is_linked and c.has_linked = 1) or (not i.is_linked and c.has_near = 1)
  where i.incident_type in ('TAILINGS_FAILURE', 'SPILL_WATER_POLLUTION', 'AIR_DUST_NOISE')
  group by i.place_id, c.class_id
),
answer as (
  select
    p.place_id,
    c.class_id,
    cast(case when p.located > 0 then coalesce(k.numerator, 0) end as double) as numerator,
    cast(case when p.located > 0 then coalesce(k.low_count, 0) end as double) as low_count,
    cast(case when p.located > 0 then coalesce(k.high_count, 0) end as double) as high_count,
    p.located * t.years as denominator,
    p.located,
    p.n_approximate,
    p.n_coarse
  from place_totals as p
  cross join class as c
  cross join reporting_period as t
  left join counted as k
    on k.place_id = p.place_id and coalesce(k.class_id, 'all') = coalesce(c.class_id, 'all')
)
select
  a.place_id,
  a.class_id,
  a.numerator / nullif(a.denominator, 0) as value,
  a.low_count / nullif(a.denominator, 0) as low,
  a.high_count / nullif(a.denominator, 0) as high,
  a.numerator,
  a.denominator,
  cast(a.located as bigint) as n,
  cast(a.n_approximate as bigint) as n_approximate,
  cast(a.n_coarse as bigint) as n_coarse
from answer as a
order by a.place_id, a.class_id nulls first
