-- Which incident reports are placed at a town or site and rest on two sources or more?
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
  i.geo_precision
from selected_incidents as i
where i.geo_precision = '1'
  and i.n_sources >= 2
  and (cast($region as string) is null
    or position(',' || i.region_id || ',' in ',' || cast($region as string) || ',') > 0)
  and (cast($country as string) is null
    or position(',' || i.iso3 || ',' in ',' || cast($country as string) || ',') > 0)
  and coalesce(cast($place as string), 'ALL') in (
    'ALL',
    case coalesce(cast($by as string), 'region') when 'country' then i.iso3 else i.region_id end
  )
order by i.event_date desc, i.incident_id
