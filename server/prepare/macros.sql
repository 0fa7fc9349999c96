-- How do metres become a box in degrees, and how does a place become the centre of a plane?

-- Never too small, at any latitude: the half width of a box that holds everything within d metres of latitude y.
create or replace macro half_width(y, d) as
  case
    when abs(y) + d / 110000.0 >= 89.9 then 180.0
    else d / (111300.0 * cos(radians(abs(y) + d / 110000.0)))
  end;

create or replace macro half_height(d) as d / 110500.0;

-- Azimuthal equidistant: distances from the centre are those of the geodesic; 70 km away they are off by 2 in 100,000 across.
create or replace macro plane_at(x, y) as
  '+proj=aeqd +lat_0=' || cast(y as varchar) || ' +lon_0=' || cast(x as varchar) || ' +datum=WGS84 +units=m +no_defs';

create or replace macro in_plane(g, x, y) as st_transform(g, 'OGC:CRS84', plane_at(x, y));

create or replace macro geodesic_m(x1, y1, x2, y2) as st_distance_spheroid(st_point2d(x1, y1), st_point2d(x2, y2));

create or replace macro area_ha(g) as st_area_spheroid(g) / 10000.0;
