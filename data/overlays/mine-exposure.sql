-- What lies within the radius of each selected mine?
with near_area as (
  select x.mine_id, count(*) as areas
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  join protected_areas as a
    on a.site_id = x.feature_id and a.is_counted
  where x.dataset = 'protected_areas' and x.distance_m <= cast($radius_km as double) * 1000
  group by x.mine_id
),
near_community as (
  select
    x.mine_id,
    count(*) as communities,
    sum(c.population) as population,
    sum(case when c.population is null then 1 else 0 end) as population_unknown
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  join host_communities as c
    on c.community_id = x.feature_id
  where x.dataset = 'host_communities' and x.distance_m <= cast($radius_km as double) * 1000
  group by x.mine_id
),
near_incident as (
  select x.mine_id, count(*) as incidents
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  join selected_incidents as i
    on i.incident_id = x.feature_id
  where x.dataset = 'incident_reports' and x.distance_m <= cast($radius_km as double) * 1000
  group by x.mine_id
),
linked_incident as (
  select i.mine_id, count(*) as incidents
  from selected_incidents as i
  where i.link_basis = 'asserted'
  group by i.mine_id
),
binned as (
  select
    b.mine_id,
    sum(case when b.dataset = 'protected_areas' then b.features else 0 end) as areas,
    sum(case when b.dataset = 'host_communities' then b.features else 0 end) as communities,
    sum(b.population) as population,
    sum(b.population_unknown) as population_unknown,
    sum(case when b.dataset = 'incident_reports' then b.features else 0 end) as incidents
  from mine_distance_bins as b
  join selected_mines as m
    on m.mine_id = b.mine_id
  where b.within_m <= cast($radius_km as double) * 1000 + 0.001
  group by b.mine_id
),
-- Bins end where the ring stops: in between they can't tell, and they know reports of all kinds and times together only.
known as (
  select
    k.is_whole,
    k.is_whole
      or (cast($radius_km as double) <= 10 and round(cast($radius_km as double), 1) = cast($radius_km as double))
      or round(cast($radius_km as double)) = cast($radius_km as double) as has_counts,
    cast($incident_type as string) is null and cast($from as date) is null and cast($to as date) is null
      and coalesce(cast($precise_only as boolean), false) = false as has_all_reports
  from pairs_kept as k
)
select
  m.mine_id,
  m.mine_dataset,
  m.mine_name,
  m.mine_name_zh,
  m.iso3,
  m.region_id,
  m.commod1,
  m.commod2,
  m.commod3,
  m.dev_stat,
  m.ownership_class,
  m.loc_accuracy,
  m.is_located,
  m.is_approximate,
  m.uncertainty_m,
  m.has_footprint,
  t.tier,
  t.site_id as nearest_area_id,
  t.name_eng as nearest_area_name,
  t.distance_m as nearest_area_m,
  t.is_approx as nearest_area_approx,
  cast(case when m.is_located and w.has_counts then coalesce(case when w.is_whole then a.areas else b.areas end, 0) end as int) as areas,
  cast(case when m.is_located and w.has_counts then coalesce(case when w.is_whole then c.communities else b.communities end, 0) end as int) as communities,
  cast(case when m.is_located and w.has_counts then coalesce(case when w.is_whole then c.population else b.population end, 0) end as bigint) as population,
  cast(case when m.is_located and w.has_counts then coalesce(case when w.is_whole then c.population_unknown else b.population_unknown end, 0) end as int) as population_unknown,
  cast(case
    when m.is_located and w.is_whole then coalesce(i.incidents, 0)
    when m.is_located and w.has_counts and w.has_all_reports then coalesce(b.incidents, 0)
  end as int) as incidents_near,
  cast(coalesce(l.incidents, 0) as int) as incidents_linked,
  m.geometry
from selected_mines as m
cross join known as w
left join binned as b
  on b.mine_id = m.mine_id
join mine_tiers as t
  on t.mine_id = m.mine_id
left join near_area as a
  on a.mine_id = m.mine_id
left join near_community as c
  on c.mine_id = m.mine_id
left join near_incident as i
  on i.mine_id = m.mine_id
left join linked_incident as l
  on l.mine_id = m.mine_id
