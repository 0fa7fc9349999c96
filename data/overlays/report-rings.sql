-- What lies within each ring of one mine?
with ring as (
  select cast(0 as double) as radius_km
  union
  select cast(1 as double)
  union
  select cast(5 as double)
  union
  select cast(10 as double)
  union
  select cast(20 as double)
  union
  select cast(50 as double)
  union
  select cast($radius_km as double)
),
pair as (
  select
    x.distance_m,
    x.is_approx,
    c.community_id,
    c.population,
    a.site_id,
    i.incident_id
  from proximity as x
  left join host_communities as c
    on x.dataset = 'host_communities' and c.community_id = x.feature_id
  left join protected_areas as a
    on x.dataset = 'protected_areas' and a.site_id = x.feature_id and a.is_counted
  left join selected_incidents as i
    on x.dataset = 'incident_reports' and i.incident_id = x.feature_id
  where x.mine_id = cast($mine as string)
),
counted as (
  select
    r.radius_km,
    count(p.community_id) as communities,
    sum(case when p.community_id is not null then p.population end) as population,
    sum(case when p.community_id is not null and p.population is null then 1 else 0 end) as population_unknown,
    count(p.site_id) as areas,
    sum(case when p.site_id is not null and p.is_approx then 1 else 0 end) as areas_approx,
    count(p.incident_id) as incidents_near
  from ring as r
  left join pair as p
    on p.distance_m <= r.radius_km * 1000
  group by r.radius_km
),
linked as (
  select count(*) as n
  from selected_incidents as i
  where i.mine_id = cast($mine as string) and i.link_basis = 'asserted'
)
select
  c.radius_km,
  cast(c.communities as int) as communities,
  cast(coalesce(c.population, 0) as bigint) as population,
  cast(c.population_unknown as int) as population_unknown,
  cast(c.areas as int) as areas,
  cast(c.areas_approx as int) as areas_approx,
  cast(c.incidents_near as int) as incidents_near,
  cast(l.n as int) as incidents_linked
from counted as c
cross join linked as l
order by c.radius_km
