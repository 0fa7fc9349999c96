-- How many reports of the human rights issue name a mine of the place, per mine and year?
with counted as (
  select i.place_id, cast(count(*) as double) as numerator
  from linked_incidents as i
  where i.issue = 'HR'
  group by i.place_id
),
answer as (
  select
    y.place_id,
    case when y.mine_years is not null then coalesce(c.numerator, 0) end as numerator,
    y.mine_years as denominator,
    y.mines
  from linked_mine_years as y
  left join counted as c
    on c.place_id = y.place_id
)
select
  a.place_id,
  cast(null as string) as class_id,
  a.numerator / nullif(a.denominator, 0) as value,
  a.numerator / nullif(a.denominator, 0) as low,
  a.numerator / nullif(a.denominator, 0) as high,
  a.numerator,
  a.denominator,
  cast(a.mines as bigint) as n,
  cast(0 as bigint) as n_approximate,
  cast(0 as bigint) as n_coarse
from answer as a
order by a.place_id
