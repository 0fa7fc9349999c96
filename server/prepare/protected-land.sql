-- Which land is protected in each region, each country and all of them together, counted once where areas overlap?
create or replace table protected_land as
with by_place as (
  select 'ALL' as place_id, c.site_id, c.geometry from counted_land as c
  union all
  select c.region_id as place_id, c.site_id, c.geometry from counted_land as c
  union all
  select c.iso3 as place_id, c.site_id, c.geometry from counted_land as c
),
dissolved as (
  select p.place_id, st_union_agg(p.geometry order by p.site_id) as geometry
  from by_place as p
  group by p.place_id
)
select d.place_id, cast(area_ha(d.geometry) as double) as area_ha, d.geometry
from dissolved as d
order by d.place_id;
