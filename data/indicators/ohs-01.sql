-- How many deaths a year do the reports of the health and safety issue give that name a mine of the place?
with counted as (
  select
    i.place_id,
    cast(sum(i.fatalities) as double) as deaths,
    cast(sum(case when i.fatalities is not null then least(coalesce(i.fatalities_min, i.fatalities), i.fatalities) end) as double) as low_deaths,
    cast(sum(case when i.fatalities is not null then greatest(coalesce(i.fatalities_max, i.fatalities), i.fatalities) end) as double) as high_deaths,
    count(*) as reports
  from linked_incidents as i
  where i.issue = 'OHS'
  group by i.place_id
),
answer as (
  select
    y.place_id,
    y.years,
    case when y.years is not null then coalesce(c.deaths, 0) end as deaths,
    case when y.years is not null then coalesce(c.low_deaths, 0) end as low_deaths,
    case when y.years is not null then coalesce(c.high_deaths, 0) end as high_deaths,
    coalesce(c.reports, 0) as reports
  from linked_mine_years as y
  left join counted as c
    on c.place_id = y.place_id
)
select
  a.place_id,
  cast(null as string) as class_id,
  a.deaths / nullif(a.years, 0) as value,
  a.low_deaths / nullif(a.years, 0) as low,
  a.high_deaths / nullif(a.years, 0) as high,
  a.deaths as numerator,
  cast(null as double) as denominator,
  cast(a.reports as bigint) as n,
  cast(0 as bigint) as n_approximate,
  cast(0 as bigint) as n_coarse
from answer as a
order by a.place_id
