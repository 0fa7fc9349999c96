-- Which other mines have host communities within the radius in common with one mine?
with own as (
  select x.feature_id
  from proximity as x
  where x.mine_id = cast($mine as string)
    and x.dataset = 'host_communities'
    and x.distance_m <= cast($radius_km as double) * 1000
),
shared as (
  select x.mine_id, count(*) as communities
  from proximity as x
  join own as o
    on o.feature_id = x.feature_id
  where x.dataset = 'host_communities'
    and x.distance_m <= cast($radius_km as double) * 1000
    and x.mine_id <> cast($mine as string)
  group by x.mine_id
)
select
  m.mine_id,
  m.mine_name as name_en,
  m.mine_name_zh as name_zh,
  m.mine_dataset,
  cast(s.communities as int) as shared_communities
from shared as s
join all_mines as m
  on m.mine_id = s.mine_id
-- Pairs that are not all there would make neighbours seem fewer.
left join snapshot_facts as f
  on f.fact = 'pairs' and f.value = 'nearest'
where f.fact is null
order by s.communities desc, m.mine_dataset desc, m.mine_id
