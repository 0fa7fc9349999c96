-- Which protected areas, counted or not, lie within the radius of which selected mine?
select
  x.pair_id,
  m.mine_id,
  m.mine_name,
  m.mine_name_zh,
  m.iso3 as mine_iso3,
  m.region_id as mine_region_id,
  m.loc_accuracy as mine_loc_accuracy,
  a.site_id,
  a.name_eng,
  a.desig_eng,
  a.iucn_cat,
  a.int_crit,
  a.status,
  a.iso3,
  a.rep_area_km2,
  a.is_counted,
  case when x.is_inside then 'inside' else 'within' end as relation,
  x.distance_m,
  x.uncertainty_m,
  case
    when x.is_inside then 0
    when x.distance_m <= 1000 then 1
    when x.distance_m <= 5000 then 5
    when x.distance_m <= 10000 then 10
    when x.distance_m <= 20000 then 20
    else 50
  end as ring_km,
  x.is_approx,
  case
    when x.is_inside or x.distance_m <= 10000 then
      case
        when a.int_crit in ('World Heritage (natural)', 'World Heritage (cultural)', 'World Heritage (mixed)')
          then case when x.is_inside then 'T0' else 'T3' end
        when a.iucn_cat in ('Ia', 'Ib', 'II', 'III', 'IV') then case when x.is_inside then 'T1' else 'T3' end
        else case when x.is_inside then 'T2' else 'T4' end
      end
    else 'T5'
  end as tier,
  x.overlap_ha,
  m.geometry
from proximity as x
join selected_mines as m
  on m.mine_id = x.mine_id
join protected_areas as a
  on a.site_id = x.feature_id
where x.dataset = 'protected_areas' and x.distance_m <= cast($radius_km as double) * 1000
