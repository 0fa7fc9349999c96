-- Which incident reports that count in rates name a mine of each place? A report names one mine, however coarse its location.
select
  p.place_id,
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.incident_type,
  a.issue,
  i.severity,
  i.verification,
  i.n_sources,
  i.iso3,
  i.region_id,
  i.mine_id,
  a.fatalities,
  a.fatalities_min,
  a.fatalities_max
from mine_places as p
join rate_incidents as i
  on i.mine_id = p.mine_id and i.link_basis = 'asserted'
join public_incidents as a
  on a.incident_id = i.incident_id
