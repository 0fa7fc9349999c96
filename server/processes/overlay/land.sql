-- Which land do both shapes of a pair cover?
insert into land
select t.l, t.r, t.batch,
  coalesce(try(st_intersection(l.geometry, r.geometry)),
    st_intersection(st_makevalid(l.geometry), st_makevalid(r.geometry))) as geometry
from land_to_cut as t
join side_left as l
  on l.n = t.l
join side_right as r
  on r.n = t.r
where t.batch = cast($batch as int);
