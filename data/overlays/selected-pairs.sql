-- Which features lie within the radius of which selected mine, in which distance class, and which mine is nearest to each?
select
  x.pair_id,
  m.mine_id,
  m.mine_name,
  m.mine_name_zh,
  m.iso3 as mine_iso3,
  m.region_id as mine_region_id,
  m.loc_accuracy as mine_loc_accuracy,
  x.dataset,
  x.feature_id,
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
  x.overlap_ha,
  cast(row_number() over (partition by x.dataset, x.feature_id order by x.distance_m, m.mine_id) as int) as place_in_row,
  cast(case when k.is_whole then count(*) over (partition by x.dataset, x.feature_id) end as int) as n_mines,
  m.geometry
from proximity as x
join selected_mines as m
  on m.mine_id = x.mine_id
cross join pairs_kept as k
where x.distance_m <= cast($radius_km as double) * 1000
