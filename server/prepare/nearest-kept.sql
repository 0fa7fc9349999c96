-- Which pairs are kept, to be measured one by one: all of some mines, and the nearest of the others?
create or replace table candidates as
with nearest as (
  select n.feature_no, arg_min(n.mine_no, n.distance_m) as mine_no
  from nearest_mines as n
  group by n.feature_no, n.class_no
),
kept as (
  select n.mine_no, n.feature_no from nearest as n
  union
  select l.mine_no, l.feature_no from listed_features as l
)
select m.mine_id, f.dataset, f.feature_id
from kept as k
join numbered_mines as m
  on m.mine_no = k.mine_no
join numbered_features as f
  on f.feature_no = k.feature_no
union all
select c.mine_id, c.dataset, c.feature_id
from exact_candidates as c;
