-- Which countries with selected mines have no active or completed pilot, and what lies there?
with located as (
  select m.iso3, m.mine_id
  from selected_mines as m
  where m.is_located
),
pilot as (
  select
    p.iso3,
    sum(case when p.stage = 'CANDIDATE' then 1 else 0 end) as planned,
    sum(case when p.stage in ('AGREED', 'ASSESSMENT', 'IMPLEMENTATION', 'COMPLETED') then 1 else 0 end) as running,
    sum(case when p.stage = 'WITHDRAWN' then 1 else 0 end) as withdrawn
  from pilot_places as p
  where p.place_id = 'ALL'
  group by p.iso3
),
country as (
  select
    m.iso3,
    m.region_id,
    count(*) as mines,
    sum(case when m.is_located then 1 else 0 end) as located_mines
  from selected_mines as m
  group by m.iso3, m.region_id
),
near_area as (
  select l.iso3, count(distinct l.mine_id) as mines
  from located as l
  join proximity as x
    on x.mine_id = l.mine_id and x.dataset = 'protected_areas' and x.distance_m <= cast($radius_km as double) * 1000
  join protected_areas as a
    on a.site_id = x.feature_id and a.is_counted
  group by l.iso3
),
near_place as (
  select distinct l.iso3, x.dataset, x.feature_id
  from located as l
  join proximity as x
    on x.mine_id = l.mine_id and x.distance_m <= cast($radius_km as double) * 1000
  where x.dataset in ('host_communities', 'incident_reports')
),
near_community as (
  select
    n.iso3,
    count(*) as communities,
    sum(c.population) as population,
    sum(case when c.population is null then 1 else 0 end) as population_unknown
  from near_place as n
  join host_communities as c
    on c.community_id = n.feature_id
  where n.dataset = 'host_communities'
  group by n.iso3
),
near_incident as (
  select n.iso3, count(*) as incidents
  from near_place as n
  join selected_incidents as i
    on i.incident_id = n.feature_id
  where n.dataset = 'incident_reports'
  group by n.iso3
),
linked_incident as (
  select m.iso3, count(*) as incidents
  from selected_mines as m
  join selected_incidents as i
    on i.mine_id = m.mine_id and i.link_basis = 'asserted'
  group by m.iso3
)
select
  c.iso3,
  r.name_en,
  r.name_zh,
  c.region_id,
  cast(row_number() over (
    order by c.mines desc, coalesce(a.mines, 0) desc, coalesce(h.population, 0) desc,
      coalesce(i.incidents, 0) desc, c.iso3
  ) as int) as place_in_list,
  cast(c.mines as int) as mines,
  cast(c.located_mines as int) as located_mines,
  cast(case when c.located_mines > 0 then coalesce(a.mines, 0) end as int) as mines_near_areas,
  cast(case when c.located_mines > 0 and u.is_union_known then coalesce(h.communities, 0) end as int) as communities,
  cast(case when c.located_mines > 0 and u.is_union_known then coalesce(h.population, 0) end as bigint) as population,
  cast(case when c.located_mines > 0 and u.is_union_known then coalesce(h.population_unknown, 0) end as int) as population_unknown,
  cast(case when c.located_mines > 0 and u.is_union_known then coalesce(i.incidents, 0) end as int) as incidents_near,
  cast(coalesce(k.incidents, 0) as int) as incidents_linked,
  cast(coalesce(p.planned, 0) as int) as pilots_planned,
  cast(coalesce(p.withdrawn, 0) as int) as pilots_withdrawn
from country as c
cross join pairs_kept as u
left join region_countries as r
  on r.iso3 = c.iso3
left join pilot as p
  on p.iso3 = c.iso3
left join near_area as a
  on a.iso3 = c.iso3
left join near_community as h
  on h.iso3 = c.iso3
left join near_incident as i
  on i.iso3 = c.iso3
left join linked_incident as k
  on k.iso3 = c.iso3
where coalesce(p.running, 0) = 0
