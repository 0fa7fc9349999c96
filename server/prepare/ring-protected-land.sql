-- Which part of each ring is protected land of its mine's country, of its region, and of all places together?
-- On its own, because an equality beside a spatial condition would make the join forget the boxes.
create or replace table met_cells as
with met as (
  select r.ring_id, r.mine_id, c.place_id, c.cell_x, c.cell_y
  from land_rings as r
  join land_cells as c
    on st_intersects(r.geometry, c.geometry)
)
select m.ring_id, m.place_id, m.cell_x, m.cell_y
from met as m
join all_mines as a
  on a.mine_id = m.mine_id
where m.place_id in ('ALL', a.region_id, a.iso3);

create or replace table ring_protected_land as
with piece as (
  select m.ring_id, m.place_id, m.cell_x, m.cell_y, st_intersection(r.geometry, c.geometry) as geometry
  from met_cells as m
  join land_rings as r
    on r.ring_id = m.ring_id
  join land_cells as c
    on c.place_id = m.place_id and c.cell_x = m.cell_x and c.cell_y = m.cell_y
),
shared as (
  select
    p.ring_id,
    p.place_id,
    st_collectionextract(st_union_agg(p.geometry order by p.cell_x, p.cell_y), 3) as geometry
  from piece as p
  group by p.ring_id, p.place_id
)
select
  s.ring_id || ':' || s.place_id as ring_land_id,
  s.place_id,
  s.ring_id,
  r.mine_dataset,
  r.mine_id,
  r.radius_km,
  cast(area_ha(s.geometry) as double) as area_ha,
  s.geometry
from shared as s
join land_rings as r
  on r.ring_id = s.ring_id
where not st_isempty(s.geometry)
order by r.mine_id, r.radius_km, s.place_id;
