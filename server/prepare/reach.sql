-- How far does each located mine reach, as boxes?
create or replace table measured_mines as
select
  m.mine_id,
  m.mine_dataset,
  m.uncertainty_m,
  m.is_approximate,
  st_x(m.geometry) as x,
  st_y(m.geometry) as y,
  f.geometry as footprint,
  d.geometry as dense_footprint
from all_mines as m
left join mine_footprints as f
  on f.mine_id = m.mine_id
left join dense_mine_footprints as d
  on d.feature_id = m.mine_id
where m.is_located;

-- A box across the antimeridian is two boxes; one near a pole goes round the world.
create or replace table reach_boxes as
with extent as (
  select
    m.mine_id,
    coalesce(st_xmin(m.footprint), m.x) as west,
    coalesce(st_ymin(m.footprint), m.y) as south,
    coalesce(st_xmax(m.footprint), m.x) as east,
    coalesce(st_ymax(m.footprint), m.y) as north,
    50000 + m.uncertainty_m + (select coalesce(max(n.uncertainty_m), 0) from near_features as n) as reach_m
  from measured_mines as m
),
padded as (
  select
    e.mine_id,
    e.west - half_width(greatest(abs(e.south), abs(e.north)), e.reach_m) as west,
    greatest(e.south - half_height(e.reach_m), -90) as south,
    e.east + half_width(greatest(abs(e.south), abs(e.north)), e.reach_m) as east,
    least(e.north + half_height(e.reach_m), 90) as north
  from extent as e
)
select
  p.mine_id,
  st_makeenvelope(
    greatest(p.west + 360 * t.turn, -180), p.south, least(p.east + 360 * t.turn, 180), p.north
  ) as box
from padded as p
cross join (values (-1), (0), (1)) as t (turn)
where p.west + 360 * t.turn <= 180 and p.east + 360 * t.turn >= -180;
