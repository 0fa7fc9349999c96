-- How far is each located mine from each feature around it, is it inside, and how much do the two overlap?
create or replace table point_pairs as
select
  c.mine_id,
  c.dataset,
  c.feature_id,
  case
    when m.footprint is null then geodesic_m(m.x, m.y, n.x, n.y)
    when st_intersects(m.footprint, n.geometry) then 0
    else st_distance(st_point(0, 0), in_plane(m.dense_footprint, n.x, n.y))
  end as distance_m,
  m.footprint is not null and st_intersects(m.footprint, n.geometry) as is_inside,
  cast(null as double) as overlap_ha
from candidates as c
join measured_mines as m
  on m.mine_id = c.mine_id
join near_features as n
  on n.dataset = c.dataset and n.feature_id = c.feature_id and n.is_point;

-- Distances are those of the densified outline in a plane centred on the mine; inside is asked of the outline as it is.
create or replace table area_pairs as
with met as (
  select
    c.mine_id,
    c.dataset,
    c.feature_id,
    m.x,
    m.y,
    m.footprint,
    m.dense_footprint,
    n.dense_geometry,
    st_intersects(coalesce(m.footprint, st_point(m.x, m.y)), n.geometry) as is_inside
  from candidates as c
  join measured_mines as m
    on m.mine_id = c.mine_id
  join near_features as n
    on n.dataset = c.dataset and n.feature_id = c.feature_id and not n.is_point
)
select
  p.mine_id,
  p.dataset,
  p.feature_id,
  case
    when p.is_inside then 0
    when p.footprint is null then st_distance(st_point(0, 0), in_plane(p.dense_geometry, p.x, p.y))
    else st_distance(in_plane(p.dense_footprint, p.x, p.y), in_plane(p.dense_geometry, p.x, p.y))
  end as distance_m,
  p.is_inside,
  case
    when p.footprint is null then null
    when p.is_inside then area_ha(st_intersection(p.dense_footprint, p.dense_geometry))
    else 0
  end as overlap_ha
from met as p;

create or replace table proximity as
with pair as (
  select * from point_pairs
  union all
  select * from area_pairs
)
select
  p.mine_id || ':' || p.dataset || ':' || p.feature_id as pair_id,
  m.mine_dataset,
  p.mine_id,
  p.dataset,
  p.feature_id,
  cast(p.distance_m as double) as distance_m,
  cast(m.uncertainty_m + n.uncertainty_m as double) as uncertainty_m,
  p.is_inside,
  cast(p.overlap_ha as double) as overlap_ha,
  m.is_approximate or n.is_approx as is_approx
from pair as p
join measured_mines as m
  on m.mine_id = p.mine_id
join near_features as n
  on n.dataset = p.dataset and n.feature_id = p.feature_id
where p.distance_m <= 50000 + m.uncertainty_m + n.uncertainty_m
order by p.mine_id, p.dataset, p.distance_m, p.feature_id;
