-- Which candidates can be among the k nearest? One that is farther off than the insides of k others can't.
create or replace temp table met as
with bounded as (
  select m.l, m.r, m.turn,
    at_least_m(l.west + 360 * m.turn, l.south, l.east + 360 * m.turn, l.north, r.west, r.south, r.east, r.north) as least_m,
    1.01 * nearly_m(l.x + 360 * m.turn, l.y, r.x, r.y) as most_m
  from met as m
  join side_left as l
    on l.n = m.l
  join side_right as r
    on r.n = m.r
),
ranked as (
  select b.l, b.most_m, row_number() over (partition by b.l order by b.most_m) as place
  from bounded as b
),
bound as (
  select k.l, max(k.most_m) as most_m
  from ranked as k
  where k.place <= cast($k as int)
  group by k.l
  having count(*) = cast($k as int)
)
select b.l, b.r, b.turn
from bounded as b
left join bound as u
  on u.l = b.l
where u.most_m is null or b.least_m <= u.most_m;
