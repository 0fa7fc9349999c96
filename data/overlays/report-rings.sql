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
    on c.community_id = case when x.dataset = 'host_communities' then x.feature_id end
  left join protected_areas as a
    on a.site_id = case when x.dataset = 'protected_areas' then x.feature_id end and a.is_counted
  left join selected_incidents as i
    on i.incident_id = case when x.dataset = 'incident_reports' then x.feature_id end
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
-- Of a mine other than a pilot only the nearest pairs may be there; then its distance bins count.
kept as (
  select count(f.fact) = 0 as is_whole
  from all_mines as m
  left join snapshot_facts as f
    on f.fact = 'pairs' and f.value = 'nearest' and m.mine_dataset <> 'pilot_mines'
  where m.mine_id = cast($mine as string)
),
binned as (
  select
    r.radius_km,
    sum(case when b.dataset = 'host_communities' then b.features else 0 end) as communities,
    sum(b.population) as population,
    sum(b.population_unknown) as population_unknown,
    sum(case when b.dataset = 'protected_areas' then b.features else 0 end) as areas,
    sum(case when b.dataset = 'protected_areas' then b.approximate else 0 end) as areas_approx,
    sum(case when b.dataset = 'incident_reports' then b.features else 0 end) as incidents_near
  from ring as r
  left join mine_distance_bins as b
    on b.mine_id = cast($mine as string) and b.within_m <= r.radius_km * 1000 + 0.001
  group by r.radius_km
),
known as (
  select
    r.radius_km,
    k.is_whole
      or (r.radius_km <= 10 and round(r.radius_km, 1) = r.radius_km)
      or round(r.radius_km) = r.radius_km as has_counts,
    k.is_whole
      or (cast($incident_type as string) is null and cast($from as date) is null and cast($to as date) is null
        and coalesce(cast($precise_only as boolean), false) = false) as has_all_reports
  from ring as r
  cross join kept as k
),
linked as (
  select count(*) as n
  from selected_incidents as i
  where i.mine_id = cast($mine as string) and i.link_basis = 'asserted'
)
select
  c.radius_km,
  cast(case when w.has_counts then case when k.is_whole then c.communities else coalesce(b.communities, 0) end end as int) as communities,
  cast(case when w.has_counts then coalesce(case when k.is_whole then c.population else b.population end, 0) end as bigint) as population,
  cast(case when w.has_counts then case when k.is_whole then c.population_unknown else coalesce(b.population_unknown, 0) end end as int) as population_unknown,
  cast(case when w.has_counts then case when k.is_whole then c.areas else coalesce(b.areas, 0) end end as int) as areas,
  cast(case when w.has_counts then case when k.is_whole then c.areas_approx else coalesce(b.areas_approx, 0) end end as int) as areas_approx,
  cast(case
    when w.has_counts and w.has_all_reports then case when k.is_whole then c.incidents_near else coalesce(b.incidents_near, 0) end
  end as int) as incidents_near,
  cast(l.n as int) as incidents_linked
from counted as c
cross join linked as l
cross join kept as k
join binned as b
  on b.radius_km = c.radius_km
join known as w
  on w.radius_km = c.radius_km
order by c.radius_km
