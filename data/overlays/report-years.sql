-- In which years were incident reports near one mine, or linked to it by their source, reported to have happened?
with near as (
  select x.feature_id
  from proximity as x
  where x.mine_id = cast($mine as string)
    and x.dataset = 'incident_reports'
    and x.distance_m <= cast($radius_km as double) * 1000
),
told as (
  select
    cast(extract(year from i.event_date) as int) as year,
    n.feature_id is not null as is_near,
    coalesce(i.mine_id = cast($mine as string) and i.link_basis = 'asserted', false) as is_linked
  from public_incidents as i
  left join near as n
    on n.feature_id = i.incident_id
  where cast($incident_type as string) is null
    or position(',' || i.incident_type || ',' in ',' || cast($incident_type as string) || ',') > 0
)
select
  t.year,
  cast(count(*) as int) as n,
  cast(sum(case when t.is_near then 1 else 0 end) as int) as near,
  cast(sum(case when t.is_linked then 1 else 0 end) as int) as linked
from told as t
where t.is_near or t.is_linked
group by t.year
order by t.year
