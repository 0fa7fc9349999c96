-- Where does each row of the Result Matrix stand against its plan?
with snapshot as (
  select cast(f.value as date) as as_of
  from snapshot_facts as f
  where f.fact = 'as_of'
),
based as (
  select
    r.period_id, r.indicator_id, r.region_id, r.dimension, r.dimension_value, r.period_start, r.period_end,
    coalesce(
      r.baseline,
      max(case when extract(year from r.period_end) = i.baseline_year then r.actual end) over (
        partition by r.indicator_id, coalesce(r.region_id, 'ALL'), coalesce(r.dimension_value, 'ALL')
      )
    ) as baseline,
    r.milestone, r.target, r.actual, r.is_computed, r.is_total,
    r.is_milestone_illustrative, r.is_target_illustrative, r.is_actual_illustrative,
    r.override_rag, r.override_reason_en, r.override_reason_zh, r.comment_en, r.comment_zh,
    r.source, r.source_url, r.source_date,
    i.result_id, i.name_en, i.name_zh, i.issue, i.measure, i.ascending, i.unit, i.baseline_year, i.computed_from,
    s.as_of
  from matrix_rows as r
  join result_indicators as i
    on i.indicator_id = r.indicator_id
  cross join snapshot as s
),
measured as (
  select
    b.*,
    (b.actual - b.baseline) / nullif(b.milestone - b.baseline, 0) as ratio,
    coalesce(
      b.target <> b.baseline
        and case when b.ascending then b.actual >= b.target else b.actual <= b.target end,
      false
    ) as is_reached,
    case
      when b.milestone is null and b.target is null then 'context'
      when b.period_end > b.as_of then 'not_due'
      when b.actual is null then 'late'
      when b.milestone is null then 'no_milestone'
      when b.baseline is null then 'no_baseline'
      when b.milestone = b.baseline then 'milestone_is_baseline'
    end as obstacle
  from based as b
),
band as (
  select
    m.period_id,
    t.rag,
    row_number() over (partition by m.period_id order by t.min_ratio desc nulls last) as place_in_row
  from measured as m
  join rag_thresholds as t
    on t.rag in ('GREEN', 'AMBER', 'RED') and (t.min_ratio is null or m.ratio >= t.min_ratio)
  where m.ratio is not null
),
followed as (
  select
    m.*,
    lag(m.actual) over (
      partition by m.indicator_id, coalesce(m.region_id, 'ALL'), coalesce(m.dimension_value, 'ALL') order by m.period_end
    ) as previous_actual,
    lag(m.ratio) over (
      partition by m.indicator_id, coalesce(m.region_id, 'ALL'), coalesce(m.dimension_value, 'ALL') order by m.period_end
    ) as previous_ratio,
    lag(m.is_reached) over (
      partition by m.indicator_id, coalesce(m.region_id, 'ALL'), coalesce(m.dimension_value, 'ALL') order by m.period_end
    ) as was_reached,
    case when m.is_reached then 'BLUE' when m.obstacle is not null then 'GREY' else b.rag end as rag
  from measured as m
  left join band as b
    on b.period_id = m.period_id and b.place_in_row = 1
)
select
  f.period_id,
  f.result_id,
  r.type as result_type,
  r.title_en as result_title_en,
  r.title_zh as result_title_zh,
  f.indicator_id,
  f.name_en,
  f.name_zh,
  f.issue,
  f.measure,
  f.ascending,
  f.unit,
  f.computed_from,
  f.region_id,
  f.dimension,
  f.dimension_value,
  f.period_start,
  f.period_end,
  f.baseline_year,
  f.baseline,
  f.milestone,
  f.target,
  f.actual,
  f.previous_actual,
  f.ratio,
  f.previous_ratio,
  case
    when f.is_reached and f.was_reached then 'level'
    when f.ratio > f.previous_ratio then 'up'
    when f.ratio < f.previous_ratio then 'down'
    when f.ratio = f.previous_ratio then 'level'
  end as trend,
  f.rag,
  t.letter,
  case when f.rag = 'GREY' then f.obstacle end as grey_reason,
  f.override_rag,
  o.letter as override_letter,
  f.override_reason_en,
  f.override_reason_zh,
  f.is_computed,
  f.is_total,
  f.is_milestone_illustrative,
  f.is_target_illustrative,
  f.is_actual_illustrative,
  f.comment_en,
  f.comment_zh,
  f.source,
  f.source_url,
  f.source_date
from followed as f
join results as r
  on r.result_id = f.result_id
left join rag_thresholds as t
  on t.rag = f.rag
left join rag_thresholds as o
  on o.rag = f.override_rag
