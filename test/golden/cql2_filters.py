"""200 CQL2 filters for the oracle: every operator and function, every type, NULLs, Chinese text, quotes, all relations in space and time."""

from cql2_features import CODES

# Why the PyPI package `cql2` answers otherwise than the standard (or can't read the filter); each difference must name one.
ESCAPES = "cql2 0.6 leaves backslash escapes in strings as they are; /req/cql2-text/escaping wants them decoded"
ANTIMERIDIAN = "cql2 0.6 does not split a BBOX that crosses the antimeridian; clause 7.6 says west > east crosses it"
DWITHIN = "S_DWITHIN is no function of the standard: this atlas adds it"
HALF = "cql2 0.6 can't read a number without digits before its point; the BNF rule decimalNumericLiteral allows it"
NULLS = "cql2 0.6 treats a NULL somewhere in the filter otherwise than the truth table of clause 6.2"
ZERO = "a division by zero is NULL here; cql2 0.6 goes on with infinity"
FOLD = "cql2 0.6 changes case letter by letter; /req/case-insensitive-comparison/casei-function wants full folding (ß = ss)"
STROKES = "cql2 0.6 keeps strokes; the standard's own test of ACCENTI has København = Kobenhavn"
LISTS = "cql2 0.6 does not compare properties, or text with dates, inside a list"
UNKNOWN_END = "cql2 0.6 takes an interval with one NULL end as NULL; a relation that rests on the other end is known here"


def _prop(name):
    return {"property": name}


def _op(name, *args):
    return {"op": name, "args": list(args)}


def comparisons():
    for op in ("=", "<>", "<", ">", "<=", ">="):
        yield f"people {op} 10"
        yield f"event_date {op} DATE('2020-02-15')"
    yield from ("share <= 33.3", "name <> 'Rio Blanco'", "name > 'Rio Blanco'")
    yield from ("people = 2000000000", "share = 1.0E-1", "'CLOSED' = status", "7 < people")
    yield ("share > .5", _op(">", _prop("share"), 0.5), HALF)
    yield from ("name = 'O''Neill''s pit'", "name = 'said \"yes\"'", "name = '😀 mine'", "name_zh = '铜矿'", "name_zh > '金矿'")
    yield from ("\"name\" = 'Zinc; DROP TABLE sites'", "name = '金矿 7' AND \"people\" IS NOT NULL", "status = 'NO_SUCH_CODE'")
    yield ("name = 'O\\'Neill\\'s pit'", _op("=", _prop("name"), "O'Neill's pit"), ESCAPES)
    yield ("name = 'tab\\there'", _op("=", _prop("name"), "tab\there"), ESCAPES)
    yield ("name = 'back\\\\slash'", _op("=", _prop("name"), "back\\slash"), ESCAPES)
    for op in ("<", ">=", "="):
        yield f"event_date {op} TIMESTAMP('2020-02-15T00:00:00Z')"
    yield from ("is_active = TRUE", "is_active = false", "is_active <> TRUE", "event_date IN ('2020-02-15', '2019-01-01')")


def nulls():
    for name in ("name", "people", "share", "event_date", "is_active", "codes", "geometry"):
        yield f"{name} IS NULL"
    yield from ("name IS NOT NULL", "NOT people = 10", "NOT (people = 10 OR share = 0)")
    yield from ("(people + 1) IS NULL", "(people > 5) IS NULL", "TRUE", "FALSE")


def patterns():
    yield from ("name LIKE 'Rio%'", "name LIKE 'R_o Blanco'", "name NOT LIKE '%o%'", "name LIKE ''")
    yield from ("name LIKE '100\\% owned'", "name LIKE 'a\\_b'", "name LIKE 'a_b'", "name_zh LIKE '%铜矿'", "name_zh LIKE '__'", "name LIKE '%''%'")
    yield from ("name LIKE '😀%'", "CASEI(name) LIKE CASEI('OYU%')", "ACCENTI(name) LIKE ACCENTI('Río%')", "ACCENTI(name) LIKE 'Ka%'")
    yield ("ACCENTI(CASEI(name)) LIKE accenti(casei('KØB%'))", None, STROKES)
    yield ("name LIKE 'back\\\\\\\\slash'", _op("like", _prop("name"), "back\\\\slash"), ESCAPES)
    yield from ("CASEI(name) = casei('ΟΔΌΣ')", "CASEI(name) <> CASEI('oyu tolgoi')")
    yield ("CASEI(name) = CASEI('strasse 7')", None, FOLD)
    yield ("ACCENTI(name) = ACCENTI('Kobenhavn')", None, STROKES)
    yield ("CASEI(name) IN (CASEI('OYU TOLGOI'), CASEI('straße 7'))", None, FOLD)
    yield from ("ACCENTI(name) = ACCENTI('Káge')", "CASEI(ACCENTI(name)) = CASEI('RIO BLANCO')")


def ranges():
    yield from ("people BETWEEN 1 AND 10", "people NOT BETWEEN 1 AND 10", "share BETWEEN people AND 100")
    yield from ("people IN (1, 2, 7)", "people NOT IN (1, 2, 7)", "status IN ('CLOSED', 'PROPOSED')")
    yield from ("name_zh IN ('金矿', '锂盐湖')", "is_active IN (TRUE)")
    yield ("people IN (share, 100)", None, LISTS)
    yield ("event_date IN (DATE('2020-02-15'), DATE('2021-12-28'))", None, LISTS)


def arithmetic():
    yield from ("people + 1 = 11", "people * 2 <= 20", "people % 5 = 2", "people div 4 = 1", "people ^ 2 = 49")
    yield from ("people = (2 + 2) * 3", "-people < -10", "people - -1 = 8", "share * 3 > people - 1 / 2", "share = people")
    yield ("people / 0 > 1", None, ZERO)
    yield from ("event_date >= start_date", "name < name_zh")


POLYGON = "POLYGON((0.5 0.5, 2.5 0.5, 2.5 2.5, 0.5 2.5, 0.5 0.5))"
UNIT = "POLYGON((1 1, 2 1, 2 2, 1 2, 1 1))"
HOLED = "POLYGON((0 0, 3 0, 3 3, 0 3, 0 0), (1 1, 1 2, 2 2, 2 1, 1 1))"
SMALL_BOX = "BBOX(0.1, 0.2, 2, 1)"
DIAGONAL = "LINESTRING(0 0, 3 3)"
ACROSS = "LINESTRING(-1 0.5, 1.5 0.5)"
LINES = "MULTILINESTRING((0.5 -1, 0.5 4), (5 1, 6 1))"
SHAPES = {
    "sites": {
        "S_INTERSECTS": ["POINT(1 1)", SMALL_BOX, HOLED], "S_DISJOINT": [DIAGONAL], "S_EQUALS": ["POINT(1 1)"], "S_TOUCHES": [DIAGONAL, HOLED, SMALL_BOX],
        "S_WITHIN": [SMALL_BOX, POLYGON, "MULTIPOINT((0 0), (3 3))"], "S_CONTAINS": ["POINT(0.1 0.2)"], "S_CROSSES": [DIAGONAL], "S_OVERLAPS": ["MULTIPOINT((0 0), (3 3))"],
    },
    "areas": {
        "S_INTERSECTS": ["POINT(1 1)", ACROSS, POLYGON], "S_DISJOINT": ["BBOX(1, 1, 2, 2)", "POINT(1 1)"], "S_EQUALS": [UNIT, "BBOX(0.1, 0.2, 0.2, 0.3)"], "S_TOUCHES": [UNIT, "POINT(1 1)", LINES],
        "S_WITHIN": ["BBOX(0, 0, 3, 2)", HOLED], "S_CONTAINS": ["POINT(0.15 0.25)", UNIT], "S_CROSSES": [ACROSS, LINES], "S_OVERLAPS": [POLYGON, HOLED],
    },
}


def spatial(on):
    for relation, literals in SHAPES[on].items():
        for literal in literals:
            yield f"{relation}(geometry, {literal})"
    if on == "areas":
        yield from (f"S_WITHIN({UNIT}, geometry)", "S_TOUCHES(geometry, BBOX(0.2, 0.2, 0.3, 0.3))", f"S_CROSSES({ACROSS}, {UNIT}) OR S_CROSSES({DIAGONAL}, {UNIT})")
        yield ("S_INTERSECTS(geometry, BBOX(179, -20, -179, -10))", None, ANTIMERIDIAN)
        yield from ("S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(5 5), LINESTRING(0 0, 0.5 0.5)))", "S_INTERSECTS(geometry, MULTIPOLYGON(((4 4, 5 4, 5 5, 4 4)), ((0 0, 0.2 0, 0.2 0.2, 0 0))))")
        return
    yield from ("S_INTERSECTS(geometry, POINT Z (1 1 500))", "S_INTERSECTS(geometry, BBOX(0, 0, -10, 3, 3, 10))", "S_INTERSECTS(geometry, MULTIPOINT(0 0, 10 10))")
    yield ("S_INTERSECTS(geometry, BBOX(170, -20, -170, 5))", None, ANTIMERIDIAN)
    yield ("NOT S_WITHIN(geometry, BBOX(170, -20, -170, 5)) AND geometry IS NOT NULL", None, ANTIMERIDIAN)


def distances(on):
    if on == "sites":
        texts = ["POINT(0 0), 60000", "POINT(1 1), 115000", "POINT(179.95 -16), 20000", "POINT(-70 -33), 70000", "POINT(10 89.5), 200000", f"{UNIT}, 40000", "LINESTRING(0 0, 3 3), 25000", "POLYGON((179.7 -17, 180 -17, 180 -15, 179.7 -15, 179.7 -17)), 15000"]
    else:
        texts = ["POINT(0.45 0.45), 30000", "POINT(3.5 1.5), 90000", "POINT(5.5 1.5), 10000", "POINT(5.5 1.5), 60000", "POINT(-179 -16.5), 60000", "POINT(20 70), 50000", "POINT(24 69.2), 95000"]
    for text in texts:
        yield (f"S_DWITHIN(geometry, {text})", None, DWITHIN)


def times(feature):
    """Relations in time; the intervals begin and end with one feature's own, so that each relation holds somewhere."""
    start, end = feature["properties"]["start_date"], feature["properties"]["end_date"]
    ranges_of_relation = {
        "T_CONTAINS": (start, "2019-12-20"), "T_DURING": (start, ".."), "T_FINISHEDBY": (end, end), "T_FINISHES": ("..", end), "T_MEETS": (end, ".."), "T_METBY": ("..", start),
        "T_OVERLAPPEDBY": ("2004-01-01", "2019-12-20"), "T_OVERLAPS": ("2019-12-01", "2030-01-01"), "T_STARTEDBY": (start, start), "T_STARTS": (start, ".."), "T_EQUALS": (start, end),
        "T_AFTER": ("..", "2019-01-14"), "T_BEFORE": ("2020-12-01", ".."), "T_DISJOINT": ("2019-12-01", "2019-12-20"), "T_INTERSECTS": ("2019-12-01", "2019-12-20"),
    }
    for relation, (first, last) in ranges_of_relation.items():
        reason = UNKNOWN_END if relation in ("T_AFTER", "T_DISJOINT") else None
        text = f"{relation}(INTERVAL(start_date, end_date), INTERVAL('{first}', '{last}'))"
        yield (text, None, reason) if reason else text
    for relation in ("T_AFTER", "T_BEFORE", "T_DISJOINT", "T_EQUALS", "T_INTERSECTS"):
        yield f"{relation}(event_date, DATE('2020-02-15'))"
    yield from ("T_INTERSECTS(event_date, INTERVAL('2019-02-01', '2020-12-15'))", "T_INTERSECTS(event_date, TIMESTAMP('2020-02-15T00:00:00Z'))")
    yield from ("T_AFTER(event_date, INTERVAL('..', '2019-12-31T23:59:59Z'))", "T_INTERSECTS(event_date, INTERVAL('..', '..'))", "T_DISJOINT(INTERVAL(start_date, '..'), INTERVAL(event_date, event_date))")


def arrays():
    for relation in ("A_EQUALS", "A_CONTAINS", "A_CONTAINEDBY", "A_OVERLAPS"):
        yield f"{relation}(codes, ('{CODES[0]}', '{CODES[1]}'))"
    yield from ("A_CONTAINS(codes, ('PORT'))", "NOT A_OVERLAPS(codes, ('MINE', 'NO_SUCH'))", "A_CONTAINEDBY(('MINE'), codes)")


def combined(rng, pool):
    """Four filters that the package reads by the standard, under AND, OR and NOT."""
    a, b, c, d = rng.sample([entry for entry in pool if isinstance(entry, str)], 4)
    forms = (f"({a}) AND NOT ({b})", f"NOT ({a}) OR ({b}) AND ({c})", f"((NOT ({a}) AND {b}) OR ({c} AND NOT ({d})) OR NOT ({a} AND {d}))", f"({a} OR {b}) AND ({c} OR {d})")
    return rng.choice(forms), None, NULLS


def make_filters(rng, features, total):
    """(collection, text, JSON where the package's is not the standard's, reason for a difference) of `total` filters."""
    scalar = [*comparisons(), *nulls(), *patterns(), *ranges(), *arithmetic(), *times(features["sites"][0]), *arrays()]
    placed = {on: [*spatial(on), *distances(on)] for on in ("sites", "areas")}
    chosen = [(("sites", "areas")[index % 2], entry) for index, entry in enumerate(scalar)]
    chosen += [(on, entry) for on, entries in placed.items() for entry in entries]
    for number in range(total - len(chosen)):
        on = ("sites", "areas")[number % 2]
        chosen.append((on, combined(rng, scalar + placed[on])))
    for on, entry in chosen:
        text, json, reason = (entry, None, None) if isinstance(entry, str) else entry
        yield on, text, json, reason
