-- For which place does each selected mine count, at the level asked for and for all regions together?
with place_of_mine as (
  select 'ALL' as place_id, m.mine_id
  from selected_mines as m
  union all
  select
    case coalesce(cast($by as string), 'region')
      when 'country' then m.iso3
      when 'mine' then m.mine_id
      else m.region_id
    end as place_id,
    m.mine_id
  from selected_mines as m
)
select
  p.place_id,
  m.mine_id,
  m.mine_dataset,
  m.mine_name,
  m.mine_name_zh,
  m.iso3,
  m.region_id,
  m.commod1,
  m.commod2,
  m.commod3,
  m.dev_stat,
  m.ownership_class,
  m.loc_accuracy,
  m.is_located,
  m.is_approximate,
  m.uncertainty_m,
  m.has_footprint
from place_of_mine as p
join selected_mines as m
  on m.mine_id = p.mine_id
