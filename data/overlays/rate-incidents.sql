-- Which incident reports count in a rate: in the period, under the present owner, one event each, not refuted?
select
  i.incident_id,
  i.title_en,
  i.title_zh,
  i.event_date,
  i.incident_type,
  i.severity,
  i.mine_id,
  i.link_basis,
  i.iso3,
  i.region_id,
  i.geo_precision,
  i.verification,
  i.n_sources
from public_incidents as i
join reporting_period as t
  on i.event_date >= t.from_date and i.event_date <= t.to_date
where not i.is_before_ownership
  and not i.is_running_total
  and i.verification <> 'REJECTED'
  and (coalesce(cast($precise_only as boolean), false) = false or i.geo_precision = '1')
