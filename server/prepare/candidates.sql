-- Which features can lie within reach of which located mine, judged by boxes?
create or replace table candidates as
select distinct b.mine_id, n.dataset, n.feature_id
from reach_boxes as b
join near_features as n
  on st_intersects_extent(b.box, n.geometry);
