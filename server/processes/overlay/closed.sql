-- Which features of the left side have their nearest, since no place within the radius was missed?
delete from open_left
where n in (
  select m.l
  from (
    select t.l, t.r from touching as t
    union all
    select d.l, d.r from measured as d where d.distance_m <= $reach_m
  ) as m
  group by m.l
  having count(*) >= cast($k as int)
);
