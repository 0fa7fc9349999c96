-- Which of those pairs are still to be measured, and in which batch?
create or replace temp table candidate as
with far as (
  select distinct m.l, m.r, m.turn
  from met as m
  where not exists (select 1 from touching as t where t.l = m.l and t.r = m.r)
    and not exists (select 1 from measured as d where d.l = m.l and d.r = m.r)
)
select
  f.l, f.r, f.turn,
  cast(floor(sum(
    case
      when l.is_point and r.is_point then 1
      when l.is_point or r.is_point then 20 + (l.corners + r.corners) / 8
      else 500 + 2 * (l.corners + r.corners)
    end) over (order by f.l, f.r, f.turn rows unbounded preceding) / $batch_cost) as int) as batch
from far as f
join side_left as l
  on l.n = f.l
join side_right as r
  on r.n = f.r;
