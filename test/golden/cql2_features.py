"""A small world for the CQL2 oracle: points ("sites") and polygons ("areas") that share edges, corners and insides."""

import random

NAMES = [
    "Oyu Tolgoi", "oyu tolgoi", "Río Blanco", "Rio Blanco", "Straße 7", "STRASSE 7", "København", "Kobenhavn",
    "100% owned", "100 owned", "a_b", "axb", "back\\slash", "O'Neill's pit", 'said "yes"', "tab\there", "",
    "Ka\u0301ge", "K\u00e1ge", "\u039f\u03b4\u03cc\u03c2", "\u039f\u0394\u038c\u03a3", "\U0001f600 mine", "金矿 7", "Zinc; DROP TABLE sites", None,
]
NAMES_ZH = ["拉斯邦巴斯铜矿", "铜矿", "金矿", "铁矿石", "锂盐湖", "奥尤陶勒盖", None]
STATUSES = ["OPERATING", "CLOSED", "PROPOSED", None]
CODES = ["MINE", "PLANT", "PORT"]
DATES = [f"20{year:02d}-{month:02d}-{day:02d}" for year in (5, 19, 20, 21) for month in (1, 2, 12) for day in (1, 15, 28)]


def _maybe(rng, share, value):
    return None if rng.random() < share else value


def _properties(rng, index):
    start, end = sorted(rng.sample(DATES, 2)) if index > 0 else ("2005-02-15", "2020-12-15")
    codes = sorted(rng.sample(CODES, rng.randint(1, 3)))
    return {
        "id": index,
        "name": NAMES[index % len(NAMES)],
        "name_zh": rng.choice(NAMES_ZH),
        "status": rng.choice(STATUSES),
        "people": _maybe(rng, 0.2, rng.choice([0, 1, 2, 7, 10, 12, 100, 2_000_000_000])),
        "share": _maybe(rng, 0.2, rng.choice([0.0, 0.1, 0.3, 2.5, 33.3, 50.0, 99.9, 100.0])),
        "event_date": _maybe(rng, 0.2, rng.choice(DATES)),
        "start_date": start,
        "end_date": end if index == 0 else _maybe(rng, 0.2, end),
        "is_active": rng.choice([True, False, None]),
        "codes": _maybe(rng, 0.15, codes),
    }


def _square(x, y, size):
    right, top = round(x + size, 1), round(y + size, 1)
    return [[x, y], [right, y], [right, top], [x, top], [x, y]]


def _points(rng):
    fixed = [[0, 0], [1, 1], [2, 1], [0.1, 0.2], [0.5, 0.5], [3, 3], [10, 10], [179.9, -16], [-179.9, -16], [180, 0], [0, 89], [-70.5, -33.4]]
    scattered = [[round(rng.uniform(-1, 6), 3), round(rng.uniform(-1, 6), 3)] for _ in range(26)]
    return [{"type": "Point", "coordinates": point} for point in fixed + scattered]


def _polygons(rng):
    grid = [{"type": "Polygon", "coordinates": [_square(x, y, 1)]} for x in (0, 1, 2) for y in (0, 1, 2)]
    tenths = [{"type": "Polygon", "coordinates": [_square(x / 10, y / 10, 0.1)]} for x, y in ((1, 2), (3, 2), (7, 7))]
    hole = {"type": "Polygon", "coordinates": [_square(4, 0, 3), _square(5, 1, 1)[::-1]]}
    pair = {"type": "MultiPolygon", "coordinates": [[_square(4, 4, 1)], [_square(5, 5, 1)]]}
    fiji = {
        "type": "MultiPolygon",
        "coordinates": [[[[179.5, -17], [180, -17], [180, -16], [179.5, -16], [179.5, -17]]], [[[-180, -17], [-179.5, -17], [-179.5, -16], [-180, -16], [-180, -17]]]],
    }
    north = {"type": "Polygon", "coordinates": [[[20, 69], [22, 69.5], [21, 70.5], [20, 69]]]}
    triangles = []
    for _ in range(8):
        x, y = rng.uniform(-1, 5), rng.uniform(-1, 5)
        ring = [[round(x + dx, 2), round(y + dy, 2)] for dx, dy in ((0, 0), (rng.uniform(0.4, 2), 0.1), (0.2, rng.uniform(0.4, 2)))]
        triangles.append({"type": "Polygon", "coordinates": [[*ring, ring[0]]]})
    return [*grid, *tenths, hole, pair, fiji, north, *triangles]


def make_features(seed):
    """Both collections as lists of GeoJSON features; two features of each have no geometry."""
    rng = random.Random(seed)
    collections = {"sites": _points(rng) + [None, None], "areas": _polygons(rng) + [None, None]}
    return {
        name: [
            {"type": "Feature", "id": index, "geometry": geometry, "properties": _properties(rng, index)}
            for index, geometry in enumerate(geometries)
        ]
        for name, geometries in collections.items()
    }
