-- How far are two points apart?
insert into measured
with pair as (
  select c.l, c.r, min(geodesic_m(l.x + 360 * c.turn, l.y, r.x, r.y)) as distance_m
  from candidate as c
  join side_left as l
    on l.n = c.l and l.is_point
  join side_right as r
    on r.n = c.r and r.is_point
  where c.batch = cast($batch as int)
  group by c.l, c.r
)
select p.l, p.r, p.distance_m
from pair as p
where p.distance_m <= $reach_m;
