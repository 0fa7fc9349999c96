"""CQL2 in JSON, evaluated for one feature by the letter of OGC 21-065r2: True, False or None (NULL), with Shapely and PROJ for the geometry."""

import math
import re
import unicodedata

import shapely
from pyproj import Geod
from shapely.geometry import MultiPolygon, box, shape

GEOD = Geod(ellps="WGS84")
STROKES = str.maketrans("ØøŁłĐđĦħŦŧ", "OoLlDdHhTt")
COMPARE = {
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}
ARITHMETIC = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: None if b == 0 else a / b,
    "%": lambda a, b: None if b == 0 else math.fmod(a, b),
    "div": lambda a, b: None if b == 0 else float(math.trunc(a / b)),
    "^": lambda a, b: float(a) ** float(b),
}
ARRAYS = {
    "a_equals": lambda a, b: a == b,
    "a_contains": lambda a, b: a >= b,
    "a_containedby": lambda a, b: a <= b,
    "a_overlaps": lambda a, b: bool(a & b),
}
SPATIAL = ("s_intersects", "s_disjoint", "s_equals", "s_touches", "s_within", "s_contains", "s_crosses", "s_overlaps")
# The Time Ontology in OWL, on closed intervals (s1, e1) and (s2, e2).
TEMPORAL = {
    "t_after": lambda s1, e1, s2, e2: [s1 > e2],
    "t_before": lambda s1, e1, s2, e2: [e1 < s2],
    "t_equals": lambda s1, e1, s2, e2: [s1 == s2, e1 == e2],
    "t_intersects": lambda s1, e1, s2, e2: [s1 <= e2, e1 >= s2],
    "t_contains": lambda s1, e1, s2, e2: [s1 < s2, e1 > e2],
    "t_during": lambda s1, e1, s2, e2: [s1 > s2, e1 < e2],
    "t_finishedby": lambda s1, e1, s2, e2: [s1 < s2, e1 == e2],
    "t_finishes": lambda s1, e1, s2, e2: [s1 > s2, e1 == e2],
    "t_meets": lambda s1, e1, s2, e2: [e1 == s2],
    "t_metby": lambda s1, e1, s2, e2: [s1 == e2],
    "t_overlappedby": lambda s1, e1, s2, e2: [s1 > s2, s1 < e2, e1 > e2],
    "t_overlaps": lambda s1, e1, s2, e2: [s1 < s2, e1 > s2, e1 < e2],
    "t_startedby": lambda s1, e1, s2, e2: [s1 == s2, e1 > e2],
    "t_starts": lambda s1, e1, s2, e2: [s1 == s2, e1 < e2],
}


class Maybe:
    """A value that may be NULL; comparing one gives NULL."""

    def __init__(self, value):
        self.value = value

    def _compare(self, other, compare):
        return None if self.value is None or other.value is None else compare(self.value, other.value)

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)


def all_of(values):
    """AND of three-valued logic."""
    return False if any(v is False for v in values) else None if any(v is None for v in values) else True


def any_of(values):
    """OR of three-valued logic."""
    return True if any(v is True for v in values) else None if any(v is None for v in values) else False


def negation(value):
    """NOT of three-valued logic."""
    return None if value is None else not value


def _like(text, pattern):
    if text is None:
        return None
    parts = re.findall(r"\\.|.", pattern, re.S)
    regex = "".join(".*" if p == "%" else "." if p == "_" else re.escape(p[-1]) for p in parts)
    return re.fullmatch(regex, text, re.S) is not None


def _without_accents(text):
    stripped = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
    return unicodedata.normalize("NFC", stripped).translate(STROKES)


def _is_instant(value):
    return isinstance(value, str) and re.match(r"\d{4}-\d{2}-\d{2}", value) is not None


def _aligned(values):
    """Dates beside a timestamp become its midnight, as text that sorts in time."""
    if any(_is_instant(v) and "T" in v for v in values):
        return [f"{v}T00:00:00Z" if _is_instant(v) and "T" not in v else v for v in values]
    return values


def _geometry(node, feature):
    if "property" in node:
        return feature["geometry"] and shape(feature["geometry"])
    if "bbox" not in node:
        return shape(node)
    corners = node["bbox"]
    west, south, east, north = corners if len(corners) == 4 else (*corners[:2], *corners[3:5])
    if west <= east:
        return box(west, south, east, north)
    return MultiPolygon([box(west, south, 180, north), box(-180, south, east, north)])


def _metres(point, other):
    """Shortest geodesic to a geometry whose edges are straight in longitude and latitude, by dense sampling."""
    if shapely.intersects(point, other):
        return 0.0
    parts = other.geoms if hasattr(other, "geoms") else [other]
    best = math.inf
    for part in parts:
        lines = [part.exterior, *part.interiors] if part.geom_type == "Polygon" else [part]
        for line in lines:
            sampled = shapely.get_coordinates(shapely.segmentize(line, 0.0005)) if line.geom_type != "Point" else line.coords
            lons, lats = [c[0] for c in sampled], [c[1] for c in sampled]
            _, _, metres = GEOD.inv([point.x] * len(lons), [point.y] * len(lats), lons, lats)
            best = min(best, *([*metres]))
    return best


def distance(node, feature):
    """Metres of an S_DWITHIN, or None without a geometry."""
    a, b = (_geometry(arg, feature) for arg in node["args"][:2])
    if a is None or b is None:
        return None
    return _metres(a, b) if a.geom_type == "Point" else _metres(b, a)


def _ends(node, feature):
    if "interval" not in node:
        value = evaluate(node, feature)
        return [value, value]
    low, high = node["interval"]
    start = "0000-00-00" if low == ".." else evaluate(low, feature)
    end = "9999-99-99" if high == ".." else evaluate(high, feature)
    return [start, end]


def _temporal(op, args, feature):
    values = _aligned([*_ends(args[0], feature), *_ends(args[1], feature)])
    name = "t_intersects" if op == "t_disjoint" else op
    result = all_of(TEMPORAL[name](*[Maybe(v) for v in values]))
    return negation(result) if op == "t_disjoint" else result


def _spatial(op, args, feature):
    a, b = (_geometry(arg, feature) for arg in args)
    return None if a is None or b is None else bool(getattr(shapely, op[2:])(a, b))


def _operation(op, args, feature):
    if op in TEMPORAL or op == "t_disjoint":
        return _temporal(op, args, feature)
    if op == "s_dwithin":
        metres = distance({"args": args}, feature)
        return None if metres is None else metres <= args[2]
    if op in SPATIAL:
        return _spatial(op, args, feature)
    if op in ("and", "or"):
        return (all_of if op == "and" else any_of)([evaluate(arg, feature) for arg in args])
    if op == "isnull":
        is_geometry = args[0] == {"property": "geometry"}
        return (feature["geometry"] if is_geometry else evaluate(args[0], feature)) is None
    if op == "in":
        value, *options = _aligned([evaluate(arg, feature) for arg in [args[0], *args[1]]])
        return any_of([None if value is None or option is None else value == option for option in options])
    if op == "between":
        value, low, high = _aligned([evaluate(arg, feature) for arg in args])
        return all_of([Maybe(value) >= Maybe(low), Maybe(value) <= Maybe(high)])
    return _simple(op, [evaluate(arg, feature) for arg in args])


def _simple(op, values):
    if op == "not":
        return negation(values[0])
    if any(value is None for value in values):
        return None
    if op == "like":
        return _like(*values)
    if op in ("casei", "accenti"):
        return values[0].casefold() if op == "casei" else _without_accents(values[0])
    if op in ARRAYS:
        return ARRAYS[op](*[set(value) for value in values])
    return COMPARE[op](*_aligned(values)) if op in COMPARE else ARITHMETIC[op](*values)


def evaluate(node, feature):
    """The value of a node of CQL2 JSON for a feature; None is NULL."""
    if isinstance(node, list):
        return [evaluate(item, feature) for item in node]
    if not isinstance(node, dict):
        return node
    if "property" in node:
        return feature["properties"][node["property"]]
    for literal in ("date", "timestamp"):
        if literal in node:
            return node[literal]
    return _operation(node["op"].lower(), node["args"], feature)
