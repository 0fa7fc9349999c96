-- How many mines or incident reports would each filter value leave, all other filters kept?
with mine as (
  select
    m.mine_id,
    m.mine_dataset,
    m.region_id,
    m.iso3,
    m.commod1,
    m.commod2,
    m.commod3,
    m.dev_stat,
    m.ownership_class,
    m.mine_dataset = coalesce(cast($mine_dataset as string), 'pilot_mines') as is_of_dataset,
    cast($region as string) is null
      or position(',' || m.region_id || ',' in ',' || cast($region as string) || ',') > 0 as is_of_region,
    cast($country as string) is null
      or position(',' || m.iso3 || ',' in ',' || cast($country as string) || ',') > 0 as is_of_country,
    cast($commodity as string) is null
      or coalesce(position(',' || m.commod1 || ',' in ',' || cast($commodity as string) || ',') > 0, false)
      or coalesce(position(',' || m.commod2 || ',' in ',' || cast($commodity as string) || ',') > 0, false)
      or coalesce(position(',' || m.commod3 || ',' in ',' || cast($commodity as string) || ',') > 0, false) as is_of_commodity,
    cast($status as string) is null
      or coalesce(position(',' || m.dev_stat || ',' in ',' || cast($status as string) || ',') > 0, false) as is_of_status,
    cast($ownership as string) is null
      or coalesce(position(',' || m.ownership_class || ',' in ',' || cast($ownership as string) || ',') > 0, false) as is_of_ownership
  from all_mines as m
  where coalesce(cast($precise_only as boolean), false) = false
    or m.loc_accuracy in ('COORDINATES', 'EXACT_LOCATION')
),
commodity as (
  select m.mine_id, m.commod1 as value
  from mine as m
  where m.is_of_dataset and m.is_of_region and m.is_of_country and m.is_of_status and m.is_of_ownership
  union
  select m.mine_id, m.commod2
  from mine as m
  where m.is_of_dataset and m.is_of_region and m.is_of_country and m.is_of_status and m.is_of_ownership
  union
  select m.mine_id, m.commod3
  from mine as m
  where m.is_of_dataset and m.is_of_region and m.is_of_country and m.is_of_status and m.is_of_ownership
),
choice as (
  select 'mine_dataset' as parameter, m.mine_dataset as value
  from mine as m
  where m.is_of_region and m.is_of_country and m.is_of_commodity and m.is_of_status and m.is_of_ownership
  union all
  select 'region', m.region_id
  from mine as m
  where m.is_of_dataset and m.is_of_country and m.is_of_commodity and m.is_of_status and m.is_of_ownership
  union all
  select 'country', m.iso3
  from mine as m
  where m.is_of_dataset and m.is_of_region and m.is_of_commodity and m.is_of_status and m.is_of_ownership
  union all
  select 'commodity', c.value
  from commodity as c
  union all
  select 'status', m.dev_stat
  from mine as m
  where m.is_of_dataset and m.is_of_region and m.is_of_country and m.is_of_commodity and m.is_of_ownership
  union all
  select 'ownership', m.ownership_class
  from mine as m
  where m.is_of_dataset and m.is_of_region and m.is_of_country and m.is_of_commodity and m.is_of_status
  union all
  select 'incident_type', i.incident_type
  from public_incidents as i
  where (cast($from as date) is null or i.event_date >= cast($from as date))
    and (cast($to as date) is null or i.event_date <= cast($to as date))
    and (coalesce(cast($precise_only as boolean), false) = false or i.geo_precision = '1')
    and (cast($region as string) is null
      or position(',' || i.region_id || ',' in ',' || cast($region as string) || ',') > 0)
    and (cast($country as string) is null
      or position(',' || i.iso3 || ',' in ',' || cast($country as string) || ',') > 0)
)
select c.parameter, c.value, count(*) as n
from choice as c
where c.value is not null
group by c.parameter, c.value
order by c.parameter, c.value
