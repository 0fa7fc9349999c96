-- Which edges do the shapes of one batch have? Eight in a row are a piece with a box of its own.
insert into edge
with shape as (
  select s.side, s.n, unnest(st_dump(s.geometry)) as part
  from shape_to_cut as s
  where s.batch = cast($batch as int)
),
ring as (
  select s.side, s.n, st_exteriorring(s.part.geom) as line from shape as s where st_dimension(s.part.geom) = 2
  union all
  select s.side, s.n, st_interiorringn(s.part.geom, cast(h.hole as int)) as line
  from shape as s, unnest(range(1, st_numinteriorrings(s.part.geom) + 1)) as h (hole)
  where st_dimension(s.part.geom) = 2
  union all
  select s.side, s.n, s.part.geom as line from shape as s where st_dimension(s.part.geom) < 2
),
corners as (
  select r.side, r.n, row_number() over () as ring_number,
    list_transform(st_dump(st_points(r.line)), corner -> {'x': st_x(corner.geom), 'y': st_y(corner.geom)}) as c
  from ring as r
),
cut as (
  select c.side, c.n, c.ring_number,
    unnest(list_transform(range(1, greatest(len(c.c), 2)), i -> {
      'place': i,
      'x1': c.c[i].x, 'y1': c.c[i].y,
      'x2': c.c[least(i + 1, len(c.c))].x, 'y2': c.c[least(i + 1, len(c.c))].y})) as e
  from corners as c
)
select c.side, c.n, cast($batch as bigint) * 1000000000000 + c.ring_number * 1000000 + c.e.place // 8 as piece, c.e.place,
  c.e.x1, c.e.y1, c.e.x2, c.e.y2
from cut as c;
