-- Which pairs may leave: all but those of restricted incident reports?
select
  x.pair_id,
  x.mine_dataset,
  x.mine_id,
  x.dataset,
  x.feature_id,
  x.distance_m,
  x.uncertainty_m,
  x.is_inside,
  x.overlap_ha,
  x.is_approx
from proximity as x
-- One equality: a condition of one side beside it would compare every pair with every report.
left join public_incidents as i
  on i.incident_id = case when x.dataset = 'incident_reports' then x.feature_id end
where x.dataset <> 'incident_reports' or i.incident_id is not null
