-- Which rows does the Result Matrix have: those written, with computed actuals, and the sums of regions that add up?
with computed as (
  select c.period_id, c.actual, c.is_illustrative
  from pilot_periods as c
  union all
  select c.period_id, c.actual, c.is_illustrative
  from impact_periods as c
),
written as (
  select
    p.period_id,
    p.indicator_id,
    p.region_id,
    p.dimension,
    p.dimension_value,
    p.period_start,
    p.period_end,
    coalesce(p.baseline, i.baseline_value) as baseline,
    p.milestone,
    p.target,
    case when i.computed_from is null then p.actual else c.actual end as actual,
    i.computed_from is not null as is_computed,
    false as is_total,
    coalesce(position(';milestone;' in ';' || p.illustrative || ';') > 0, false) as is_milestone_illustrative,
    coalesce(position(';target;' in ';' || p.illustrative || ';') > 0, false) as is_target_illustrative,
    case
      when i.computed_from is not null then coalesce(c.is_illustrative, false)
      else coalesce(position(';actual;' in ';' || p.illustrative || ';') > 0, false)
    end as is_actual_illustrative,
    p.override_rag,
    p.override_reason_en,
    p.override_reason_zh,
    p.comment_en,
    p.comment_zh,
    p.source,
    p.source_url,
    p.source_date
  from indicator_periods as p
  join result_indicators as i
    on i.indicator_id = p.indicator_id
  left join computed as c
    on c.period_id = p.period_id
),
overall as (
  select distinct p.indicator_id
  from indicator_periods as p
  where p.region_id is null and p.dimension is null
),
summed as (
  select
    w.indicator_id,
    w.period_start,
    w.period_end,
    case when count(*) = count(w.baseline) then sum(w.baseline) end as baseline,
    case when count(*) = count(w.milestone) then sum(w.milestone) end as milestone,
    case when count(*) = count(w.target) then sum(w.target) end as target,
    case when count(*) = count(w.actual) then sum(w.actual) end as actual,
    max(case when w.is_computed then 1 else 0 end) = 1 as is_computed,
    max(case when w.is_milestone_illustrative then 1 else 0 end) = 1 as is_milestone_illustrative,
    max(case when w.is_target_illustrative then 1 else 0 end) = 1 as is_target_illustrative,
    max(case when w.is_actual_illustrative then 1 else 0 end) = 1 as is_actual_illustrative
  from written as w
  join result_indicators as i
    on i.indicator_id = w.indicator_id and i.aggregation_status
  where w.region_id is not null and w.dimension is null
  group by w.indicator_id, w.period_start, w.period_end
)
select
  w.period_id,
  w.indicator_id,
  w.region_id,
  w.dimension,
  w.dimension_value,
  w.period_start,
  w.period_end,
  w.baseline,
  w.milestone,
  w.target,
  w.actual,
  w.is_computed,
  w.is_total,
  w.is_milestone_illustrative,
  w.is_target_illustrative,
  w.is_actual_illustrative,
  w.override_rag,
  w.override_reason_en,
  w.override_reason_zh,
  w.comment_en,
  w.comment_zh,
  w.source,
  w.source_url,
  w.source_date
from written as w
union all
select
  s.indicator_id || ':SUM:' || cast(s.period_end as string) as period_id,
  s.indicator_id,
  cast(null as string) as region_id,
  cast(null as string) as dimension,
  cast(null as string) as dimension_value,
  s.period_start,
  s.period_end,
  s.baseline,
  s.milestone,
  s.target,
  s.actual,
  s.is_computed,
  true as is_total,
  s.is_milestone_illustrative,
  s.is_target_illustrative,
  s.is_actual_illustrative,
  cast(null as string) as override_rag,
  cast(null as string) as override_reason_en,
  cast(null as string) as override_reason_zh,
  cast(null as string) as comment_en,
  cast(null as string) as comment_zh,
  cast(null as string) as source,
  cast(null as string) as source_url,
  cast(null as date) as source_date
from summed as s
left join overall as o
  on o.indicator_id = s.indicator_id
where o.indicator_id is null
