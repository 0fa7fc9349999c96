-- Which rows does the overlay give, nearest first for each feature of the left side?
create or replace temp table overlay_row as
select p.l, p.r, p.place,
  l.id as left_id, l.name as left_name, l.name_zh as left_name_zh,
  r.id as right_id, r.name as right_name, r.name_zh as right_name_zh, r.amount,
  round(p.distance_m, 3) as distance_m,
  p.is_inside,
  case
    when l.dimension < 2 or r.dimension < 2 then null
    else round(coalesce(a.area_ha, 0), 6)
  end as overlap_ha,
  l.uncertainty_m + r.uncertainty_m as uncertainty_m,
  l.is_approx or r.is_approx as is_approx,
  round(l.x, 7) as longitude,
  round(l.y, 7) as latitude
from pair as p
join side_left as l
  on l.n = p.l
join side_right as r
  on r.n = p.r
left join land_area as a
  on a.l = p.l and a.r = p.r
where not cast($areas_only as boolean) or a.area_ha > 0;
create or replace temp table overlay_summary as
select o.l,
  any_value(o.left_id) as left_id, any_value(o.left_name) as left_name, any_value(o.left_name_zh) as left_name_zh,
  count(*) as n,
  case when cast($has_amount as boolean) then coalesce(sum(o.amount), 0) end as total,
  case when cast($has_amount as boolean) then count(*) - count(o.amount) end as unknown,
  arg_min(o.right_id, o.place) as nearest_id,
  arg_min({'en': o.right_name, 'zh': o.right_name_zh}, o.place) as nearest,
  min(o.distance_m) as nearest_m,
  round(any_value(a.area_ha), 6) as overlap_ha,
  any_value(o.longitude) as longitude,
  any_value(o.latitude) as latitude
from overlay_row as o
left join land_area as a
  on a.l = o.l and a.r = 0
group by o.l;
