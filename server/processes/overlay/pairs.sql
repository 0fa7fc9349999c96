-- Which pairs does the relation hold for, nearest first?
create or replace temp table pair as
with met as (
  select t.l, t.r, cast(0 as double) as distance_m, l.dimension = 2 or r.dimension = 2 as is_inside
  from touching as t
  join side_left as l
    on l.n = t.l
  join side_right as r
    on r.n = t.r
  where not cast($areas_only as boolean) or (l.dimension = 2 and r.dimension = 2)
  union all
  select m.l, m.r, m.distance_m, false as is_inside
  from measured as m
),
ranked as (
  select m.l, m.r, m.distance_m, m.is_inside,
    row_number() over (partition by m.l order by m.distance_m, m.r) as place
  from met as m
)
select k.l, k.r, k.distance_m, k.is_inside, cast(k.place as int) as place
from ranked as k
where k.place <= cast($most_places as bigint);
create or replace temp table land_to_cut as
select p.l, p.r,
  cast(floor(sum(l.corners + r.corners) over (order by p.l, p.r rows unbounded preceding) / 50000) as int) as batch
from pair as p
join side_left as l
  on l.n = p.l and l.dimension = 2
join side_right as r
  on r.n = p.r and r.dimension = 2
where p.is_inside;
