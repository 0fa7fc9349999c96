-- Which active or completed pilots work on which guideline issue? The first one of each issue makes it count.
with issue as (
  select 'OG' as issue
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
)
select
  s.issue || ':' || g.pilot_id as row_id,
  s.issue,
  cast(case when row_number() over (partition by s.issue order by g.start_date nulls last, g.pilot_id) = 1 then 1 else 0 end as int) as counts,
  g.pilot_id,
  g.stage,
  g.start_date,
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.iso3,
  p.region_id
from mine_places as p
join programme as g
  on g.mine_id = p.mine_id
join issue as s
  on position(';' || s.issue || ';' in ';' || g.issues || ';') > 0
where p.place_id = coalesce(cast($place as string), 'ALL')
  and g.stage in ('AGREED', 'ASSESSMENT', 'IMPLEMENTATION', 'COMPLETED')
  and (cast($class as string) is null or s.issue = cast($class as string))
order by s.issue, g.start_date nulls last, g.pilot_id
