-- For which place does each pilot count, and from when to when did it run?
with snapshot as (
  select cast(f.value as date) as as_of
  from snapshot_facts as f
  where f.fact = 'as_of'
),
pilot as (
  select
    g.pilot_id,
    g.mine_id,
    m.iso3,
    m.region_id,
    g.stage,
    g.issues,
    case when g.stage <> 'CANDIDATE' then coalesce(g.start_date, s.as_of) end as begun_on,
    case
      when g.stage = 'COMPLETED' then coalesce(g.end_date, s.as_of)
      when g.stage = 'WITHDRAWN' then coalesce(g.end_date, g.start_date, s.as_of)
    end as ended_on,
    g.is_illustrative
  from programme as g
  join pilot_mines as m
    on m.mine_id = g.mine_id
  cross join snapshot as s
)
select 'ALL' as place_id, p.pilot_id, p.mine_id, p.iso3, p.stage, p.issues, p.begun_on, p.ended_on, p.is_illustrative
from pilot as p
union all
select p.region_id as place_id, p.pilot_id, p.mine_id, p.iso3, p.stage, p.issues, p.begun_on, p.ended_on, p.is_illustrative
from pilot as p
