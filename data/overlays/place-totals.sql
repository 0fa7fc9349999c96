-- How many selected mines does each place have, and how well are they placed?
-- Where only the nearest pairs are kept, they say how near each feature is to all mines of a place, but not to some of them.
select
  p.place_id,
  cast(count(*) as int) as mines,
  cast(case
    when max(case when k.is_whole then 1 else 0 end) = 1 then sum(case when p.is_located then 1 else 0 end)
    when max(case when k.is_union_known then 1 else 0 end) = 1 and coalesce(cast($by as string), 'region') <> 'mine'
      then sum(case when p.is_located then 1 else 0 end)
  end as int) as located,
  cast(sum(case when p.is_located and p.is_approximate then 1 else 0 end) as int) as n_approximate,
  cast(sum(case when p.is_located then 0 else 1 end) as int) as n_coarse
from mine_places as p
cross join pairs_kept as k
group by p.place_id
