"""The oracle for server/cql2: filters over a small synthetic world, with the features that each selects.

    python3 -m venv .venv && .venv/bin/pip install -r test/golden/requirements-cql2.txt
    .venv/bin/python test/golden/cql2.py            writes test/golden/cql2.json
    .venv/bin/python test/golden/cql2.py --check    fails when the committed file is not what this writes

The PyPI package `cql2` (a parser and evaluator of its own, in Rust) reads each text; its JSON is evaluated by `cql2_evaluate.py` with Shapely
and PROJ by the letter of the standard, and by the package itself. Where the package differs, the filter says why; an unexplained difference fails.
"""

import importlib.metadata
import json
import random
import sys
from pathlib import Path

here = sys.path.pop(0)  # this file has the name of the package that it imports
import cql2
import shapely

sys.path.insert(0, here)
from cql2_distances import make_distances
from cql2_evaluate import ARITHMETIC, ARRAYS, COMPARE, SPATIAL, TEMPORAL, distance, evaluate
from cql2_features import make_features
from cql2_filters import make_filters

SEED = 20261124
TOTAL = 200
EXPECTED = {"and", "or", "not", "isnull", "like", "between", "in", "casei", "accenti", "s_dwithin", "t_disjoint", *COMPARE, *ARITHMETIC, *TEMPORAL, *ARRAYS, *SPATIAL}
TARGET = Path(__file__).with_name("cql2.json")


def package_ids(text, features):
    """What the package selects; where it can't reduce a filter to true or false (NULL), it does not."""
    try:
        filter_ = cql2.parse_text(text)
    except cql2.ParseError:
        return None
    return [f["id"] for f in features if _matches(filter_, f)]


def _matches(filter_, feature):
    try:
        return filter_.matches(feature)
    except Exception:
        return False


def check_distance(node, features):
    """A limit that lies within 1 % of a feature would test the measure of the oracle, not the filter."""
    if node["op"].lower() != "s_dwithin":
        return
    limit = node["args"][2]
    for feature in features:
        metres = distance(node, feature)
        assert metres is None or abs(metres - limit) > 0.01 * limit, (node, feature["id"], metres)


def make_cases(features):
    for number, (on, text, node, reason) in enumerate(make_filters(random.Random(SEED), features, TOTAL), start=1):
        tree = node or cql2.parse_text(text).to_json()
        check_distance(tree, features[on]) if isinstance(tree, dict) else None
        ids = [f["id"] for f in features[on] if evaluate(tree, f) is True]
        theirs = package_ids(text, features[on])
        case = {"number": number, "on": on, "text": text, "json": tree, "ids": ids}
        if theirs != ids:
            case["package"] = {"ids": theirs, "why": reason}
        yield case


def operators(node):
    """Names of all operators and functions in a tree."""
    if isinstance(node, list):
        return {name for item in node for name in operators(item)}
    if not isinstance(node, dict):
        return set()
    own = {node["op"].lower()} if "op" in node else set()
    return own.union(*(operators(value) for value in node.values()))


def check_coverage(cases):
    used = operators([case["json"] for case in cases])
    missing = EXPECTED - used
    assert not missing, f"no filter uses {sorted(missing)}"
    empty = sum(1 for case in cases if not case["ids"])
    assert empty < len(cases) / 5, f"{empty} filters select nothing"


def make_document():
    features = make_features(SEED)
    cases = list(make_cases(features))
    check_coverage(cases)
    unexplained = [(c["number"], c["text"], c["ids"], c["package"]["ids"]) for c in cases if "package" in c and c["package"]["why"] is None]
    for case in unexplained:
        print("unexplained:", *case, sep="\n  ", file=sys.stderr)
    assert len(cases) == TOTAL and not unexplained, f"{len(cases)} filters, {len(unexplained)} unexplained differences"
    versions = {name: importlib.metadata.version(name) for name in ("cql2", "shapely", "pyproj")}
    return {"seed": SEED, "versions": {**versions, "geos": shapely.geos_version_string}, "features": features, "distances": list(make_distances(random.Random(SEED), 60)), "filters": cases}


def main():
    document = make_document()
    lines = [json.dumps(case, ensure_ascii=False) for case in document["filters"]]
    head = json.dumps({k: v for k, v in document.items() if k != "filters"}, ensure_ascii=False)[:-1]
    text = f'{head},\n"filters": [\n' + ",\n".join(lines) + "\n]}\n"
    if "--check" in sys.argv:
        assert TARGET.read_text(encoding="utf-8") == text, f"{TARGET.name} is not what this script writes"
        return
    TARGET.write_text(text, encoding="utf-8")


main()
