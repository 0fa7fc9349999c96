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
  cast(case when m.is_located then coalesce(a.areas, 0) end as int) as areas,
  cast(case when m.is_located then coalesce(c.communities, 0) end as int) as communities,
  cast(case when m.is_located then coalesce(c.population, 0) end as bigint) as population,
  cast(case when m.is_located then coalesce(c.population_unknown, 0) end as int) as population_unknown,
  cast(case when m.is_located then coalesce(i.incidents, 0) end as int) as incidents_near,
  cast(coalesce(l.incidents, 0) as int) as incidents_linked,
  m.geometry
from selected_mines as m
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
