-- Which mines are there, of both datasets, and how far can the place of each be trusted?
with listed as (
  select
    p.mine_id, 'pilot_mines' as mine_dataset, p.mine_name, p.mine_name_zh, p.iso3, p.region_id,
    p.commod1, p.commod2, p.commod3, p.dev_stat, p.ownership_class, p.loc_accuracy, p.geometry
  from pilot_mines as p
  union all
  select
    m.mine_id, 'mines' as mine_dataset, m.mine_name, cast(null as string) as mine_name_zh, m.iso3, m.region_id,
    m.commod1, m.commod2, m.commod3, m.dev_stat, m.ownership_class, m.loc_accuracy, m.geometry
  from mines as m
)
select
  l.mine_id,
  l.mine_dataset,
  l.mine_name,
  l.mine_name_zh,
  l.iso3,
  l.region_id,
  l.commod1,
  l.commod2,
  l.commod3,
  l.dev_stat,
  l.ownership_class,
  l.loc_accuracy,
  l.loc_accuracy not in ('ADMINISTRATIVE_REGION', 'COUNTRY') as is_located,
  l.loc_accuracy = 'APPROXIMATE_LOCATION' as is_approximate,
  cast(case l.loc_accuracy when 'APPROXIMATE_LOCATION' then 10000 else 0 end as double) as uncertainty_m,
  f.mine_id is not null as has_footprint,
  l.geometry
from listed as l
left join mine_footprints as f
  on f.mine_id = l.mine_id
order by l.mine_id
