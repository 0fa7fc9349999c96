-- Which corner in the middle stands for each run of edges, and how far from it are the others?
create or replace temp table piece as
with anchor as (
  select e.side, e.n, e.piece, arg_min({'x': e.x1, 'y': e.y1}, abs(e.place % 8 - 4)) as corner
  from edge as e
  group by e.side, e.n, e.piece
)
select a.side, a.n, a.piece, any_value(a.corner.x) as x, any_value(a.corner.y) as y,
  1.01 * max(greatest(nearly_m(a.corner.x, a.corner.y, e.x1, e.y1), nearly_m(a.corner.x, a.corner.y, e.x2, e.y2))) as radius_m
from anchor as a
join edge as e
  on e.piece = a.piece
group by a.side, a.n, a.piece;
