-- How many of the eight guideline issues does an active or completed pilot work on?
with issue as (
  select 'OG' as class_id
  union all
  select 'FO'
  union all
  select 'VC'
  union all
  select 'HR'
  union all
  select 'LP'
  union all
  select 'OHS'
  union all
  select 'EN'
  union all
  select 'CI'
),
pilot as (
  select p.place_id, g.pilot_id, g.issues
  from mine_places as p
  join programme as g
    on g.mine_id = p.mine_id
  where g.stage in ('AGREED', 'ASSESSMENT', 'IMPLEMENTATION', 'COMPLETED')
),
worked_on as (
  select
    t.place_id,
    s.class_id,
    sum(case when position(';' || s.class_id || ';' in ';' || p.issues || ';') > 0 then 1 else 0 end) as pilots
  from place_totals as t
  cross join issue as s
  left join pilot as p
    on p.place_id = t.place_id
  group by t.place_id, s.class_id
),
answer as (
  select
    w.place_id,
    cast(null as string) as class_id,
    cast(sum(case when w.pilots > 0 then 1 else 0 end) as double) as numerator,
    cast(8 as double) as denominator,
    cast(0 as bigint) as pilots
  from worked_on as w
  group by w.place_id
  union all
  select
    w.place_id,
    w.class_id,
    cast(case when w.pilots > 0 then 1 else 0 end as double) as numerator,
    cast(1 as double) as denominator,
    cast(w.pilots as bigint) as pilots
  from worked_on as w
),
total as (
  select p.place_id, count(*) as pilots
  from pilot as p
  group by p.place_id
)
select
  a.place_id,
  a.class_id,
  a.numerator as value,
  a.numerator as low,
  a.numerator as high,
  a.numerator,
  a.denominator,
  cast(case when a.class_id is null then coalesce(t.pilots, 0) else a.pilots end as bigint) as n,
  cast(0 as bigint) as n_approximate,
  cast(0 as bigint) as n_coarse
from answer as a
left join total as t
  on t.place_id = a.place_id
order by a.place_id, a.class_id nulls first
