-- How many hectares has the land of one batch? Edges are straight in longitude and latitude.
insert into land_area
with part as (
  select a.l, a.r, unnest(st_dump(st_collectionextract(a.geometry, 3))) as part
  from land as a
  where a.batch = cast($batch as int)
),
ring as (
  select p.l, p.r, 1 as sign, st_exteriorring(p.part.geom) as line from part as p
  union all
  select p.l, p.r, -1 as sign, st_interiorringn(p.part.geom, cast(h.hole as int)) as line
  from part as p, unnest(range(1, st_numinteriorrings(p.part.geom) + 1)) as h (hole)
),
corners as (
  select r.l, r.r, r.sign, row_number() over () as ring_number,
    list_transform(st_dump(st_points(r.line)), corner -> {'x': st_x(corner.geom), 'y': st_y(corner.geom)}) as c
  from ring as r
),
edges as (
  select c.l, c.r, c.sign, c.ring_number,
    unnest(list_transform(range(1, len(c.c)), i -> {
      'across': c.c[i + 1].x - c.c[i].x, 'y1': c.c[i].y, 'y2': c.c[i + 1].y})) as e
  from corners as c
),
rings as (
  select e.l, e.r, any_value(e.sign) * abs(sum(e.e.across * mean_strip_ha(e.e.y1, e.e.y2))) as area_ha
  from edges as e
  group by e.l, e.r, e.ring_number
)
select r.l, r.r, sum(r.area_ha) as area_ha
from rings as r
group by r.l, r.r;
