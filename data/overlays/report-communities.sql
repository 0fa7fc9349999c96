-- Which host communities are near one mine, nearest first?
select
  c.community_id as feature_id,
  c.name as name_en,
  c.name_zh,
  c.iso3,
  x.distance_m,
  x.uncertainty_m,
  x.is_inside,
  x.is_approx,
  c.population
from proximity as x
join host_communities as c
  on c.community_id = x.feature_id
where x.mine_id = cast($mine as string) and x.dataset = 'host_communities'
order by x.distance_m, c.community_id
