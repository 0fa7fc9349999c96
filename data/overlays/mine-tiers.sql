-- How near is each selected mine to counted protected areas, and how near or far could it be?
with pair as (
  select
    x.mine_id, x.feature_id as site_id, x.distance_m, x.uncertainty_m, x.is_inside, x.is_approx,
    coalesce(a.gis_area_km2 > 0, false) as has_extent,
    case
      when a.int_crit in ('World Heritage (natural)', 'World Heritage (cultural)', 'World Heritage (mixed)') then 0
      when a.iucn_cat in ('Ia', 'Ib', 'II', 'III', 'IV') then 1
      else 2
    end as strength
  from proximity as x
  join selected_mines as m
    on m.mine_id = x.mine_id
  join protected_areas as a
    on a.site_id = x.feature_id and a.is_counted
  where x.dataset = 'protected_areas'
),
ranked as (
  select
    p.mine_id, p.site_id, p.distance_m, p.uncertainty_m, p.is_approx,
    case
      when p.is_inside then p.strength
      when p.distance_m <= cast($radius_km as double) * 1000 then case when p.strength <= 1 then 3 else 4 end
      when p.distance_m <= 50000 then 5
      else 6
    end as tier_rank,
    case
      when p.has_extent and p.distance_m - p.uncertainty_m <= 0 then p.strength
      when p.distance_m - p.uncertainty_m <= cast($radius_km as double) * 1000 then case when p.strength <= 1 then 3 else 4 end
      when p.distance_m - p.uncertainty_m <= 50000 then 5
      else 6
    end as least_rank,
    case
      when p.is_inside and p.distance_m + p.uncertainty_m <= 0 then p.strength
      when p.distance_m + p.uncertainty_m <= cast($radius_km as double) * 1000 then case when p.strength <= 1 then 3 else 4 end
      when p.distance_m + p.uncertainty_m <= 50000 then 5
      else 6
    end as most_rank,
    row_number() over (partition by p.mine_id order by p.distance_m, p.strength, p.site_id) as place_in_row
  from pair as p
),
nearest as (
  select
    r.mine_id,
    min(r.tier_rank) as tier_rank,
    min(r.least_rank) as least_rank,
    min(r.most_rank) as most_rank,
    max(case when r.place_in_row = 1 then r.site_id end) as site_id,
    min(r.distance_m) as distance_m,
    min(r.distance_m - r.uncertainty_m) as least_m,
    min(r.distance_m + r.uncertainty_m) as most_m,
    max(case when r.place_in_row = 1 and r.is_approx then 1 else 0 end) = 1 as is_approx
  from ranked as r
  group by r.mine_id
)
select
  m.mine_id,
  case when m.is_located then 'T' || cast(coalesce(n.tier_rank, 6) as string) else 'TU' end as tier,
  cast(case when m.is_located then coalesce(n.tier_rank, 6) end as int) as tier_rank,
  cast(case when m.is_located then coalesce(n.least_rank, 6) end as int) as least_rank,
  cast(case when m.is_located then coalesce(n.most_rank, 6) end as int) as most_rank,
  n.site_id,
  a.name_eng,
  n.distance_m,
  case when n.least_m > 0 then n.least_m else n.least_m * 0 end as least_m,
  n.most_m,
  n.is_approx
from selected_mines as m
left join nearest as n
  on n.mine_id = m.mine_id
left join protected_areas as a
  on a.site_id = n.site_id
