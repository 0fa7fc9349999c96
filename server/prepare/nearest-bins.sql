-- How many features of each dataset lie in each distance bin of each mine?
create or replace table mine_distance_bins as
with counted as (
  select m.mine_id, m.mine_dataset, b.dataset, b.within_m, b.features, b.approximate, b.population, b.population_unknown
  from bin_counts as b
  join numbered_mines as m
    on m.mine_no = b.mine_no
  union all
  select
    x.mine_id, x.mine_dataset, x.dataset, bin_edge(x.distance_m), count(*), sum(case when f.is_approx then 1 else 0 end), sum(f.population),
    sum(case when x.dataset = 'host_communities' and f.population is null then 1 else 0 end)
  from proximity as x
  join numbered_mines as m
    on m.mine_id = x.mine_id and m.is_exact
  join numbered_features as f
    on f.dataset = x.dataset and f.feature_id = x.feature_id
  where f.is_counted and x.distance_m <= 50000
  group by x.mine_id, x.mine_dataset, x.dataset, bin_edge(x.distance_m)
)
select
  c.mine_id || ':' || c.dataset || ':' || cast(c.within_m as varchar) as bin_id,
  c.mine_dataset,
  c.mine_id,
  c.dataset,
  c.within_m,
  cast(c.features as integer) as features,
  cast(c.approximate as integer) as approximate,
  cast(coalesce(c.population, 0) as bigint) as population,
  cast(c.population_unknown as integer) as population_unknown
from counted as c
order by c.mine_id, c.dataset, c.within_m;
