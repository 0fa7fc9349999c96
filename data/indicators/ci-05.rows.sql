-- Which host communities near a mine of a place are near two or more selected mines?
with crowd as (
  select x.feature_id, count(*) as n_mines
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  where x.dataset = 'host_communities' and x.distance_m <= cast($radius_km as double) * 1000
  group by x.feature_id
)
select
  c.community_id,
  c.name,
  c.name_zh,
  c.iso3,
  c.region_id,
  c.population,
  c.distance_m,
  c.least_m,
  c.most_m,
  cast(w.n_mines as int) as n_mines
from community_places as c
join pairs_kept as k
  on k.is_whole
join crowd as w
  on w.feature_id = c.community_id and w.n_mines >= 2
where c.place_id = coalesce(cast($place as string), 'ALL')
  and c.distance_m <= cast($radius_km as double) * 1000
order by w.n_mines desc, c.community_id
