-- Which reports of the health and safety issue name a mine of the place, and how many deaths do they give?
select i.*
from linked_at_place as i
where i.issue = 'OHS'
order by i.event_date desc, i.incident_id
