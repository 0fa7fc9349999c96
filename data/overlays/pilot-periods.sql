-- What do the pilots of the programme give as the actual of each row of the Result Matrix, on the last day of its period?
with issue as (
  select 'OG' as issue
  union all select 'FO'
  union all select 'VC'
  union all select 'HR'
  union all select 'LP'
  union all select 'OHS'
  union all select 'EN'
  union all select 'CI'
),
snapshot as (
  select cast(f.value as date) as as_of
  from snapshot_facts as f
  where f.fact = 'as_of'
),
asked as (
  select
    p.period_id,
    coalesce(p.region_id, 'ALL') as place_id,
    p.dimension_value as issue,
    i.computed_from || coalesce(':' || i.computed_class, '') as quantity,
    case when p.period_end < s.as_of then p.period_end else s.as_of end as on_day
  from indicator_periods as p
  join result_indicators as i
    on i.indicator_id = p.indicator_id and i.computed_from in ('PC-01', 'PC-02', 'PC-03')
  cross join snapshot as s
  where p.period_start <= s.as_of and (p.dimension is null or p.dimension = 'issue')
),
counting as (
  select
    a.period_id,
    g.pilot_id,
    g.issues,
    g.is_illustrative,
    case when g.stage = 'COMPLETED' and g.ended_on <= a.on_day then 1 else 0 end as is_completed
  from asked as a
  join pilot_places as g
    on g.place_id = a.place_id and g.begun_on <= a.on_day
  where not (g.stage = 'WITHDRAWN' and g.ended_on <= a.on_day)
    and (a.issue is null or position(';' || a.issue || ';' in ';' || g.issues || ';') > 0)
),
counted as (
  select
    c.period_id,
    count(*) as pilots,
    sum(c.is_completed) as completed,
    max(case when c.is_illustrative then 1 else 0 end) as is_illustrative
  from counting as c
  group by c.period_id
),
covered as (
  select c.period_id, count(distinct s.issue) as issues
  from counting as c
  join issue as s
    on position(';' || s.issue || ';' in ';' || c.issues || ';') > 0
  group by c.period_id
)
select
  a.period_id,
  cast(case a.quantity
    when 'PC-01:COMPLETED' then coalesce(c.completed, 0)
    when 'PC-02:pilots' then coalesce(c.pilots, 0)
    when 'PC-02' then 100 * coalesce(c.pilots, 0) / nullif(t.target, 0)
    when 'PC-03' then coalesce(v.issues, 0)
  end as double) as actual,
  coalesce(c.is_illustrative, 0) = 1 as is_illustrative
from asked as a
left join counted as c
  on c.period_id = a.period_id
left join covered as v
  on v.period_id = a.period_id
left join pilot_targets as t
  on t.place_id = a.place_id and coalesce(t.issue, 'ALL') = coalesce(a.issue, 'ALL')
