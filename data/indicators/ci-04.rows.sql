-- Which protests and land disputes are near the located mines of a place?
select i.*
from incidents_at_place as i
where i.incident_type in ('PROTEST', 'LAND_DISPUTE_RESETTLEMENT')
  and i.distance_m <= cast($radius_km as double) * 1000
  and (cast($class as string) is null or cast($class as string) = case when i.is_linked then 'linked' else 'near' end)
order by i.event_date desc, i.incident_id
