-- Which reported labour disputes name a mine of the place?
select i.*
from linked_at_place as i
where i.incident_type = 'LABOUR_DISPUTE'
order by i.event_date desc, i.incident_id
