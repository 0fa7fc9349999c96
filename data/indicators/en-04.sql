-- How many hectares of the footprints of the selected mines are protected land?
with counted as (
  select
    p.place_id,
    sum(f.protected_ha) as numerator,
    sum(f.footprint_ha) as denominator,
    count(f.mine_id) as footprints
  from mine_places as p
  left join footprint_protected_land as f
    on f.mine_id = p.mine_id
  group by p.place_id
)
select
  c.place_id,
  cast(null as string) as class_id,
  c.numerator as value,
  c.numerator as low,
  c.numerator as high,
  c.numerator,
  c.denominator,
  cast(c.footprints as bigint) as n,
  cast(0 as bigint) as n_approximate,
  cast(0 as bigint) as n_coarse
from counted as c
order by c.place_id
