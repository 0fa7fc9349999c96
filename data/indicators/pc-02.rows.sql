-- Which pilots of the place are active or completed?
select
  g.pilot_id,
  g.stage,
  g.issues,
  g.start_date,
  g.end_date,
  p.mine_id,
  p.mine_name,
  p.mine_name_zh,
  p.iso3,
  p.region_id
from mine_places as p
join programme as g
  on g.mine_id = p.mine_id
where p.place_id = coalesce(cast($place as string), 'ALL')
  and g.stage in ('AGREED', 'ASSESSMENT', 'IMPLEMENTATION', 'COMPLETED')
order by g.pilot_id
