-- What share of the selected mines lies in a country that the newest list of conflict-affected and high-risk areas names?
with newest as (
  select max(c.list_version) as list_version
  from cahra_areas as c
),
listed as (
  select distinct c.iso3
  from cahra_areas as c
  join newest as n
    on n.list_version = c.list_version
),
counted as (
  select
    p.place_id,
    cast(sum(case when c.iso3 is not null then 1 else 0 end) as double) as numerator,
    cast(count(*) as double) as denominator
  from mine_places as p
  left join listed as c
    on c.iso3 = p.iso3
  group by p.place_id
)
select
  c.place_id,
  cast(null as string) as class_id,
  100 * c.numerator / nullif(c.denominator, 0) as value,
  100 * c.numerator / nullif(c.denominator, 0) as low,
  100 * c.numerator / nullif(c.denominator, 0) as high,
  c.numerator,
  c.denominator,
  cast(c.denominator as bigint) as n,
  cast(0 as bigint) as n_approximate,
  cast(0 as bigint) as n_coarse
from counted as c
order by c.place_id
