-- Which host communities lie within the radius of a selected mine of a place, each once?
select
  c.community_id,
  c.name,
  c.name_zh,
  c.iso3,
  c.region_id,
  c.population,
  c.distance_m,
  c.least_m,
  c.most_m
from community_places as c
where c.place_id = coalesce(cast($place as string), 'ALL')
  and c.distance_m <= coalesce(cast($class as double), cast($radius_km as double)) * 1000
order by c.distance_m, c.community_id
