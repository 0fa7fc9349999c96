-- Which environmental incidents are near or linked to the located mines of a place?
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
  and i.incident_type in ('TAILINGS_FAILURE', 'SPILL_WATER_POLLUTION', 'AIR_DUST_NOISE')
  and (i.is_linked or i.distance_m <= cast($radius_km as double) * 1000)
  and (cast($class as string) is null or cast($class as string) = case when i.is_linked then 'linked' else 'near' end)
order by i.event_date desc, i.incident_id
