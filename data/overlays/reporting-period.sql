-- Which days does a rate count, and how many years are they?
with last_day as (
  select coalesce(cast($to as date), cast(s.value as date)) as to_date
  from snapshot_facts as s
  where s.fact = 'as_of'
),
days as (
  select
    coalesce(cast($from as date), cast(l.to_date - interval '12' month + interval '1' day as date)) as from_date,
    l.to_date,
    cast(l.to_date + interval '1' day as date) as end_date
  from last_day as l
)
select
  d.from_date,
  d.to_date,
  cast(extract(year from d.end_date) - extract(year from d.from_date) as double)
    + cast(extract(month from d.end_date) - extract(month from d.from_date) as double) / 12
    + cast(extract(day from d.end_date) - extract(day from d.from_date) as double) / 365.25 as years
from days as d
