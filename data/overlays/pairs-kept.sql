-- What do the pairs of this snapshot know: every feature near a mine, and which are near any of the mines chosen?
-- The nearest mine of a feature, kept by region, country and accuracy, may be one that another filter leaves out.
with kept as (
  select
    'pairs' as fact,
    count(*) = 0 or coalesce(cast($mine_dataset as string), 'pilot_mines') = 'pilot_mines' as is_whole
  from snapshot_facts as f
  where f.fact = 'pairs' and f.value = 'nearest'
)
select
  k.fact,
  k.is_whole,
  k.is_whole
    or (cast($commodity as string) is null and cast($status as string) is null and cast($ownership as string) is null
      and coalesce(cast($precise_only as boolean), false) = false) as is_union_known
from kept as k
