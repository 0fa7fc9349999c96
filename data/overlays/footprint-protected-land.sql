-- How much of each mine footprint is protected land, each hectare counted once where areas overlap?
with dumped as (
  select unnest(st_dump(l.geometry)) as part
  from protected_land as l
  where l.place_id = 'ALL'
),
piece as (
  select d.part.geom as geometry
  from dumped as d
),
shared as (
  select f.mine_id, st_intersection(f.geometry, p.geometry) as geometry
  from mine_footprints as f
  join piece as p
    on st_intersects(f.geometry, p.geometry)
),
covered as (
  select s.mine_id, sum(area_ha(st_collectionextract(s.geometry, 3))) as protected_ha
  from shared as s
  group by s.mine_id
)
select
  f.mine_id,
  cast(area_ha(f.geometry) as double) as footprint_ha,
  cast(coalesce(c.protected_ha, 0) as double) as protected_ha
from mine_footprints as f
left join covered as c
  on c.mine_id = f.mine_id
order by f.mine_id
