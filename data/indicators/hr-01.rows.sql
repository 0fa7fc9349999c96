-- Which violent events, placed at a town or site, are near the located mines of a place?
select
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.incident_type,
  i.severity,
  i.verification,
  i.n_sources,
  i.iso3,
  i.region_id,
  i.geo_precision,
  i.is_linked,
  i.mine_id,
  i.distance_m,
  i.least_m,
  i.most_m
from incident_places as i
where i.place_id = coalesce(cast($place as string), 'ALL')
  and i.incident_type in ('ARMED_CONFLICT', 'SECURITY_FORCE_VIOLENCE')
  and i.geo_precision = '1'
  and i.distance_m <= coalesce(cast($class as double), cast($radius_km as double)) * 1000
order by i.event_date desc, i.incident_id
