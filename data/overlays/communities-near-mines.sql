-- Which host communities lie within the radius of a selected mine, each once with the nearest mine?
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
  p.mine_id as nearest_mine_id,
  p.mine_name as nearest_mine_name,
  p.mine_name_zh as nearest_mine_name_zh,
  p.distance_m,
  p.n_mines,
  p.is_approx as is_approx_distance,
  c.geometry
from selected_pairs as p
join host_communities as c
  on c.community_id = p.feature_id
where p.dataset = 'host_communities' and p.place_in_row = 1
