-- What do the pairs of some mines, the table `chunk_mines`, add to bins and nearest ones?
create or replace table chunk_boxes as
select m.mine_no, m.class_no, m.x, m.y, m.uncertainty_m, m.mercator, b.box
from chunk_mines as m
join reach_boxes as b
  on b.mine_id = m.mine_id;

-- To an area: the closest point in Mercator's plane, which is conformal, then its distance on the ellipsoid.
create or replace table chunk_pairs as
with point_pair as (
  select b.mine_no, b.class_no, b.uncertainty_m + p.uncertainty_m as uncertainty_m, p.feature_no, plane_m(b.x, b.y, p.x, p.y) as distance_m
  from chunk_boxes as b
  join point_features as p
    on st_intersects_extent(b.box, p.geometry)
),
closest as (
  select
    b.mine_no, b.class_no, b.uncertainty_m + a.uncertainty_m as uncertainty_m, a.feature_no, b.x, b.y,
    st_transform(st_closestpoint(a.mercator, b.mercator), 'EPSG:3395', 'OGC:CRS84') as place
  from chunk_boxes as b
  join area_features as a
    on st_intersects_extent(b.box, a.geometry)
),
area_pair as (
  select c.mine_no, c.class_no, c.uncertainty_m, c.feature_no, plane_m(c.x, c.y, st_x(c.place), st_y(c.place)) as distance_m
  from closest as c
)
select p.mine_no, p.class_no, p.feature_no, p.distance_m
from point_pair as p
where p.distance_m <= 50000 + p.uncertainty_m
union all
-- A mine inside an area: the way to Mercator and back moves it by less than a millimetre.
select a.mine_no, a.class_no, a.feature_no, case when a.distance_m < 0.01 then 0 else a.distance_m end as distance_m
from area_pair as a
where a.distance_m <= 50000 + a.uncertainty_m;

insert into bin_counts
select
  p.mine_no,
  f.dataset,
  bin_edge(p.distance_m) as within_m,
  count(*) as features,
  sum(case when f.is_approx then 1 else 0 end) as approximate,
  sum(f.population) as population,
  sum(case when f.dataset = 'host_communities' and f.population is null then 1 else 0 end) as population_unknown
from chunk_pairs as p
join numbered_features as f
  on f.feature_no = p.feature_no
where f.is_counted and p.distance_m <= 50000
group by p.mine_no, f.dataset, bin_edge(p.distance_m);

insert into nearest_mines
select p.feature_no, p.class_no, arg_min(p.mine_no, p.distance_m), min(p.distance_m)
from chunk_pairs as p
group by p.feature_no, p.class_no;

-- The nearest of each mine, for its report, and for its tier the nearest area of each strength and all it lies in.
insert into listed_features
select l.mine_no, unnest(l.nearest) as feature_no
from (
  select p.mine_no, arg_min(p.feature_no, p.distance_m, 12) as nearest
  from chunk_pairs as p
  join numbered_features as f
    on f.feature_no = p.feature_no
  group by p.mine_no, f.dataset
) as l
union
select s.mine_no, s.feature_no
from (
  select p.mine_no, arg_min(p.feature_no, p.distance_m) as feature_no
  from chunk_pairs as p
  join numbered_features as f
    on f.feature_no = p.feature_no and f.strength is not null
  group by p.mine_no, f.strength, f.is_point
) as s
union
select p.mine_no, p.feature_no
from chunk_pairs as p
join area_features as a
  on a.feature_no = p.feature_no
where p.distance_m = 0;
