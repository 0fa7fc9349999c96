-- What share of the host communities near a mine is near two or more?
with crowd as (
  select
    x.feature_id,
    sum(case when x.distance_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as n_mines,
    sum(case when x.distance_m + x.uncertainty_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as low_mines,
    sum(case when x.distance_m - x.uncertainty_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as high_mines
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  where x.dataset = 'host_communities'
  group by x.feature_id
),
counted as (
  select
    c.place_id,
    cast(sum(case when c.distance_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as double) as near,
    cast(sum(case when c.most_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as double) as low_near,
    cast(sum(case when c.least_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as double) as high_near,
    cast(sum(case when c.distance_m <= cast($radius_km as double) * 1000 and w.n_mines >= 2 then 1 else 0 end) as double) as shared,
    cast(sum(case when c.most_m <= cast($radius_km as double) * 1000 and w.low_mines >= 2 then 1 else 0 end) as double) as low_shared,
    cast(sum(case when c.least_m <= cast($radius_km as double) * 1000 and w.high_mines >= 2 then 1 else 0 end) as double) as high_shared,
    sum(case when c.distance_m <= cast($radius_km as double) * 1000 and c.precise_m > cast($radius_km as double) * 1000 then 1 else 0 end) as n_approximate
  from community_places as c
  join crowd as w
    on w.feature_id = c.community_id
  group by c.place_id
),
ratio as (
  select
    p.place_id,
    case when p.located > 0 and w.is_whole then coalesce(k.shared, 0) end as numerator,
    case when p.located > 0 and w.is_whole then coalesce(k.near, 0) end as denominator,
    case when w.is_whole then 100 * k.shared / nullif(k.near, 0) end as value,
    100 * k.low_shared / nullif(k.low_near, 0) as value_if_far,
    100 * k.high_shared / nullif(k.high_near, 0) as value_if_near,
    coalesce(k.n_approximate, 0) as n_approximate,
    p.n_coarse
  from place_totals as p
  cross join pairs_kept as w
  left join counted as k
    on k.place_id = p.place_id
)
select
  r.place_id,
  cast(null as string) as class_id,
  r.value,
  case when r.value is not null then least(r.value, coalesce(r.value_if_far, r.value), coalesce(r.value_if_near, r.value)) end as low,
  case when r.value is not null then greatest(r.value, coalesce(r.value_if_far, r.value), coalesce(r.value_if_near, r.value)) end as high,
  r.numerator,
  r.denominator,
  cast(coalesce(r.denominator, 0) as bigint) as n,
  cast(r.n_approximate as bigint) as n_approximate,
  cast(r.n_coarse as bigint) as n_coarse
from ratio as r
order by r.place_id
