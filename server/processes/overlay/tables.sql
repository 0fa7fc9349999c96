-- Which tables does an overlay fill, batch by batch?
create or replace temp table measured (l int, r int, distance_m double);
create or replace temp table edge (side varchar, n int, piece bigint, place bigint, x1 double, y1 double, x2 double, y2 double);
create or replace temp table land (l int, r int, batch int, geometry geometry);
create or replace temp table land_area (l int, r int, area_ha double);
create or replace temp table open_left as select l.n from side_left as l;
