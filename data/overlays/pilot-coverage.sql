-- How many pilots work on each guideline issue in each region, planned, active and completed, and how many should?
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
place as (
  select 'ALL' as place_id
  union all
  select r.region_id as place_id
  from regions as r
)
select
  c.place_id || ':' || s.issue as cell_id,
  c.place_id,
  s.issue,
  cast(sum(case when g.stage = 'CANDIDATE' then 1 else 0 end) as int) as planned,
  cast(sum(case when g.stage in ('AGREED', 'ASSESSMENT', 'IMPLEMENTATION') then 1 else 0 end) as int) as active,
  cast(sum(case when g.stage = 'COMPLETED' then 1 else 0 end) as int) as completed,
  cast(sum(case when g.stage = 'WITHDRAWN' then 1 else 0 end) as int) as withdrawn,
  max(t.target) as target,
  max(case when t.is_illustrative then 1 else 0 end) = 1 as is_target_illustrative,
  max(case when g.is_illustrative then 1 else 0 end) = 1 as is_illustrative
from place as c
cross join issue as s
left join pilot_places as g
  on g.place_id = c.place_id and position(';' || s.issue || ';' in ';' || g.issues || ';') > 0
left join pilot_targets as t
  on t.place_id = c.place_id and t.issue = s.issue
group by c.place_id, s.issue
