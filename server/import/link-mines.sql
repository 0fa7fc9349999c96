-- Which mines of different sources are likely one? Names alike, near each other, the same commodity; and which outlines hold which mine?
with mines_of_all as (
  select 'pilot_mines' as dataset, mine_id, mine_name, icmm_id as stated_id, commod1, commod2, commod3, longitude, latitude from pilot_mines
  union all
  select 'mines' as dataset, mine_id, mine_name, null as stated_id, commod1, commod2, commod3, longitude, latitude from mines
),
named as (
  select *, trim(regexp_replace(lower(strip_accents(mine_name)),
      '\b(the|mine|mines|mining|project|operation|operations|complex|open pit|underground|colliery|coal|copper|gold|cobalt|nickel|iron|ore)\b|[^a-z0-9 ]', ' ', 'g')) as core
  from mines_of_all
),
pairs as (
  select
    a.dataset as left_dataset, a.mine_id as left_id, a.mine_name as left_name,
    b.dataset as right_dataset, b.mine_id as right_id, b.mine_name as right_name,
    round(st_distance_spheroid(st_point(a.longitude, a.latitude)::point_2d, st_point(b.longitude, b.latitude)::point_2d)) as distance_m,
    round(greatest(jaro_winkler_similarity(lower(a.mine_name), lower(b.mine_name)),
      case when length(a.core) >= 3 and length(b.core) >= 3 then jaro_winkler_similarity(a.core, b.core) else 0 end), 3) as name_similarity,
    coalesce(list_has_any(list_filter([a.commod1, a.commod2, a.commod3], lambda c: c is not null),
      list_filter([b.commod1, b.commod2, b.commod3], lambda c: c is not null)), false) as same_commodity,
    coalesce(a.stated_id = b.mine_id, false) or coalesce(b.stated_id = a.mine_id, false) as is_stated
  from named as a
  join named as b
    on abs(a.latitude - b.latitude) < 0.2 and abs(a.longitude - b.longitude) < 0.4
    and (a.dataset, a.mine_id) < (b.dataset, b.mine_id)
    and (a.dataset <> b.dataset or left(a.mine_id, 1) <> left(b.mine_id, 1))
),
scored as (
  select *, round(0.5 * name_similarity + 0.3 * (1 - distance_m / 20000) + case when same_commodity then 0.2 else 0 end, 3) as score
  from pairs
  where distance_m <= 20000
),
outlines as (
  select
    'mine_footprints' as left_dataset, f.mine_id as left_id, f.source as left_name,
    m.dataset as right_dataset, m.mine_id as right_id, m.mine_name as right_name,
    0.0 as distance_m, null as name_similarity, null as same_commodity, f.mine_id = m.mine_id as is_stated, 0.9 as score
  from mine_footprints as f
  join mines_of_all as m on st_intersects(f.geometry::geometry, st_point(m.longitude, m.latitude))
  where f.mine_id <> m.mine_id
)
select *, '' as decision from scored where is_stated or (name_similarity >= 0.85 and score >= 0.7)
union all
select *, '' as decision from outlines
order by score desc, left_id, right_id
