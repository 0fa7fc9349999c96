-- Which incident reports does the filter leave?
select
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.time_precision,
  i.incident_type,
  i.issue,
  i.severity,
  i.mine_id,
  i.link_basis,
  i.iso3,
  i.region_id,
  i.latitude,
  i.longitude,
  i.admin1,
  i.location,
  i.geo_precision,
  i.loc_accuracy,
  i.fatalities,
  i.injured,
  i.displaced_people,
  i.fatalities_min,
  i.fatalities_max,
  i.verification,
  i.n_sources,
  i.is_before_ownership,
  i.is_running_total,
  i.sensitivity,
  i.source,
  i.source_url,
  i.verified,
  i.note,
  i.source_date,
  i.geometry
from public_incidents as i
where (cast($incident_type as string) is null
    or position(',' || i.incident_type || ',' in ',' || cast($incident_type as string) || ',') > 0)
  and (cast($from as date) is null or i.event_date >= cast($from as date))
  and (cast($to as date) is null or i.event_date <= cast($to as date))
  and (coalesce(cast($precise_only as boolean), false) = false or i.geo_precision = '1')
