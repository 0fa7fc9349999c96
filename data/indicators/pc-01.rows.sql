-- Which pilots does a place have, of one stage or of all?
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
  and (cast($class as string) is null or g.stage = cast($class as string))
order by g.pilot_id
