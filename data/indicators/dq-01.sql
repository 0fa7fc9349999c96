-- What share of the selected mines has a precise location?
with counted as (
  select
    p.place_id,
    cast(sum(case when p.loc_accuracy in ('COORDINATES', 'EXACT_LOCATION') then 1 else 0 end) as double) as numerator
  from mine_places as p
  group by p.place_id
)
select
  c.place_id,
  cast(null as string) as class_id,
  100 * c.numerator / nullif(t.mines, 0) as value,
  100 * c.numerator / nullif(t.mines, 0) as low,
  100 * c.numerator / nullif(t.mines, 0) as high,
  c.numerator,
  cast(t.mines as double) as denominator,
  cast(t.mines as bigint) as n,
  cast(t.n_approximate as bigint) as n_approximate,
  cast(t.n_coarse as bigint) as n_coarse
from counted as c
join place_totals as t
  on t.place_id = c.place_id
order by c.place_id
