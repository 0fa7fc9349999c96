-- What is to be cut into edges: each feature of a candidate, unless both are points?
create or replace temp table shape_to_cut as
with shaped as (
  select c.l, c.r
  from candidate as c
  join side_left as l
    on l.n = c.l
  join side_right as r
    on r.n = c.r
  where not (l.is_point and r.is_point)
),
wanted as (
  select 'left' as side, s.l as n from shaped as s
  union
  select 'right' as side, s.r as n from shaped as s
),
shape as (
  select w.side, w.n, s.corners, s.geometry
  from wanted as w
  join side_left as s
    on w.side = 'left' and s.n = w.n
  union all
  select w.side, w.n, s.corners, s.geometry
  from wanted as w
  join side_right as s
    on w.side = 'right' and s.n = w.n
),
fresh as (
  select s.side, s.n, s.corners, s.geometry
  from shape as s
  where not exists (select 1 from edge as e where e.side = s.side and e.n = s.n)
)
select f.side, f.n, f.geometry,
  cast(floor(sum(f.corners) over (order by f.side, f.n rows unbounded preceding) / 50000) as int)
    + cast($first_batch as int) as batch
from fresh as f;
