-- For how many mines and years could a report name a mine of each place? None, where no report names a mine of the dataset at all.
with named as (
  select count(*) as reports
  from public_incidents as i
  join all_mines as m
    on m.mine_id = i.mine_id
  where i.link_basis = 'asserted' and m.mine_dataset = coalesce(cast($mine_dataset as string), 'pilot_mines')
)
select
  p.place_id,
  p.mines,
  case when n.reports > 0 then t.years end as years,
  case when n.reports > 0 then p.mines * t.years end as mine_years
from place_totals as p
cross join reporting_period as t
cross join named as n
