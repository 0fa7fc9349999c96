"""Geodesic distances between points and polygons with straight edges in longitude and latitude, by dense sampling: what S_DWITHIN is measured by."""

import math

import shapely

from cql2_evaluate import GEOD

REACH_M = (50, 1_000, 10_000, 50_000, 95_000)


def _metres(point, coordinates):
    lons, lats = [c[0] for c in coordinates], [c[1] for c in coordinates]
    return GEOD.inv([point.x] * len(lons), [point.y] * len(lats), lons, lats)[2]


def nearest(point, polygon):
    """Metres to the nearest point of the outline, within 1 cm: sampled, then sampled again between the neighbours of the nearest."""
    outline = shapely.get_coordinates(shapely.segmentize(polygon.exterior, 0.001))
    metres = _metres(point, outline)
    at = min(range(len(metres)), key=lambda i: metres[i])
    best = metres[at]
    for a, b in ((outline[at - 1], outline[at]), (outline[at], outline[(at + 1) % len(outline)])):
        between = [(a[0] + (b[0] - a[0]) * i / 500, a[1] + (b[1] - a[1]) * i / 500) for i in range(501)]
        best = min(best, *_metres(point, between))
    return best


def _polygon(rng, x, y, size):
    angles = sorted(rng.uniform(0, 2 * math.pi) for _ in range(rng.choice((3, 4, 7))))
    ring = [(round(x + size * math.cos(a), 4), round(y + size * math.sin(a), 4)) for a in angles]
    return shapely.Polygon(ring)


def make_distances(rng, count):
    """`count` pairs of a point and a polygon up to 100 km away from it, anywhere but near the poles and the antimeridian."""
    while count > 0:
        lon, lat = round(rng.uniform(-175, 175), 4), round(rng.uniform(-78, 78), 4)
        x, y, _ = GEOD.fwd(lon, lat, rng.uniform(0, 360), rng.choice(REACH_M))
        size = rng.choice((0.02, 0.3, 2))
        polygon = _polygon(rng, x + rng.uniform(-size, size), y + rng.uniform(-size, size), size)
        point = shapely.Point(lon, lat)
        if not polygon.is_valid or polygon.area < size * size / 5 or shapely.intersects(point, polygon):
            continue
        metres = nearest(point, polygon)
        if 20 < metres < 99_000:
            count -= 1
            yield {"point": f"POINT({lon} {lat})", "polygon": polygon.wkt, "metres": round(metres, 2)}
