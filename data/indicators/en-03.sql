-- How near are the located mines to protected areas: what share lies within the radius, and how many in each tier?
with tier as (
  select 'T0' as class_id, 0 as tier_rank
  union all select 'T1', 1
  union all select 'T2', 2
  union all select 'T3', 3
  union all select 'T4', 4
  union all select 'T5', 5
  union all select 'T6', 6
),
mine as (
  select p.place_id, p.mine_id, p.is_located, p.is_approximate, t.tier_rank, t.least_rank, t.most_rank,
    t.distance_m, t.least_m, t.most_m, t.is_approx
  from mine_places as p
  join mine_tiers as t
    on t.mine_id = p.mine_id
),
total as (
  select
    m.place_id,
    cast(sum(case when m.is_located and m.distance_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as double) as numerator,
    cast(sum(case when m.is_located and m.most_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as double) as low_count,
    cast(sum(case when m.is_located and m.least_m <= cast($radius_km as double) * 1000 then 1 else 0 end) as double) as high_count,
    cast(sum(case when m.is_located then 1 else 0 end) as double) as located,
    cast(count(*) as double) as mines,
    sum(case when m.is_located and (m.is_approximate or m.is_approx) then 1 else 0 end) as n_approximate,
    sum(case when m.is_located then 0 else 1 end) as n_coarse,
    median(case when m.is_located then coalesce(m.distance_m, 1000000) end) as median_m,
    median(case when m.is_located then coalesce(m.least_m, 1000000) end) as low_m,
    median(case when m.is_located then coalesce(m.most_m, 1000000) end) as high_m
  from mine as m
  group by m.place_id
),
in_tier as (
  select
    m.place_id,
    t.class_id,
    cast(sum(case when m.tier_rank = t.tier_rank then 1 else 0 end) as double) as numerator,
    cast(sum(case when m.least_rank = t.tier_rank and m.most_rank = t.tier_rank then 1 else 0 end) as double) as low_count,
    cast(sum(case when m.least_rank <= t.tier_rank and m.most_rank >= t.tier_rank then 1 else 0 end) as double) as high_count,
    sum(case when m.tier_rank = t.tier_rank and (m.is_approximate or m.is_approx) then 1 else 0 end) as n_approximate
  from mine as m
  cross join tier as t
  group by m.place_id, t.class_id
),
answer as (
  select t.place_id, cast(null as string) as class_id, t.numerator, t.low_count, t.high_count,
    t.located as denominator, t.n_approximate, t.n_coarse
  from total as t
  union all
  select i.place_id, i.class_id, i.numerator, i.low_count, i.high_count, t.located as denominator, i.n_approximate, 0 as n_coarse
  from in_tier as i
  join total as t
    on t.place_id = i.place_id
  union all
  select t.place_id, 'TU' as class_id, cast(t.n_coarse as double), cast(t.n_coarse as double), cast(t.n_coarse as double),
    t.mines as denominator, 0 as n_approximate, t.n_coarse
  from total as t
)
select
  a.place_id,
  a.class_id,
  100 * a.numerator / nullif(a.denominator, 0) as value,
  100 * a.low_count / nullif(a.denominator, 0) as low,
  100 * a.high_count / nullif(a.denominator, 0) as high,
  a.numerator,
  a.denominator,
  cast(a.denominator as bigint) as n,
  cast(a.n_approximate as bigint) as n_approximate,
  cast(a.n_coarse as bigint) as n_coarse
from answer as a
union all
select
  t.place_id,
  'median_km' as class_id,
  case when t.median_m <= 50000 then t.median_m / 1000 end as value,
  case when t.low_m <= 50000 then t.low_m / 1000 end as low,
  case when t.high_m <= 50000 then t.high_m / 1000 end as high,
  cast(null as double) as numerator,
  t.located as denominator,
  cast(t.located as bigint) as n,
  cast(t.n_approximate as bigint) as n_approximate,
  cast(t.n_coarse as bigint) as n_coarse
from total as t
order by 1, 2
