-- Which incident reports are near one mine or linked to it by their source, nearest first?
select
  i.incident_id as feature_id,
  i.title_en as name_en,
  i.title_zh as name_zh,
  i.iso3,
  x.distance_m,
  x.uncertainty_m,
  coalesce(x.is_inside, false) as is_inside,
  coalesce(x.is_approx, i.geo_precision <> '1') as is_approx,
  i.event_date,
  i.incident_type,
  i.severity,
  i.verification,
  i.fatalities,
  coalesce(i.mine_id = cast($mine as string) and i.link_basis = 'asserted', false) as is_linked
from selected_incidents as i
left join proximity as x
  on x.feature_id = i.incident_id and x.dataset = 'incident_reports' and x.mine_id = cast($mine as string)
where x.feature_id is not null
  or (i.mine_id = cast($mine as string) and i.link_basis = 'asserted')
order by x.distance_m nulls last, i.incident_id
