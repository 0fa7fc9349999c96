-- Which incident reports that count in rates are linked to or within reach of the located mines of the place?
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
