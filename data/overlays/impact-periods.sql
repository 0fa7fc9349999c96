-- What do map and incident reports give as the actual of each row of the Result Matrix, for the pilot mines?
with snapshot as (
  select cast(f.value as date) as as_of
  from snapshot_facts as f
  where f.fact = 'as_of'
),
period as (
  select
    p.period_id,
    p.indicator_id,
    p.region_id,
    p.dimension,
    p.period_start,
    p.period_end,
    cast(p.period_end + interval '1' day as date) as end_date
  from indicator_periods as p
),
asked as (
  select
    p.period_id,
    coalesce(p.region_id, 'ALL') as place_id,
    i.computed_from,
    p.period_start,
    p.period_end,
    s.as_of,
    cast(extract(year from p.end_date) - extract(year from p.period_start) as double)
      + cast(extract(month from p.end_date) - extract(month from p.period_start) as double) / 12
      + cast(extract(day from p.end_date) - extract(day from p.period_start) as double) / 365.25 as years
  from period as p
  join result_indicators as i
    on i.indicator_id = p.indicator_id and i.computed_from in ('EN-01', 'EN-02', 'CI-04', 'OHS-01')
  cross join snapshot as s
  where p.dimension is null and p.period_start <= s.as_of
),
mine as (
  select 'ALL' as place_id, m.mine_id, m.is_located
  from all_mines as m
  where m.mine_dataset = 'pilot_mines'
  union all
  select m.region_id as place_id, m.mine_id, m.is_located
  from all_mines as m
  where m.mine_dataset = 'pilot_mines'
),
inside as (
  select
    x.mine_id,
    max(case when a.int_crit in ('World Heritage (natural)', 'World Heritage (cultural)', 'World Heritage (mixed)') then 1 else 0 end) as in_heritage
  from proximity as x
  join protected_areas as a
    on a.site_id = x.feature_id and a.is_counted
  where x.dataset = 'protected_areas' and x.is_inside
  group by x.mine_id
),
placed as (
  select
    m.place_id,
    count(*) as mines,
    sum(case when m.is_located then 1 else 0 end) as located,
    sum(case when m.is_located and n.mine_id is not null then 1 else 0 end) as in_area,
    sum(case when m.is_located then coalesce(n.in_heritage, 0) else 0 end) as in_heritage
  from mine as m
  left join inside as n
    on n.mine_id = m.mine_id
  group by m.place_id
),
report as (
  select i.incident_id, i.event_date, i.incident_type, i.issue, i.mine_id, i.link_basis, i.fatalities
  from public_incidents as i
  where not i.is_before_ownership and not i.is_running_total and i.verification <> 'REJECTED'
),
near_report as (
  select distinct m.place_id, i.incident_id, i.event_date
  from mine as m
  join proximity as x
    on x.mine_id = m.mine_id and x.dataset = 'incident_reports' and x.distance_m <= 20000
  join report as i
    on i.incident_id = x.feature_id and i.incident_type in ('PROTEST', 'LAND_DISPUTE_RESETTLEMENT')
),
near_community as (
  select distinct m.place_id, c.community_id, c.population
  from mine as m
  join proximity as x
    on x.mine_id = m.mine_id and x.dataset = 'host_communities' and x.distance_m <= 20000
  join host_communities as c
    on c.community_id = x.feature_id
),
people as (
  select c.place_id, sum(c.population) as population
  from near_community as c
  group by c.place_id
),
conflict as (
  select a.period_id, count(*) as reports
  from asked as a
  join near_report as r
    on r.place_id = a.place_id and r.event_date >= a.period_start and r.event_date <= a.period_end
  group by a.period_id
),
death as (
  select a.period_id, sum(r.fatalities) as people
  from asked as a
  join mine as m
    on m.place_id = a.place_id
  join report as r
    on r.mine_id = m.mine_id and r.event_date >= a.period_start and r.event_date <= a.period_end
  where r.link_basis = 'asserted' and r.issue = 'OHS'
  group by a.period_id
)
select
  a.period_id,
  cast(case
    when a.computed_from = 'EN-01' and a.period_end >= a.as_of then 100 * d.in_area / nullif(d.located, 0)
    when a.computed_from = 'EN-02' and a.period_end >= a.as_of and d.located > 0 then d.in_heritage
    when a.computed_from = 'CI-04' and a.period_end <= a.as_of and h.population > 0
      then 100000 * coalesce(c.reports, 0) / (h.population * a.years)
    when a.computed_from = 'OHS-01' and a.period_end <= a.as_of and d.mines > 0 then coalesce(k.people, 0) / a.years
  end as double) as actual,
  false as is_illustrative
from asked as a
left join placed as d
  on d.place_id = a.place_id
left join people as h
  on h.place_id = a.place_id
left join conflict as c
  on c.period_id = a.period_id
left join death as k
  on k.period_id = a.period_id
