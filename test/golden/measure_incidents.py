"""EN-06, CI-04 and HR-01: incident reports near mines or linked to them, as rates."""

import pandas

from measure_people import nearest, people_within
from nearness import LADDER_KM
from view import View, accuracy, located, ratio

ENVIRONMENTAL = {"TAILINGS_FAILURE", "SPILL_WATER_POLLUTION", "AIR_DUST_NOISE"}
CONFLICT = {"PROTEST", "LAND_DISPUTE_RESETTLEMENT"}
VIOLENT = {"ARMED_CONFLICT", "SECURITY_FORCE_VIOLENCE"}
BOUNDS = ["distance_m", "most_m", "least_m"]
CLASSES = [None, "linked", "near"]


def incidents_of(view: View, place: str, mines: pandas.DataFrame, types: set[str]) -> pandas.DataFrame:
    """Reports linked to these located mines by their source or within reach of one, each once."""
    reports = view.rate_incidents(types).set_index("incident_id")
    nearest_mine = view.near("incident_reports", place).groupby("feature_id")[BOUNDS].min()
    is_linked = (reports["link_basis"] == "asserted") & reports["mine_id"].isin(located(mines)["mine_id"])
    table = reports[["geo_precision"]].assign(is_linked=is_linked).join(nearest_mine)
    return table[table["is_linked"] | table["distance_m"].notna()]


def of_class(table: pandas.DataFrame, label: str | None) -> pandas.DataFrame:
    """All reports, those linked, or those merely near."""
    return table if label is None else table[table["is_linked"] == (label == "linked")]


def environmental_incidents(view: View) -> list[dict]:
    """EN-06: environmental reports within the radius of a located mine or linked to one, per mine-year."""
    radius_m = view.question.value("radius_km", 10) * 1000
    rows = []
    for place, mines in view.by_place():
        table, quality = incidents_of(view, place, mines, ENVIRONMENTAL), accuracy(mines)
        for label in CLASSES:
            chosen = of_class(table, label)
            counts = [int((chosen["is_linked"] | (chosen[bound] <= radius_m)).sum()) for bound in BOUNDS]
            counts = counts if quality["n"] else [None] * 3
            rows.append({"place_id": place, "class_id": label, **ratio(counts, quality["n"] * view.years()), **quality})
    return rows


def community_conflicts(view: View) -> list[dict]:
    """CI-04: protests and land disputes within the radius, per 100,000 people within it and year. Low is the fewest
    reports over the most people, high the most reports over the fewest people."""
    radius_m = view.question.value("radius_km", 20) * 1000
    rows = []
    for place, mines in view.by_place():
        table, quality = incidents_of(view, place, mines, CONFLICT), accuracy(mines)
        communities = nearest(view, place)
        people = {bound: people_within(communities, bound, radius_m) * view.years() for bound in BOUNDS}
        for label in CLASSES:
            chosen = of_class(table, label)
            counts = {bound: int((chosen[bound] <= radius_m).sum()) for bound in BOUNDS}
            pairs = [("distance_m", "distance_m"), ("most_m", "least_m"), ("least_m", "most_m")]
            value, low, high = (1e5 * counts[top] / people[under] if people[under] else None for top, under in pairs)
            rows.append({
                "place_id": place, "class_id": label, "value": value, "low": low, "high": high,
                "numerator": counts["distance_m"] if quality["n"] else None,
                "denominator": people["distance_m"] or None, **quality,
            })
    return rows


def violent_events(view: View) -> list[dict]:
    """HR-01: armed conflict and security force violence at a town or site within the radius, and within each ring."""
    radius_km = view.question.value("radius_km", 20)
    rows = []
    for place, mines in view.by_place():
        table, quality = incidents_of(view, place, mines, VIOLENT), accuracy(mines)
        precise = table[table["geo_precision"].astype(str) == "1"]
        for label, ring_km in [(None, radius_km), *((str(ring), ring) for ring in LADDER_KM)]:
            counts = [int((precise[bound] <= ring_km * 1000).sum()) if quality["n"] else None for bound in BOUNDS]
            rows.append({"place_id": place, "class_id": label, **ratio(counts, quality["n"] * view.years()), **quality})
    return rows
