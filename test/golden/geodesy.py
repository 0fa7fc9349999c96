"""Truth for test/prepare/geodesy.test.ts, from pyproj (GeographicLib) and shapely; nothing of the atlas is used.

    python3 -m venv /tmp/geodesy && /tmp/geodesy/bin/pip install -r test/golden/requirements.txt
    /tmp/geodesy/bin/python test/golden/geodesy.py > test/golden/geodesy.json

Edges are straight in longitude and latitude (GeoParquet `edges: planar`): every outline is sampled finely along such edges, and
every distance is the shortest geodesic between samples, refined round the best pair. Longitudes are unwrapped, so that a shape
across the antimeridian runs beyond 180.
"""

import json
import random

import numpy as np
from pyproj import Geod, Transformer
from shapely import segmentize
from shapely.affinity import translate
from shapely.geometry import Point, Polygon

geod = Geod(ellps="WGS84")
to_space = Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
random.seed(2016)
REACH_M = 60_000
LATITUDES = [-53.0, -41.6, -23.4, -10.6, 0.3, 12.5, 27.9, 42.0, 53.1, 60.0, 75.0, 85.0, -89.9]


def in_space(points):
    points = np.asarray(points, dtype=float)
    return np.column_stack(to_space.transform(points[:, 0], points[:, 1], np.zeros(len(points))))


def along(ring, pieces):
    """Samples along the edges of a closed ring, straight in longitude and latitude; each with its edge and its part of it."""
    ring = np.asarray(ring, dtype=float)
    parts = np.linspace(0, 1, pieces, endpoint=False)
    samples = [start + parts[:, None] * (end - start) for start, end in zip(ring[:-1], ring[1:])]
    return np.concatenate(samples), np.repeat(np.arange(len(ring) - 1), pieces), np.tile(parts, len(ring) - 1)


def shortest(one, other):
    """Metres between two outlines, or a place and an outline: coarse samples, then three finer looks round the best pair."""
    windows = [(np.zeros(len(ring) - 1), np.ones(len(ring) - 1)) if len(ring) > 1 else None for ring in (one, other)]
    edges = [np.arange(len(ring) - 1) if len(ring) > 1 else None for ring in (one, other)]
    pieces = 400
    for _ in range(5):
        sampled = []
        for ring, window, chosen in zip((one, other), windows, edges):
            if window is None:
                sampled.append((np.asarray(ring, dtype=float), None, None))
                continue
            ring = np.asarray(ring, dtype=float)
            parts = np.concatenate([np.linspace(window[0][edge], window[1][edge], pieces) for edge in chosen])
            which = np.repeat(chosen, pieces)
            sampled.append((ring[which] + parts[:, None] * (ring[which + 1] - ring[which]), which, parts))
        first, second = in_space(sampled[0][0]), in_space(sampled[1][0])
        best = (np.inf, 0, 0)
        for start in range(0, len(first), 500):
            gaps = ((first[start : start + 500, None, :] - second[None, :, :]) ** 2).sum(axis=2)
            at = np.unravel_index(gaps.argmin(), gaps.shape)
            if gaps[at] < best[0]:
                best = (gaps[at], start + at[0], at[1])
        ends = [sampled[0][0][best[1]], sampled[1][0][best[2]]]
        for side, at in ((0, best[1]), (1, best[2])):
            if windows[side] is None:
                continue
            which, part = sampled[side][1][at], sampled[side][2][at]
            span = (windows[side][1][which] - windows[side][0][which]) * 3 / pieces
            windows[side][0][which], windows[side][1][which] = max(0, part - span), min(1, part + span)
            edges[side] = np.array([which])
    return geod.inv(*ends[0], *ends[1])[2]


def area_ha(shape):
    """Geodesic area of a planar shape in longitude and latitude, its edges followed in steps of 0.001 degrees."""
    return abs(geod.geometry_area_perimeter(segmentize(shape, 0.001))[0]) / 10_000


def turned(shape, near):
    """The same shape a whole turn away, where that brings it nearer."""
    turns = round((near - shape.representative_point().x) / 360)
    return translate(shape, 360 * turns)


def destination(x, y, azimuth, metres):
    reached = geod.fwd(x, y, azimuth, metres)
    return [x + (reached[0] - x + 180) % 360 - 180, reached[1]]


def in_world(place):
    return [(place[0] + 180) % 360 - 180, place[1]]


def blob(x, y, radius, corners, turn=0.0):
    ring = [destination(x, y, turn - 360 * index / corners, radius) for index in range(corners)]
    return [*ring, ring[0]]


def mines():
    for latitude in LATITUDES:
        name = f"{latitude:+.1f}"
        yield {"id": f"point{name}", "x": 20.0, "y": latitude, "footprint": None}
        if abs(latitude) < 80:
            shape = blob(24.0, latitude, 4_000, 7, 11)
            yield {"id": f"footprint{name}", "x": 24.0, "y": latitude, "footprint": shape}
    long = [[24.0, 27.5], [24.3, 27.5], [24.3, 27.52], [24.0, 27.51], [24.0, 27.5]]
    yield {"id": "footprint-long", "x": 24.1, "y": 27.51, "footprint": long}
    for latitude in (-17.0, 52.0, 71.0):
        yield {"id": f"east{latitude:+.0f}", "x": 179.8, "y": latitude, "footprint": None}
        yield {"id": f"west{latitude:+.0f}", "x": -179.9, "y": latitude, "footprint": None}
        shape = blob(179.98, latitude, 5_000, 9)
        yield {"id": f"across{latitude:+.0f}", "x": 179.98, "y": latitude, "footprint": shape}
    yield {"id": "pole-inside", "x": 30.0, "y": -89.9, "footprint": None}
    yield {"id": "pole-outside", "x": 30.0, "y": -89.55, "footprint": None}
    yield {"id": "north-outside", "x": -75.0, "y": 89.6, "footprint": None}


def areas():
    for latitude in LATITUDES:
        if abs(latitude) > 89:
            continue
        name = f"{latitude:+.1f}"
        for side, azimuth, metres in (("a", 35, 14_000), ("b", 200, 41_000), ("c", 300, 58_000)):
            centre = destination(20.0, latitude, azimuth, metres)
            yield f"round{side}{name}", blob(*centre, 6_000 + 4_000 * random.random(), 17)
        shrink = np.cos(np.radians(latitude))
        north, wide = 0.25, 0.6 / shrink
        yield f"wide{name}", [
            [20 - wide, latitude + north], [20 + wide, latitude + north], [20, latitude + 2 * north], [20 - wide, latitude + north],
        ]
        slant = 0.5 / shrink
        yield f"slant{name}", [
            [20 - slant, latitude - 0.1], [20 + slant, latitude - 0.45], [20 + slant, latitude - 0.5],
            [20 - slant, latitude - 0.5], [20 - slant, latitude - 0.1],
        ]
        yield f"over{name}", blob(*destination(24.0, latitude, 80, 5_000), 4_500, 23)
        yield f"near{name}", blob(*destination(24.0, latitude, 260, 30_000), 7_000, 11)
    for latitude in (-17.0, 52.0, 71.0):
        yield f"across{latitude:+.0f}", blob(180.02, latitude, 9_000, 31)
        yield f"beyond{latitude:+.0f}", blob(180.6, latitude, 8_000, 13)
        yield f"before{latitude:+.0f}", blob(179.5, latitude, 8_000, 13)
        yield f"broad{latitude:+.0f}", [
            [179.6, latitude + 0.2], [180.5, latitude + 0.2], [180.5, latitude + 0.3], [179.6, latitude + 0.3],
            [179.6, latitude + 0.2],
        ]
    yield "south-cap", [[-180, -90], [180, -90], [180, -89.8], [-180, -89.8], [-180, -90]]
    yield "south-sector", [[0, -89.95], [90, -89.95], [90, -89.7], [0, -89.7], [0, -89.95]]
    yield "north-cap", [[-180, 89.9], [180, 89.9], [180, 90], [-180, 90], [-180, 89.9]]


def places():
    for latitude in LATITUDES:
        for metres in (400, 9_990, 20_000, 49_900, 50_100):
            for x in (20.0, 24.0):
                yield f"{x:.0f}:{latitude:+.1f}:{metres}", in_world(destination(x, latitude, random.uniform(0, 360), metres))
    for latitude in (-17.0, 52.0, 71.0):
        for x in (-179.99, 179.99, -179.6, 179.4):
            yield f"{x}:{latitude:+.0f}", [x, latitude + 0.07]
    yield "north", [100.0, 89.7]


def pair(mine, feature, ring):
    """What lies between one mine and one feature, or None where they are too far apart."""
    here = Point(mine["x"], mine["y"])
    shape = turned(Polygon(ring) if len(ring) > 1 else Point(ring[0]), mine["x"])
    outline = np.asarray(shape.exterior.coords if len(ring) > 1 else shape.coords)
    ground = Polygon(mine["footprint"]) if mine["footprint"] else here
    start = np.asarray(mine["footprint"] or [[mine["x"], mine["y"]]])
    sampled = outline if len(ring) == 1 else along(outline, 40)[0]
    if np.sqrt(((in_space(sampled) - in_space([[mine["x"], mine["y"]]])) ** 2).sum(axis=1)).min() > REACH_M + 30_000:
        if not shape.intersects(ground):
            return None
    is_inside = shape.intersects(ground) and (mine["footprint"] is not None or len(ring) > 1)
    metres = 0.0 if shape.intersects(ground) and is_inside else shortest(start, outline)
    overlap = area_ha(ground.intersection(shape)) if mine["footprint"] and len(ring) > 1 and is_inside else None
    if metres > REACH_M:
        return None
    return {"mine": mine["id"], "feature": feature, "distance_m": metres, "is_inside": is_inside, "overlap_ha": overlap}


def circles():
    for latitude in [*LATITUDES, 89.95]:
        for longitude, radius in ((24.0, 1_000), (179.9, 10_000), (-70.0, 50_000)):
            ring = [geod.fwd(longitude, latitude, 360 * index / 128, radius)[:2] for index in range(128)]
            area, _ = geod.polygon_area_perimeter(*zip(*ring))
            yield {"x": longitude, "y": latitude, "radius_m": radius, "corner_90": list(ring[32]), "area_ha": abs(area) / 10_000}


def main():
    all_mines, all_areas, all_places = list(mines()), list(areas()), list(places())
    features = [*all_areas, *((name, [place]) for name, place in all_places)]
    found = [pair(mine, name, ring) for mine in all_mines for name, ring in features]
    sizes = [{"feature": name, "area_ha": area_ha(Polygon(ring))} for name, ring in all_areas if "cap" not in name]
    truth = {
        "mines": all_mines,
        "areas": [{"id": name, "ring": ring} for name, ring in all_areas],
        "places": [{"id": name, "x": place[0], "y": place[1]} for name, place in all_places],
        "pairs": [one for one in found if one],
        "areas_ha": sizes,
        "circles": list(circles()),
    }
    print(json.dumps(truth, indent=None, separators=(",", ":")))


main()
