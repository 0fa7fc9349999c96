-- Which pairs share at least a place? A feature is no pair with itself.
create or replace temp table touching as
select l.n as l, r.n as r
from side_left as l
join side_right as r
  on st_intersects(l.geometry, r.geometry)
where not (cast($is_same as boolean) and l.id = r.id)
limit cast($most_pairs as bigint) + 1;
