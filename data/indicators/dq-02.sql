-- What share of the incident reports is placed at a town or site and rests on two sources or more?
with report as (
  select i.incident_id, i.iso3, i.region_id, i.geo_precision, i.n_sources
  from selected_incidents as i
  where (cast($region as string) is null
      or position(',' || i.region_id || ',' in ',' || cast($region as string) || ',') > 0)
    and (cast($country as string) is null
      or position(',' || i.iso3 || ',' in ',' || cast($country as string) || ',') > 0)
),
placed as (
  select 'ALL' as place_id, r.geo_precision, r.n_sources
  from report as r
  union all
  select
    case coalesce(cast($by as string), 'region') when 'country' then r.iso3 else r.region_id end as place_id,
    r.geo_precision,
    r.n_sources
  from report as r
),
counted as (
  select
    p.place_id,
    cast(sum(case when p.geo_precision = '1' and p.n_sources >= 2 then 1 else 0 end) as double) as numerator,
    cast(count(*) as double) as denominator,
    sum(case when p.geo_precision = '2' then 1 else 0 end) as n_approximate,
    sum(case when p.geo_precision = '3' then 1 else 0 end) as n_coarse
  from placed as p
  group by p.place_id
)
select
  c.place_id,
  cast(null as string) as class_id,
  100 * c.numerator / nullif(c.denominator, 0) as value,
  100 * c.numerator / nullif(c.denominator, 0) as low,
  100 * c.numerator / nullif(c.denominator, 0) as high,
  c.numerator,
  c.denominator,
  cast(c.denominator as bigint) as n,
  cast(c.n_approximate as bigint) as n_approximate,
  cast(c.n_coarse as bigint) as n_coarse
from counted as c
order by c.place_id
