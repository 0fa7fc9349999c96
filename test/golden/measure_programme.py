"""PC-02, PC-04, VC-01, HR-03, HR-04, LP-02, OHS-01 and EN-02: pilots against their plan, listed countries, and linked reports.
The indicators that wait for fields have no value anywhere."""

from functools import lru_cache

import pandas

from measure_lists import COUNTING_STAGES, listed
from tables import PREPARED, read_table
from view import View, accuracy, ratio

HERITAGE = {"World Heritage (natural)", "World Heritage (cultural)", "World Heritage (mixed)"}
NO_LOCATION = {"n_approximate": 0, "n_coarse": 0}


@lru_cache
def table_of(snapshot: str, name: str) -> pandas.DataFrame:
    return read_table(PREPARED / snapshot, name)


def targets(view: View) -> dict[str, float]:
    """Projects planned for each region and for ALL, as the last period with a target says."""
    snapshot = view.world.snapshot
    indicators = table_of(snapshot, "result_indicators")
    chosen = indicators[(indicators["computed_from"] == "PC-02") & (indicators["computed_class"] == "pilots")]
    periods = table_of(snapshot, "indicator_periods")
    plan = periods[periods["indicator_id"].isin(chosen["indicator_id"]) & periods["dimension"].isna() & periods["target"].notna()]
    last = plan.sort_values("period_end").groupby(plan["region_id"].fillna("ALL"))["target"].last()
    found = {str(place): float(target) for place, target in last.items()}
    if (codes := view.question.codes("region")) is not None:
        found["ALL"] = sum(target for place, target in found.items() if place in codes)
    return found


def running(view: View, mines: pandas.DataFrame) -> pandas.DataFrame:
    """Active and completed pilots at these mines."""
    programme = view.world.programme
    return programme[programme["mine_id"].isin(mines["mine_id"]) & programme["stage"].isin(COUNTING_STAGES)]


def coverage_of_target(view: View) -> list[dict]:
    """PC-02: active and completed pilots against the target of the place."""
    plan, rows = targets(view), []
    for place, mines in view.by_place():
        count = len(running(view, mines))
        share = ratio((count,) * 3, plan.get(place), 100)
        rows.append({"place_id": place, **share, "n": count, **NO_LOCATION})
        rows.append({"place_id": place, "class_id": "pilots", **listed(count, None, count)})
    return rows


def country_coverage(view: View) -> list[dict]:
    """PC-04: countries with a Chinese owner's mine that have an active or completed pilot."""
    rows = []
    for place, mines in view.by_place():
        countries = set(mines[~mines["ownership_class"].isin({"FOREIGN", "UNKNOWN"})]["iso3"])
        covered = countries & set(mines[mines["mine_id"].isin(running(view, mines)["mine_id"])]["iso3"])
        rows.append({"place_id": place, **ratio((len(covered),) * 3, len(countries), 100), "n": len(countries), **NO_LOCATION})
    return rows


def mines_in_listed_countries(view: View) -> list[dict]:
    """VC-01: mines in countries that the newest list names."""
    areas = table_of(view.world.snapshot, "cahra_areas")
    named = set(areas[areas["list_version"] == areas["list_version"].max()]["iso3"])
    rows = []
    for place, mines in view.by_place():
        count = int(mines["iso3"].isin(named).sum())
        rows.append({"place_id": place, **ratio((count,) * 3, len(mines), 100), "n": len(mines), **NO_LOCATION})
    return rows


def linked(view: View, mines: pandas.DataFrame) -> pandas.DataFrame:
    """Reports that count in rates and name one of these mines, located or not."""
    reports = view.rate_incidents(set(view.world.incidents["incident_type"]))
    return reports[(reports["link_basis"] == "asserted") & reports["mine_id"].isin(mines["mine_id"])]


def is_ever_named(view: View) -> bool:
    """Whether any public report names a mine of the dataset at all."""
    incidents, mines = view.world.incidents, view.world.mines
    ids = mines[mines["mine_dataset"] == view.question.mine_dataset]["mine_id"]
    public = incidents[incidents["sensitivity"] != "RESTRICTED"]
    return bool(((public["link_basis"] == "asserted") & public["mine_id"].isin(ids)).any())


def linked_rate(view: View, is_counted) -> list[dict]:
    rows = []
    for place, mines in view.by_place():
        count = int(is_counted(linked(view, mines)).sum()) if is_ever_named(view) else None
        years = len(mines) * view.years() if count is not None else None
        rows.append({"place_id": place, **ratio((count,) * 3, years), "n": len(mines), **NO_LOCATION})
    return rows


def rights_incidents(view: View) -> list[dict]:
    """HR-03: linked reports of the human rights issue, per mine-year of all chosen mines."""
    return linked_rate(view, lambda reports: reports["issue"] == "HR")


def labour_disputes(view: View) -> list[dict]:
    """LP-02: linked labour disputes, per mine-year of all chosen mines."""
    return linked_rate(view, lambda reports: reports["incident_type"] == "LABOUR_DISPUTE")


def reported_deaths(view: View) -> list[dict]:
    """OHS-01: deaths a year in linked reports of the health and safety issue, with the lowest and highest numbers reported."""
    rows = []
    for place, mines in view.by_place():
        reports = linked(view, mines)
        reports = reports[reports["issue"] == "OHS"]
        known = reports[reports["fatalities"].notna()]
        deaths = float(known["fatalities"].sum())
        low = known[["fatalities_min", "fatalities"]].min(axis=1).sum()
        high = known[["fatalities_max", "fatalities"]].max(axis=1).sum()
        has = is_ever_named(view)
        value, least, most = (float(number) / view.years() if has else None for number in (deaths, low, high))
        rows.append({
            "place_id": place, "value": value, "low": least, "high": most, "numerator": deaths if has else None,
            "denominator": None, "n": len(reports), **NO_LOCATION,
        })
    return rows


def displaced_people(view: View) -> list[dict]:
    """HR-04: displaced people in reports within the radius of a located mine or naming any chosen mine, each report once."""
    radius_m = view.question.value("radius_km", 10) * 1000
    rows = []
    for place, mines in view.by_place():
        reports = view.rate_incidents(set(view.world.incidents["incident_type"]))
        reports = reports[reports["displaced_people"].notna()]
        near = view.near("incident_reports", place).groupby("feature_id")[["distance_m", "most_m", "least_m"]].min()
        table = reports.set_index("incident_id")[["displaced_people"]].join(near)
        is_linked = table.index.isin(linked(view, mines)["incident_id"])
        people = {
            bound: table[is_linked | (table[bound] <= radius_m)]["displaced_people"] for bound in ("distance_m", "most_m", "least_m")
        }
        value, low, high = (int(people[bound].sum()) if len(people["distance_m"]) else None for bound in people)
        rows.append({
            "place_id": place, "value": value, "low": low, "high": high, "numerator": value, "denominator": None,
            "n": len(people["distance_m"]), "n_approximate": 0, "n_coarse": accuracy(mines)["n_coarse"],
        })
    return rows


def mines_in_heritage(view: View) -> list[dict]:
    """EN-02: located mines inside a World Heritage site, and those within the radius of one but not inside."""
    radius_m = view.question.value("radius_km", 10) * 1000
    sized = set(view.world.areas[view.world.areas["rep_area_km2"].notna()]["site_id"])
    rows = []
    for place, mines in view.by_place():
        pairs = view.counted_area_pairs(place)
        pairs = pairs[pairs["int_crit"].isin(HERITAGE)]
        can_hold = pairs["feature_id"].isin(sized)
        ids = {
            "inside": set(pairs[can_hold & (pairs["distance_m"] <= 0)]["mine_id"]),
            "surely": set(pairs[can_hold & (pairs["most_m"] <= 0)]["mine_id"]),
            "possibly": set(pairs[can_hold & (pairs["least_m"] <= 0)]["mine_id"]),
            **{bound: set(pairs[pairs[bound] <= radius_m]["mine_id"]) for bound in ("distance_m", "most_m", "least_m")},
        }
        quality = accuracy(mines)
        inside = tuple(len(ids[name]) for name in ("inside", "surely", "possibly"))
        near = (
            len(ids["distance_m"] - ids["inside"]), len(ids["most_m"] - ids["possibly"]), len(ids["least_m"] - ids["surely"])
        )
        for label, counts in [(None, inside), ("inside", inside), ("near", near)]:
            value, low, high = counts if quality["n"] else (None,) * 3
            rows.append({
                "place_id": place, "class_id": label, "value": value, "low": low, "high": high, "numerator": value,
                "denominator": None, **quality,
            })
    return rows


def without_footprints(view: View) -> list[dict]:
    """EN-04: no footprint ships (`tables.py` stops where there are any), so there is no data."""
    return without_fields(view)


def without_fields(view: View) -> list[dict]:
    """OG-01 and the others that wait for fields: no value anywhere."""
    return [{"place_id": place, "n": 0, **NO_LOCATION} for place, _ in view.by_place()]
