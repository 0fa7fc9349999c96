-- How many projects does the Result Matrix plan in each place, and for each guideline issue there?
with planned as (
  select
    coalesce(p.region_id, 'ALL') as place_id,
    p.dimension_value as issue,
    p.target,
    coalesce(position(';target;' in ';' || p.illustrative || ';') > 0, false) as is_illustrative,
    row_number() over (
      partition by coalesce(p.region_id, 'ALL'), coalesce(p.dimension_value, 'ALL')
      order by p.period_end desc, p.period_id
    ) as place_in_row
  from indicator_periods as p
  join result_indicators as i
    on i.indicator_id = p.indicator_id and i.computed_from = 'PC-02' and i.computed_class = 'pilots'
  where p.target is not null and (p.dimension is null or p.dimension = 'issue')
)
select
  d.place_id || ':' || coalesce(d.issue, 'ALL') as target_id,
  d.place_id,
  d.issue,
  d.target,
  d.is_illustrative
from planned as d
where d.place_in_row = 1
