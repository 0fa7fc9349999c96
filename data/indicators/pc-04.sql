-- What share of the countries with a Chinese-owned mine has an active or completed pilot?
with running as (
  select distinct g.mine_id
  from programme as g
  where g.stage in ('AGREED', 'ASSESSMENT', 'IMPLEMENTATION', 'COMPLETED')
),
country as (
  select
    p.place_id,
    p.iso3,
    max(case when p.ownership_class not in ('FOREIGN', 'UNKNOWN') then 1 else 0 end) as is_linked,
    max(case when r.mine_id is not null then 1 else 0 end) as has_pilot
  from mine_places as p
  left join running as r
    on r.mine_id = p.mine_id
  group by p.place_id, p.iso3
),
counted as (
  select
    c.place_id,
    cast(sum(c.is_linked * c.has_pilot) as double) as numerator,
    cast(sum(c.is_linked) as double) as denominator
  from country as c
  group by c.place_id
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
