-- Which host communities lie within the radius of which selected mine?
select
  p.pair_id,
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.mine_iso3,
  p.mine_region_id,
  p.mine_loc_accuracy,
  c.community_id,
  c.name,
  c.name_zh,
  c.iso3,
  c.population,
  p.relation,
  p.distance_m,
  p.uncertainty_m,
  p.ring_km,
  p.is_approx,
  p.geometry
from selected_pairs as p
join host_communities as c
  on c.community_id = p.feature_id
where p.dataset = 'host_communities'
