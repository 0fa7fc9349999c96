-- Which host communities are within reach of the located mines of each place, each once a place?
with pair as (
  select
    p.place_id,
    p.mine_id,
    x.feature_id,
    x.distance_m,
    x.uncertainty_m,
    case when x.is_approx then 1000000 else x.distance_m end as precise_m
  from mine_places as p
  join proximity as x
    on x.mine_id = p.mine_id
  where x.dataset = 'host_communities'
),
nearest as (
  select
    p.place_id,
    p.feature_id,
    min(p.distance_m) as distance_m,
    min(p.distance_m - p.uncertainty_m) as least_m,
    min(p.distance_m + p.uncertainty_m) as most_m,
    min(p.precise_m) as precise_m
  from pair as p
  group by p.place_id, p.feature_id
)
select
  n.place_id,
  c.community_id,
  c.name,
  c.name_zh,
  c.iso3,
  c.region_id,
  c.population,
  n.distance_m,
  case when n.least_m < 0 then 0 else n.least_m end as least_m,
  n.most_m,
  n.precise_m
from nearest as n
join host_communities as c
  on c.community_id = n.feature_id
