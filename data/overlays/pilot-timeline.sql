-- How many pilots were active, completed and withdrawn in each region after each day on which that changed?
with change as (
  select p.place_id, p.begun_on as day, 1 as active, 0 as completed, 0 as withdrawn
  from pilot_places as p
  where p.begun_on is not null
  union all
  select
    p.place_id,
    p.ended_on as day,
    -1 as active,
    case when p.stage = 'COMPLETED' then 1 else 0 end as completed,
    case when p.stage = 'WITHDRAWN' then 1 else 0 end as withdrawn
  from pilot_places as p
  where p.ended_on is not null
),
daily as (
  select
    c.place_id,
    c.day,
    sum(c.active) as active,
    sum(c.completed) as completed,
    sum(c.withdrawn) as withdrawn
  from change as c
  group by c.place_id, c.day
)
select
  d.place_id || ':' || cast(d.day as string) as step_id,
  d.place_id,
  d.day,
  cast(sum(d.active) over (partition by d.place_id order by d.day) as int) as active,
  cast(sum(d.completed) over (partition by d.place_id order by d.day) as int) as completed,
  cast(sum(d.withdrawn) over (partition by d.place_id order by d.day) as int) as withdrawn
from daily as d
