-- What share of the protected land lies within the ring round a mine, each hectare counted once?
with piece as (
  select p.place_id, p.is_approximate, r.radius_km, r.geometry_ea
  from mine_places as p
  join ring_protected_land as r
    on r.mine_id = p.mine_id and r.mine_dataset = p.mine_dataset and r.place_id = p.place_id
),
measured as (
  select p.place_id, st_area(st_union_agg(p.geometry_ea)) / 10000 as area_ha
  from piece as p
  where p.radius_km = cast($ring_km as int)
  group by p.place_id
),
least as (
  select p.place_id, st_area(st_union_agg(p.geometry_ea)) / 10000 as area_ha
  from piece as p
  where p.radius_km = cast($ring_km as int) and not p.is_approximate
  group by p.place_id
),
most as (
  select p.place_id, st_area(st_union_agg(p.geometry_ea)) / 10000 as area_ha
  from piece as p
  where p.radius_km = case
      when not p.is_approximate then cast($ring_km as int)
      when cast($ring_km as int) <= 10 then 20
      else 50
    end
  group by p.place_id
),
mine as (
  select
    p.place_id,
    sum(case when p.is_located then 1 else 0 end) as located,
    sum(case when p.is_located and p.is_approximate then 1 else 0 end) as n_approximate,
    sum(case when p.is_located then 0 else 1 end) as n_coarse
  from mine_places as p
  group by p.place_id
),
covered as (
  select
    m.place_id,
    m.located,
    m.n_approximate,
    m.n_coarse,
    case when m.located > 0 and w.is_whole then coalesce(a.area_ha, 0) end as numerator,
    case when m.located > 0 and w.is_whole then coalesce(l.area_ha, 0) end as least_ha,
    case when m.located > 0 and w.is_whole then coalesce(h.area_ha, 0) end as most_ha,
    g.area_ha as denominator
  from mine as m
  cross join pairs_kept as w
  left join protected_land as g
    on g.place_id = m.place_id
  left join measured as a
    on a.place_id = m.place_id
  left join least as l
    on l.place_id = m.place_id
  left join most as h
    on h.place_id = m.place_id
)
select
  c.place_id,
  cast(null as string) as class_id,
  100 * c.numerator / nullif(c.denominator, 0) as value,
  100 * c.least_ha / nullif(c.denominator, 0) as low,
  100 * c.most_ha / nullif(c.denominator, 0) as high,
  c.numerator,
  c.denominator,
  cast(c.located as bigint) as n,
  cast(c.n_approximate as bigint) as n_approximate,
  cast(c.n_coarse as bigint) as n_coarse
from covered as c
order by c.place_id
