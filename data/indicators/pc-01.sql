-- How many pilots does each place have, and at which stage?
with stage as (
  select cast(null as string) as class_id
  union all
  select 'CANDIDATE'
  union all
  select 'AGREED'
  union all
  select 'ASSESSMENT'
  union all
  select 'IMPLEMENTATION'
  union all
  select 'COMPLETED'
  union all
  select 'WITHDRAWN'
),
pilot as (
  select p.place_id, g.pilot_id, g.stage
  from mine_places as p
  join programme as g
    on g.mine_id = p.mine_id
),
counted as (
  select
    t.place_id,
    s.class_id,
    cast(sum(case when p.pilot_id is not null and (s.class_id is null or s.class_id = p.stage) then 1 else 0 end) as double) as numerator
  from place_totals as t
  cross join stage as s
  left join pilot as p
    on p.place_id = t.place_id
  group by t.place_id, s.class_id
)
select
  c.place_id,
  c.class_id,
  c.numerator as value,
  c.numerator as low,
  c.numerator as high,
  c.numerator,
  cast(null as double) as denominator,
  cast(c.numerator as bigint) as n,
  cast(0 as bigint) as n_approximate,
  cast(0 as bigint) as n_coarse
from counted as c
order by c.place_id, c.class_id nulls first
