-- Which incident reports that count in rates name a mine of the place?
select
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.incident_type,
  i.issue,
  i.severity,
  i.verification,
  i.n_sources,
  i.iso3,
  i.region_id,
  i.mine_id,
  i.fatalities
from linked_incidents as i
where i.place_id = coalesce(cast($place as string), 'ALL')
