-- Which land is protected in each cell of half a degree, for all places together, each region and each country?
-- So that each ring meets little of it; a region's land in one piece is too much for a join.
create or replace view counted_land as
select a.site_id, a.region_id, a.iso3, d.geometry
from protected_areas as a
join dense_protected_areas as d
  on d.feature_id = a.site_id
where a.is_counted;

create or replace table land_cells as
with columned as (
  select
    c.*,
    unnest(range(cast(floor(2 * st_xmin(c.geometry)) as bigint), cast(ceil(2 * st_xmax(c.geometry)) as bigint))) as cell_x
  from counted_land as c
),
celled as (
  select
    c.*,
    unnest(range(cast(floor(2 * st_ymin(c.geometry)) as bigint), cast(ceil(2 * st_ymax(c.geometry)) as bigint))) as cell_y
  from columned as c
),
clipped as (
  select
    c.site_id,
    unnest(['ALL', c.region_id, c.iso3]) as place_id,
    c.cell_x,
    c.cell_y,
    st_intersection(
      c.geometry, st_makeenvelope(c.cell_x / 2.0, c.cell_y / 2.0, (c.cell_x + 1) / 2.0, (c.cell_y + 1) / 2.0)
    ) as geometry
  from celled as c
)
select c.place_id, c.cell_x, c.cell_y, st_union_agg(c.geometry order by c.site_id) as geometry
from clipped as c
where not st_isempty(c.geometry)
group by c.place_id, c.cell_x, c.cell_y
order by c.place_id, c.cell_x, c.cell_y;
