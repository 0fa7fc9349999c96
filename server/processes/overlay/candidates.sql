-- Which other pairs can lie within reach, judged by boxes? A box across the antimeridian is two; one near a pole goes round the world.
create or replace temp table met as
with padded as (
  select
    l.n,
    l.id,
    l.west - half_width(greatest(abs(l.south), abs(l.north)), $reach_m) as west,
    greatest(l.south - half_height($reach_m), -90) as south,
    l.east + half_width(greatest(abs(l.south), abs(l.north)), $reach_m) as east,
    least(l.north + half_height($reach_m), 90) as north
  from side_left as l
  where l.n in (select o.n from open_left as o)
),
reach as (
  select p.n, p.id, t.turn,
    st_makeenvelope(greatest(p.west + 360 * t.turn, -180), p.south, least(p.east + 360 * t.turn, 180), p.north) as box
  from padded as p
  cross join (values (-1), (0), (1)) as t (turn)
  where p.west + 360 * t.turn <= 180 and p.east + 360 * t.turn >= -180
)
select b.n as l, r.n as r, b.turn
from reach as b
join side_right as r
  on st_intersects_extent(b.box, r.geometry)
where not (cast($is_same as boolean) and b.id = r.id)
limit cast($most_pairs as bigint) + 1;
