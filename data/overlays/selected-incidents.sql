-- Which incident reports does the filter leave?
select i.*
from public_incidents as i
where (cast($incident_type as string) is null
    or position(',' || i.incident_type || ',' in ',' || cast($incident_type as string) || ',') > 0)
  and (cast($from as date) is null or i.event_date >= cast($from as date))
  and (cast($to as date) is null or i.event_date <= cast($to as date))
  and (coalesce(cast($precise_only as boolean), false) = false or i.geo_precision = '1')
