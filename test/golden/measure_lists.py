"""PC-01, PC-03, DQ-01 and DQ-02: numbers that need no distance."""

import pandas

from tables import PRECISE
from view import View, accuracy, ratio

STAGES = ["CANDIDATE", "AGREED", "ASSESSMENT", "IMPLEMENTATION", "COMPLETED", "WITHDRAWN"]
COUNTING_STAGES = {"AGREED", "ASSESSMENT", "IMPLEMENTATION", "COMPLETED"}
ISSUES = ["OG", "FO", "VC", "HR", "LP", "OHS", "EN", "CI"]


def listed(count: int, denominator, n: int) -> dict:
    """A count as an answer: it has no range."""
    return {"value": count, "low": count, "high": count, "numerator": count, "denominator": denominator, "n": n,
            "n_approximate": 0, "n_coarse": 0}


def pilots_by_stage(view: View) -> list[dict]:
    """PC-01: pilots at the chosen mines, in all and at each stage."""
    rows = []
    for place, mines in view.by_place():
        pilots = view.world.programme[view.world.programme["mine_id"].isin(mines["mine_id"])]
        for stage in [None, *STAGES]:
            count = len(pilots) if stage is None else int((pilots["stage"] == stage).sum())
            rows.append({"place_id": place, "class_id": stage, **listed(count, None, count)})
    return rows


def issue_coverage(view: View) -> list[dict]:
    """PC-03: issues, of eight, on which an active or completed pilot works."""
    rows = []
    for place, mines in view.by_place():
        programme = view.world.programme
        pilots = programme[programme["mine_id"].isin(mines["mine_id"]) & programme["stage"].isin(COUNTING_STAGES)]
        issues = [issue for text in pilots["issues"] for issue in set(text.split(";"))]
        rows.append({"place_id": place, **listed(len(set(issues)), 8, len(pilots))})
        for issue in ISSUES:
            count = issues.count(issue)
            rows.append({"place_id": place, "class_id": issue, **listed(min(1, count), 1, count)})
    return rows


def precise_locations(view: View) -> list[dict]:
    """DQ-01: share of the chosen mines with coordinates or an exact location."""
    rows = []
    for place, mines in view.by_place():
        precise = int(mines["loc_accuracy"].isin(PRECISE).sum())
        rows.append({"place_id": place, **ratio((precise,) * 3, len(mines), 100), **accuracy(mines), "n": len(mines)})
    return rows


def good_evidence(view: View) -> list[dict]:
    """DQ-02: share of incident reports placed at a town or site and resting on two sources or more, near a mine or not."""
    table, given = view.world.incidents, view.question.given
    table = table[table["sensitivity"] != "RESTRICTED"]
    for parameter, column in {"region": "region_id", "country": "iso3"}.items():
        if (codes := view.question.codes(parameter)) is not None:
            table = table[table[column].isin(codes)]
    first, last = given.get("from", "1800-01-01"), given.get("to", "2200-01-01")
    table = table[table["event_date"].between(pandas.Timestamp(first), pandas.Timestamp(last))]
    precision = table["geo_precision"].astype(str)
    if view.question.value("precise_only", False):
        table = table[precision == "1"]
    places = table["region_id"] if view.question.by == "region" else table["iso3"]
    both = pandas.concat([table.assign(place_id="ALL"), table.assign(place_id=places)])
    rows = []
    for place, reports in both.groupby("place_id"):
        precision = reports["geo_precision"].astype(str)
        good = int(((precision == "1") & (reports["n_sources"] >= 2)).sum())
        rows.append({
            "place_id": place, **ratio((good,) * 3, len(reports), 100), "n": len(reports),
            "n_approximate": int((precision == "2").sum()), "n_coarse": int((precision == "3").sum()),
        })
    return rows
