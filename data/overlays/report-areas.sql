-- Which protected areas are near one mine, nearest first, and which tier does each give it?
select
  a.site_id as feature_id,
  a.name_eng as name_en,
  cast(null as string) as name_zh,
  a.iso3,
  x.distance_m,
  x.uncertainty_m,
  x.is_inside,
  x.is_approx,
  a.desig_eng,
  a.iucn_cat,
  a.int_crit,
  a.status,
  a.rep_area_km2,
  a.is_counted,
  x.overlap_ha,
  case
    when x.is_inside or x.distance_m <= cast($radius_km as double) * 1000 then
      case
        when a.int_crit in ('World Heritage (natural)', 'World Heritage (cultural)', 'World Heritage (mixed)')
          then case when x.is_inside then 'T0' else 'T3' end
        when a.iucn_cat in ('Ia', 'Ib', 'II', 'III', 'IV') then case when x.is_inside then 'T1' else 'T3' end
        else case when x.is_inside then 'T2' else 'T4' end
      end
    when x.distance_m <= 50000 then 'T5'
    else 'T6'
  end as tier
from proximity as x
join protected_areas as a
  on a.site_id = x.feature_id
where x.mine_id = cast($mine as string) and x.dataset = 'protected_areas'
order by x.distance_m, a.site_id
