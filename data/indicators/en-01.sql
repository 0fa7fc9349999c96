-- What share of the located mines lies inside a protected area?
with pair as (
  select x.mine_id, x.distance_m, x.uncertainty_m, x.is_inside, x.is_approx, coalesce(a.gis_area_km2 > 0, false) as has_extent
  from proximity as x
  join protected_areas as a
    on a.site_id = x.feature_id and a.is_counted
  where x.dataset = 'protected_areas'
),
inside as (
  select
    x.mine_id,
    max(case when x.is_inside then 1 else 0 end) as is_inside,
    max(case when x.is_inside and x.distance_m + x.uncertainty_m <= 0 then 1 else 0 end) as is_surely,
    max(case when x.has_extent and x.distance_m - x.uncertainty_m <= 0 then 1 else 0 end) as is_possibly,
    max(case when x.is_inside and x.is_approx then 1 else 0 end) as is_approx
  from pair as x
  group by x.mine_id
),
counted as (
  select
    p.place_id,
    cast(sum(case when p.is_located then coalesce(i.is_inside, 0) else 0 end) as double) as numerator,
    cast(sum(case when p.is_located then coalesce(i.is_surely, 0) else 0 end) as double) as low_count,
    cast(sum(case when p.is_located then coalesce(i.is_possibly, 0) else 0 end) as double) as high_count,
    cast(sum(case when p.is_located then 1 else 0 end) as double) as denominator,
    sum(case when p.is_located and (p.is_approximate or i.is_approx = 1) then 1 else 0 end) as n_approximate,
    sum(case when p.is_located then 0 else 1 end) as n_coarse
  from mine_places as p
  left join inside as i
    on i.mine_id = p.mine_id
  group by p.place_id
)
select
  c.place_id,
  cast(null as string) as class_id,
  100 * c.numerator / nullif(c.denominator, 0) as value,
  100 * c.low_count / nullif(c.denominator, 0) as low,
  100 * c.high_count / nullif(c.denominator, 0) as high,
  c.numerator,
  c.denominator,
  cast(c.denominator as bigint) as n,
  cast(c.n_approximate as bigint) as n_approximate,
  cast(c.n_coarse as bigint) as n_coarse
from counted as c
order by c.place_id
