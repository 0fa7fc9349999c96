-- Which host communities lie within the radius of a selected mine, each once with the nearest mine?
with near as (
  select
    x.feature_id,
    x.distance_m,
    x.is_approx,
    m.mine_id,
    m.mine_name,
    m.mine_name_zh,
    row_number() over (partition by x.feature_id order by x.distance_m, m.mine_id) as place_in_row,
    count(*) over (partition by x.feature_id) as n_mines
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  where x.dataset = 'host_communities' and x.distance_m <= cast($radius_km as double) * 1000
)
select
  c.community_id,
  c.name,
  c.name_zh,
  c.feature_code,
  c.iso3,
  c.region_id,
  c.latitude,
  c.longitude,
  c.population,
  n.mine_id as nearest_mine_id,
  n.mine_name as nearest_mine_name,
  n.mine_name_zh as nearest_mine_name_zh,
  n.distance_m,
  cast(n.n_mines as int) as n_mines,
  n.is_approx as is_approx_distance,
  c.geometry
from near as n
join host_communities as c
  on c.community_id = n.feature_id
where n.place_in_row = 1
