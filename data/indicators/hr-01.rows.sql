-- Which violent events, placed at a town or site, are near the located mines of a place?
select i.*
from incidents_at_place as i
where i.incident_type in ('ARMED_CONFLICT', 'SECURITY_FORCE_VIOLENCE')
  and i.geo_precision = '1'
  and i.distance_m <= coalesce(cast($class as double), cast($radius_km as double)) * 1000
order by i.event_date desc, i.incident_id
