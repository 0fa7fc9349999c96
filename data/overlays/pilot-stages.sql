-- How many pilots are at each stage in each region?
with stage as (
  select 'CANDIDATE' as stage
  union all select 'AGREED'
  union all select 'ASSESSMENT'
  union all select 'IMPLEMENTATION'
  union all select 'COMPLETED'
  union all select 'WITHDRAWN'
),
place as (
  select 'ALL' as place_id
  union all
  select r.region_id as place_id
  from regions as r
)
select
  c.place_id || ':' || s.stage as cell_id,
  c.place_id,
  s.stage,
  cast(count(g.stage) as int) as pilots,
  max(case when g.is_illustrative then 1 else 0 end) = 1 as is_illustrative
from place as c
cross join stage as s
left join pilot_places as g
  on g.place_id = c.place_id and g.stage = s.stage
group by c.place_id, s.stage
