-- Which reports of the human rights issue name a mine of the place?
select i.*
from linked_at_place as i
where i.issue = 'HR'
order by i.event_date desc, i.incident_id
