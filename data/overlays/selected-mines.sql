-- Which mines does the filter leave?
select
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
  m.has_footprint,
  m.geometry
from all_mines as m
where m.mine_dataset = coalesce(cast($mine_dataset as string), 'pilot_mines')
  and (cast($region as string) is null
    or position(',' || m.region_id || ',' in ',' || cast($region as string) || ',') > 0)
  and (cast($country as string) is null
    or position(',' || m.iso3 || ',' in ',' || cast($country as string) || ',') > 0)
  and (cast($commodity as string) is null
    or position(',' || m.commod1 || ',' in ',' || cast($commodity as string) || ',') > 0
    or position(',' || m.commod2 || ',' in ',' || cast($commodity as string) || ',') > 0
    or position(',' || m.commod3 || ',' in ',' || cast($commodity as string) || ',') > 0)
  and (cast($status as string) is null
    or position(',' || m.dev_stat || ',' in ',' || cast($status as string) || ',') > 0)
  and (cast($ownership as string) is null
    or position(',' || m.ownership_class || ',' in ',' || cast($ownership as string) || ',') > 0)
  and (coalesce(cast($precise_only as boolean), false) = false
    or m.loc_accuracy in ('COORDINATES', 'EXACT_LOCATION'))
