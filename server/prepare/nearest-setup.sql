-- What must be known of each mine and each feature to count pairs in bins and to find the nearest ones, without keeping every pair?
-- Mid-latitude distance on the ellipsoid: 0.2 m off at 50 km below latitude 70 (performance reference 2).
create or replace macro plane_scale(c) as 1 - 0.0033471899950703 * (1 - c);
create or replace macro plane_m(x1, y1, x2, y2) as
  111319.49079327358 * sqrt(
    (
      (y2 - y1) * (y2 - y1) * 0.98665605502465
        / (plane_scale(cos(radians(y1 + y2))) * plane_scale(cos(radians(y1 + y2))))
      + (x2 - x1) * (x2 - x1) * (1 + cos(radians(y1 + y2))) * 0.5
    ) / plane_scale(cos(radians(y1 + y2)))
  );

-- The upper edge of a bin in metres: the stops of the ring, every 100 m to 10 km and every 1 km to 50 km.
create or replace macro bin_edge(d) as
  cast(case when d <= 10000 then 100 * ceil(d / 100) else 1000 * ceil(d / 1000) end as integer);

-- Mines that are measured against everything, pair by pair: pilots, those with a footprint, and where the quick distance fails.
create or replace table numbered_mines as
select
  cast(row_number() over (order by m.mine_dataset, a.iso3, st_hilbert(a.geometry, {min_x: -180, min_y: -90, max_x: 180, max_y: 90}::box_2d), m.mine_id) as integer) as mine_no,
  m.mine_id,
  m.mine_dataset,
  a.iso3,
  dense_rank() over (order by m.mine_dataset, a.iso3, m.is_approximate) as class_no,
  m.x,
  m.y,
  m.uncertainty_m,
  m.mine_dataset = 'pilot_mines' or m.footprint is not null or abs(m.y) > 70 or abs(m.x) > 178 as is_exact,
  st_transform(st_point(m.x, m.y), 'OGC:CRS84', 'EPSG:3395') as mercator
from measured_mines as m
join all_mines as a
  on a.mine_id = m.mine_id;

-- The strength of protection is that of `mine-tiers.sql`: the nearest area of each decides the tier at any radius.
create or replace table near_numbers as
select
  'host_communities' as dataset,
  cast(c.community_id as varchar) as feature_id,
  c.population,
  true as is_counted,
  cast(null as integer) as strength
from host_communities as c
union all
select 'incident_reports', cast(i.incident_id as varchar), null, i.sensitivity <> 'RESTRICTED', null
from incident_reports as i
union all
select
  'protected_areas',
  cast(a.site_id as varchar),
  null,
  a.is_counted,
  case
    when not a.is_counted then 3
    when a.int_crit in ('World Heritage (natural)', 'World Heritage (cultural)', 'World Heritage (mixed)') then 0
    when a.iucn_cat in ('Ia', 'Ib', 'II', 'III', 'IV') then 1
    else 2
  end
from protected_areas as a;

create or replace table numbered_features as
select
  cast(row_number() over () as integer) as feature_no,
  n.dataset,
  n.feature_id,
  n.is_point,
  n.x,
  n.y,
  n.geometry,
  st_transform(n.dense_geometry, 'OGC:CRS84', 'EPSG:3395') as mercator,
  n.uncertainty_m,
  n.is_approx,
  v.population,
  v.is_counted,
  v.strength
from near_features as n
join near_numbers as v
  on v.dataset = n.dataset and v.feature_id = n.feature_id;

create or replace table point_features as
select f.feature_no, f.x, f.y, f.uncertainty_m, f.geometry from numbered_features as f where f.is_point;

create or replace table area_features as
select f.feature_no, f.uncertainty_m, f.geometry, f.mercator from numbered_features as f where not f.is_point;

create or replace table bin_counts (
  mine_no integer, dataset varchar, within_m integer, features bigint, approximate bigint, population bigint, population_unknown bigint
);
create or replace table nearest_mines (feature_no integer, class_no bigint, mine_no integer, distance_m double);
create or replace table listed_features (mine_no integer, feature_no integer);
