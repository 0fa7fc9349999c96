-- Which land is protected in each region, each country and all of them together, where there is too much of it to dissolve in one piece?
-- Areas are those of the dissolved land; outlines stay cut along the half degrees.
create or replace table protected_land as
with piece as (
  select c.place_id, c.cell_x, c.cell_y, st_collectionextract(c.geometry, 3) as geometry
  from land_cells as c
)
select
  p.place_id,
  cast(sum(area_ha(p.geometry)) as double) as area_ha,
  st_collectionextract(st_collect(list(p.geometry order by p.cell_x, p.cell_y)), 3) as geometry
from piece as p
group by p.place_id
order by p.place_id;
