-- How far are two features apart that do not touch and are not both points? At one of the two nearest places there is a corner.
-- Only runs of edges that can hold them are looked at: corners are upper bounds, and no edge is farther from its run's corner than the radius.
insert into measured
with pair as (
  select c.l, c.r, c.turn
  from candidate as c
  join side_left as l
    on l.n = c.l
  join side_right as r
    on r.n = c.r
  where c.batch = cast($batch as int) and not (l.is_point and r.is_point)
),
pieces as (
  select p.l, p.r, p.turn, a.piece as left_piece, b.piece as right_piece,
    nearly_m(a.x + 360 * p.turn, a.y, b.x, b.y) as corner_m,
    a.radius_m + b.radius_m as radius_m
  from pair as p
  join piece as a
    on a.side = 'left' and a.n = p.l
  join piece as b
    on b.side = 'right' and b.n = p.r
),
bound as (
  select p.l, p.r, least(1.003 * min(p.corner_m), $reach_m) as most_m
  from pieces as p
  group by p.l, p.r
),
facing as (
  select p.l, p.r, p.turn, p.left_piece, p.right_piece
  from pieces as p
  join bound as b
    on b.l = p.l and b.r = p.r
  where 0.997 * p.corner_m - p.radius_m <= b.most_m
),
corners as (
  select f.l, f.r, v.x1 + 360 * f.turn as x, v.y1 as y, e.x1, e.y1, e.x2, e.y2
  from facing as f
  join edge as v
    on v.piece = f.left_piece
  join edge as e
    on e.piece = f.right_piece
  union all
  select f.l, f.r, v.x1 - 360 * f.turn as x, v.y1 as y, e.x1, e.y1, e.x2, e.y2
  from facing as f
  join edge as v
    on v.piece = f.right_piece
  join edge as e
    on e.piece = f.left_piece
),
near as (
  select c.*, part_of_edge(c.x, c.y, c.x1, c.y1, c.x2, c.y2, (c.y + (c.y1 + c.y2) / 2) / 2) as first_part
  from corners as c
),
found as (
  select n.*, part_of_edge(n.x, n.y, n.x1, n.y1, n.x2, n.y2, (n.y + n.y1 + n.first_part * (n.y2 - n.y1)) / 2) as part
  from near as n
),
nearest as (
  select f.l, f.r,
    arg_min({'x': f.x, 'y': f.y, 'edge_x': f.x1 + f.part * (f.x2 - f.x1), 'edge_y': f.y1 + f.part * (f.y2 - f.y1)},
      nearly_m(f.x, f.y, f.x1 + f.part * (f.x2 - f.x1), f.y1 + f.part * (f.y2 - f.y1))) as place
  from found as f
  group by f.l, f.r
),
distance as (
  select n.l, n.r, geodesic_m(n.place.x, n.place.y, n.place.edge_x, n.place.edge_y) as distance_m
  from nearest as n
)
select d.l, d.r, d.distance_m
from distance as d
where d.distance_m <= $reach_m;
