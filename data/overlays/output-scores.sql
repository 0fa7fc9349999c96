-- How far is each output, and all of them by weight, at the end of each period?
with indicator as (
  select i.result_id, count(*) as indicators
  from result_indicators as i
  group by i.result_id
),
cap as (
  select max(b.min_ratio) as most
  from score_bands as b
),
overall as (
  select m.result_id, m.period_start, m.period_end, m.rag, case when m.ratio > c.most then c.most else m.ratio end as ratio
  from result_matrix as m
  cross join cap as c
  where m.result_type = '1' and m.region_id is null and m.dimension is null and m.milestone is not null
),
period as (
  select distinct o.period_start, o.period_end
  from overall as o
),
measured as (
  select
    r.result_id, r.title_en, r.title_zh, r.risk_rating, r.weight_pct, p.period_start, p.period_end,
    cast(coalesce(max(i.indicators), 0) as int) as indicators,
    cast(sum(case when o.ratio is not null and o.rag <> 'GREY' then 1 else 0 end) as int) as indicators_with_data,
    avg(case when o.rag <> 'GREY' then o.ratio end) as ratio
  from results as r
  cross join period as p
  left join indicator as i
    on i.result_id = r.result_id
  left join overall as o
    on o.result_id = r.result_id and o.period_end = p.period_end and o.period_start = p.period_start
  where r.type = '1'
  group by r.result_id, r.title_en, r.title_zh, r.risk_rating, r.weight_pct, p.period_start, p.period_end
),
answer as (
  select
    m.result_id, m.title_en, m.title_zh, m.risk_rating, m.weight_pct, m.period_start, m.period_end,
    m.indicators, m.indicators_with_data, m.ratio,
    case when m.ratio is null then 0 else m.weight_pct end as weight_with_data_pct,
    m.weight_pct * m.ratio as points
  from measured as m
  union all
  select
    'ALL' as result_id, 'All outputs' as title_en, '全部产出' as title_zh, cast(null as string) as risk_rating,
    sum(m.weight_pct) as weight_pct, m.period_start, m.period_end,
    cast(sum(m.indicators) as int) as indicators,
    cast(sum(m.indicators_with_data) as int) as indicators_with_data,
    sum(m.weight_pct * m.ratio) / nullif(sum(case when m.ratio is not null then m.weight_pct end), 0) as ratio,
    sum(case when m.ratio is null then 0 else m.weight_pct end) as weight_with_data_pct,
    sum(m.weight_pct * m.ratio) as points
  from measured as m
  group by m.period_start, m.period_end
),
graded as (
  select
    a.result_id,
    a.period_end,
    b.score,
    row_number() over (partition by a.result_id, a.period_end order by b.min_ratio desc nulls last) as place_in_row
  from answer as a
  join score_bands as b
    on b.min_ratio is null or a.ratio >= b.min_ratio
  where a.ratio is not null
)
select
  a.result_id || ':' || cast(a.period_end as string) as score_id,
  a.result_id,
  a.title_en,
  a.title_zh,
  a.risk_rating,
  a.period_start,
  a.period_end,
  a.weight_pct,
  a.indicators,
  a.indicators_with_data,
  a.ratio,
  g.score,
  a.weight_with_data_pct,
  a.points
from answer as a
left join graded as g
  on g.result_id = a.result_id and g.period_end = a.period_end and g.place_in_row = 1
