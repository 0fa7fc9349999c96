-- Do the totals of regions and countries add up to those of all regions, and if not, what is counted in more than one?
with near as (
  select x.dataset, x.feature_id, m.region_id, m.iso3
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  cross join pairs_kept as k
  where m.is_located and x.distance_m <= cast($radius_km as double) * 1000
    and k.is_union_known
),
feature as (
  select 'communities' as measure, 'host_communities' as dataset, c.community_id as feature_id, c.region_id, c.iso3, 1 as amount
  from host_communities as c
  union all
  select 'people', 'host_communities', c.community_id, c.region_id, c.iso3, c.population
  from host_communities as c
  where c.population is not null
  union all
  select 'areas', 'protected_areas', a.site_id, a.region_id, a.iso3, 1
  from protected_areas as a
  where a.is_counted
  union all
  select 'incidents', 'incident_reports', i.incident_id, i.region_id, i.iso3, 1
  from selected_incidents as i
),
near_feature as (
  select
    f.measure,
    f.feature_id,
    f.amount,
    f.region_id,
    f.iso3,
    n.region_id as mine_region_id,
    n.iso3 as mine_iso3
  from near as n
  join feature as f
    on f.dataset = n.dataset and f.feature_id = n.feature_id
),
counting_mine as (
  select 'mines' as measure, 'own' as counting, m.mine_id as feature_id, m.region_id, m.iso3, 1 as amount
  from selected_mines as m
  union all
  select 'located_mines', 'own', m.mine_id, m.region_id, m.iso3, 1
  from selected_mines as m
  where m.is_located
),
counting as (
  select m.measure, m.counting, m.feature_id, m.amount, 'region' as level, m.region_id as place_id
  from counting_mine as m
  union all
  select m.measure, m.counting, m.feature_id, m.amount, 'country', m.iso3
  from counting_mine as m
  union
  select n.measure, 'touching', n.feature_id, n.amount, 'region', n.mine_region_id
  from near_feature as n
  union
  select n.measure, 'touching', n.feature_id, n.amount, 'country', n.mine_iso3
  from near_feature as n
  union
  select n.measure, 'hosted', n.feature_id, n.amount, 'region', n.region_id
  from near_feature as n
  union
  select n.measure, 'hosted', n.feature_id, n.amount, 'country', n.iso3
  from near_feature as n
),
part as (
  select c.measure, c.counting, c.level, c.place_id, sum(c.amount) as amount
  from counting as c
  group by c.measure, c.counting, c.level, c.place_id
),
summed as (
  select p.measure, p.counting, p.level, sum(p.amount) as sum_of_parts
  from part as p
  group by p.measure, p.counting, p.level
),
once as (
  select c.measure, c.counting, c.level, c.feature_id, max(c.amount) as amount, count(*) as places
  from counting as c
  group by c.measure, c.counting, c.level, c.feature_id
),
whole as (
  select
    o.measure,
    o.counting,
    o.level,
    sum(o.amount) as all_total,
    sum((o.places - 1) * o.amount) as counted_again
  from once as o
  group by o.measure, o.counting, o.level
)
select
  w.measure || ':' || w.counting || ':' || w.level as line_id,
  w.measure,
  w.counting,
  w.level,
  cast(w.all_total as double) as all_total,
  cast(s.sum_of_parts as double) as sum_of_parts,
  cast(w.counted_again as double) as counted_again,
  s.sum_of_parts - w.counted_again = w.all_total as is_equal
from whole as w
join summed as s
  on s.measure = w.measure and s.counting = w.counting and s.level = w.level
order by w.measure, w.counting, w.level
