-- Where are the pilots, at which stage, and on which guideline issues do they work?
select
  g.pilot_id,
  g.stage,
  g.issues,
  g.start_date,
  g.end_date,
  g.lead_partner,
  g.is_illustrative,
  m.mine_id,
  m.mine_name,
  m.mine_name_zh,
  m.iso3,
  m.region_id,
  m.commod1,
  m.loc_accuracy,
  m.geometry
from programme as g
join selected_mines as m
  on m.mine_id = g.mine_id
