-- Which part of each ring is protected land?
-- The land is taken in pieces, so that each ring meets only what is near it.
create or replace table land_pieces as
with dumped as (
  select unnest(st_dump(l.geometry)) as part
  from protected_land as l
  where l.place_id = 'ALL'
)
select d.part.path[1] as piece_id, d.part.geom as geometry
from dumped as d;

create or replace table ring_protected_land as
with met as (
  select r.mine_dataset, r.mine_id, r.radius_km, r.geometry as ring, p.piece_id, p.geometry as piece
  from mine_rings as r
  join land_pieces as p
    on st_intersects(r.geometry, p.geometry)
),
shared as (
  select
    m.mine_dataset,
    m.mine_id,
    m.radius_km,
    st_collectionextract(st_intersection(m.ring, st_collect(list(m.piece order by m.piece_id))), 3) as geometry
  from met as m
  group by m.mine_dataset, m.mine_id, m.radius_km, m.ring
)
select
  s.mine_id || ':' || cast(s.radius_km as varchar) as ring_id,
  s.mine_dataset,
  s.mine_id,
  s.radius_km,
  cast(area_ha(s.geometry) as double) as area_ha,
  s.geometry
from shared as s
where not st_isempty(s.geometry)
order by s.mine_id, s.radius_km;
