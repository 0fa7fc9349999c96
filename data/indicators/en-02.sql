-- How many located mines lie inside a World Heritage site, and how many more within the radius of one?
with pair as (
  select
    x.mine_id,
    x.distance_m,
    x.uncertainty_m,
    case when x.is_inside then 1 else 0 end as is_inside,
    case when x.is_inside and x.distance_m + x.uncertainty_m <= 0 then 1 else 0 end as is_surely_inside,
    case when st_area(a.geometry) > 0 and x.distance_m - x.uncertainty_m <= 0 then 1 else 0 end as is_possibly_inside
  from proximity as x
  join protected_areas as a
    on a.site_id = x.feature_id and a.is_counted
  where x.dataset = 'protected_areas'
    and a.int_crit in ('World Heritage (natural)', 'World Heritage (cultural)', 'World Heritage (mixed)')
),
site as (
  select
    x.mine_id,
    max(x.is_inside) as is_inside,
    max(x.is_surely_inside) as is_surely_inside,
    max(x.is_possibly_inside) as is_possibly_inside,
    max(case when x.distance_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as is_near,
    max(case when x.distance_m + x.uncertainty_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as is_surely_near,
    max(case when x.distance_m - x.uncertainty_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as is_possibly_near
  from pair as x
  group by x.mine_id
),
counted as (
  select
    p.place_id,
    sum(case when p.is_located then 1 else 0 end) as located,
    sum(case when p.is_located then 0 else 1 end) as n_coarse,
    sum(case when p.is_located then coalesce(s.is_inside, 0) else 0 end) as inside,
    sum(case when p.is_located then coalesce(s.is_surely_inside, 0) else 0 end) as low_inside,
    sum(case when p.is_located then coalesce(s.is_possibly_inside, 0) else 0 end) as high_inside,
    sum(case when p.is_located and s.is_near = 1 and s.is_inside = 0 then 1 else 0 end) as near,
    sum(case when p.is_located and s.is_surely_near = 1 and s.is_possibly_inside = 0 then 1 else 0 end) as low_near,
    sum(case when p.is_located and s.is_possibly_near = 1 and s.is_surely_inside = 0 then 1 else 0 end) as high_near,
    sum(case when p.is_located and p.is_approximate then 1 else 0 end) as n_approximate
  from mine_places as p
  left join site as s
    on s.mine_id = p.mine_id
  group by p.place_id
),
answer as (
  select c.place_id, cast(null as string) as class_id, c.located, c.inside as numerator, c.low_inside as low_count,
    c.high_inside as high_count, c.n_approximate, c.n_coarse
  from counted as c
  union all
  select c.place_id, 'inside', c.located, c.inside, c.low_inside, c.high_inside, c.n_approximate, c.n_coarse
  from counted as c
  union all
  select c.place_id, 'near', c.located, c.near, c.low_near, c.high_near, c.n_approximate, c.n_coarse
  from counted as c
)
select
  a.place_id,
  a.class_id,
  cast(case when a.located > 0 then a.numerator end as double) as value,
  cast(case when a.located > 0 then a.low_count end as double) as low,
  cast(case when a.located > 0 then a.high_count end as double) as high,
  cast(case when a.located > 0 then a.numerator end as double) as numerator,
  cast(null as double) as denominator,
  cast(a.located as bigint) as n,
  cast(a.n_approximate as bigint) as n_approximate,
  cast(a.n_coarse as bigint) as n_coarse
from answer as a
order by a.place_id, a.class_id nulls first
