-- How many features of each layer does the filter leave, how many of them lie in the ring, and how many are placed imprecisely?
with mine as (
  select m.mine_dataset, m.loc_accuracy in ('COORDINATES', 'EXACT_LOCATION') as is_precise, m.is_located
  from all_mines as m
  where (cast($region as string) is null
      or position(',' || m.region_id || ',' in ',' || cast($region as string) || ',') > 0)
    and (cast($country as string) is null
      or position(',' || m.iso3 || ',' in ',' || cast($country as string) || ',') > 0)
    and (cast($commodity as string) is null
      or position(',' || m.commod1 || ',' in ',' || cast($commodity as string) || ',') > 0
      or position(',' || m.commod2 || ',' in ',' || cast($commodity as string) || ',') > 0
      or position(',' || m.commod3 || ',' in ',' || cast($commodity as string) || ',') > 0)
    and (cast($status as string) is null
      or position(',' || m.dev_stat || ',' in ',' || cast($status as string) || ',') > 0)
    and (cast($ownership as string) is null
      or position(',' || m.ownership_class || ',' in ',' || cast($ownership as string) || ',') > 0)
),
incident as (
  select i.incident_id, i.geo_precision = '1' as is_precise
  from public_incidents as i
  where (cast($incident_type as string) is null
      or position(',' || i.incident_type || ',' in ',' || cast($incident_type as string) || ',') > 0)
    and (cast($from as date) is null or i.event_date >= cast($from as date))
    and (cast($to as date) is null or i.event_date <= cast($to as date))
    and (cast($region as string) is null
      or position(',' || i.region_id || ',' in ',' || cast($region as string) || ',') > 0)
    and (cast($country as string) is null
      or position(',' || i.iso3 || ',' in ',' || cast($country as string) || ',') > 0)
),
near as (
  select distinct x.dataset, x.feature_id
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  where x.distance_m <= cast($radius_km as double) * 1000
),
counted as (
  select
    m.mine_dataset as layer,
    sum(case when m.is_precise or coalesce(cast($precise_only as boolean), false) = false then 1 else 0 end) as n,
    sum(case when m.is_located and (m.is_precise or coalesce(cast($precise_only as boolean), false) = false) then 1 else 0 end) as in_ring,
    sum(case when m.is_precise then 0 else 1 end) as imprecise
  from mine as m
  group by m.mine_dataset
  union all
  select 'host_communities', count(*), (select count(*) from near as n where n.dataset = 'host_communities'), 0
  from host_communities as c
  where (cast($region as string) is null
      or position(',' || c.region_id || ',' in ',' || cast($region as string) || ',') > 0)
    and (cast($country as string) is null
      or position(',' || c.iso3 || ',' in ',' || cast($country as string) || ',') > 0)
  union all
  select
    'protected_areas',
    count(*),
    (
      select count(*)
      from near as n
      join protected_areas as p
        on p.site_id = n.feature_id and p.is_counted
      where n.dataset = 'protected_areas'
    ),
    0
  from protected_areas as a
  where (cast($region as string) is null
      or position(',' || a.region_id || ',' in ',' || cast($region as string) || ',') > 0)
    and (cast($country as string) is null
      or position(',' || a.iso3 || ',' in ',' || cast($country as string) || ',') > 0)
  union all
  select
    'incident_reports',
    sum(case when i.is_precise or coalesce(cast($precise_only as boolean), false) = false then 1 else 0 end),
    (
      select count(*)
      from near as n
      join selected_incidents as s
        on s.incident_id = n.feature_id
      where n.dataset = 'incident_reports'
    ),
    sum(case when i.is_precise then 0 else 1 end)
  from incident as i
)
select
  c.layer,
  cast(coalesce(c.n, 0) as bigint) as n,
  cast(case when u.is_union_known or c.layer in ('mines', 'pilot_mines') then coalesce(c.in_ring, 0) end as bigint) as in_ring,
  cast(coalesce(c.imprecise, 0) as bigint) as imprecise
from counted as c
cross join pairs_kept as u
order by c.layer
