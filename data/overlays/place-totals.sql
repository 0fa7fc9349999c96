-- How many selected mines does each place have, and how well are they placed?
select
  p.place_id,
  cast(count(*) as int) as mines,
  cast(sum(case when p.is_located then 1 else 0 end) as int) as located,
  cast(sum(case when p.is_located and p.is_approximate then 1 else 0 end) as int) as n_approximate,
  cast(sum(case when p.is_located then 0 else 1 end) as int) as n_coarse
from mine_places as p
group by p.place_id
