-- Does the snapshot have every pair of a mine and a feature near it, or of mines other than pilots only the nearest ones?
select
  'pairs' as fact,
  count(*) = 0 or coalesce(cast($mine_dataset as string), 'pilot_mines') = 'pilot_mines' as is_whole
from snapshot_facts as f
where f.fact = 'pairs' and f.value = 'nearest'
