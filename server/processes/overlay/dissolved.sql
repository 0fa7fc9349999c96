-- How much land is it where shapes of the right side overlap each other, each place counted once: for each feature of the left, and for all?
insert into land
select a.l, 0 as r, cast(-1 as int) as batch, st_union_agg(a.geometry order by a.r) as geometry
from land as a
where a.batch >= 0
group by a.l;
insert into land
select 0 as l, 0 as r, cast(-2 as int) as batch, st_union_agg(a.geometry order by a.l) as geometry
from land as a
where a.batch = -1;
