-- How many pilots are active or completed, as a share of what the Result Matrix plans for the place?
with pilot as (
  select p.place_id, count(*) as pilots
  from mine_places as p
  join programme as g
    on g.mine_id = p.mine_id
  where g.stage in ('AGREED', 'ASSESSMENT', 'IMPLEMENTATION', 'COMPLETED')
  group by p.place_id
),
planned as (
  select t.place_id, t.target
  from pilot_targets as t
  where t.issue is null and (t.place_id <> 'ALL' or cast($region as string) is null)
  union all
  select 'ALL' as place_id, sum(t.target) as target
  from pilot_targets as t
  where t.issue is null
    and position(',' || t.place_id || ',' in ',' || cast($region as string) || ',') > 0
  having count(*) > 0
),
answer as (
  select t.place_id, cast(coalesce(g.pilots, 0) as double) as numerator, d.target as denominator
  from place_totals as t
  left join pilot as g
    on g.place_id = t.place_id
  left join planned as d
    on d.place_id = t.place_id
),
line as (
  select a.place_id, cast(null as string) as class_id, 100 * a.numerator / nullif(a.denominator, 0) as value, a.numerator, a.denominator
  from answer as a
  union all
  select a.place_id, 'pilots' as class_id, a.numerator as value, a.numerator, cast(null as double) as denominator
  from answer as a
)
select
  l.place_id,
  l.class_id,
  l.value,
  l.value as low,
  l.value as high,
  l.numerator,
  l.denominator,
  cast(l.numerator as bigint) as n,
  cast(0 as bigint) as n_approximate,
  cast(0 as bigint) as n_coarse
from line as l
order by l.place_id, l.class_id nulls first
