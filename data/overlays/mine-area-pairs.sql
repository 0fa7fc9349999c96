-- Which protected areas, counted or not, lie within the radius of which selected mine?
select
  p.pair_id,
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.mine_iso3,
  p.mine_region_id,
  p.mine_loc_accuracy,
  a.site_id,
  a.name_eng,
  a.desig_eng,
  a.iucn_cat,
  a.int_crit,
  a.status,
  a.iso3,
  a.rep_area_km2,
  a.is_counted,
  p.relation,
  p.distance_m,
  p.uncertainty_m,
  p.ring_km,
  p.is_approx,
  case
    when p.relation = 'inside' or p.distance_m <= 10000 then
      case
        when a.int_crit in ('World Heritage (natural)', 'World Heritage (cultural)', 'World Heritage (mixed)')
          then case when p.relation = 'inside' then 'T0' else 'T3' end
        when a.iucn_cat in ('Ia', 'Ib', 'II', 'III', 'IV') then case when p.relation = 'inside' then 'T1' else 'T3' end
        else case when p.relation = 'inside' then 'T2' else 'T4' end
      end
    else 'T5'
  end as tier,
  p.overlap_ha,
  p.geometry
from selected_pairs as p
join protected_areas as a
  on a.site_id = p.feature_id
where p.dataset = 'protected_areas'
