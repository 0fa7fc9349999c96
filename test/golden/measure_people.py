"""CI-01 and CI-05: host communities near mines."""

from functools import cache

import pandas

from nearness import LADDER_KM
from tables import World
from view import View, accuracy

CITED = ["distance_m", "most_m", "least_m"]


@cache
def population(world: World) -> pandas.Series:
    return world.communities.set_index("community_id")["population"]


@cache
def nearest(view: View, place: str) -> pandas.DataFrame:
    """Each community within reach of the place's mines once: nearest distance, its bounds, nearest precise mine, people."""
    pairs = view.near("host_communities", place)
    precise = pairs[~pairs["is_approx"]].groupby("feature_id")["distance_m"].min().rename("precise_m")
    table = pairs.groupby("feature_id")[CITED].min().join(precise)
    return table.join(population(view.world)).fillna({"precise_m": float("inf")})


def people_within(table: pandas.DataFrame, column: str, reach_m: float) -> int:
    """Known people of the communities within a distance."""
    return int(table[table[column] <= reach_m]["population"].sum())


def people_near(view: View) -> list[dict]:
    """CI-01: people of the communities within the radius of any mine of the place, each once, and within each ring."""
    radius_km = view.question.value("radius_km", 20)
    rows = []
    for place, mines in view.by_place():
        table, quality = nearest(view, place), accuracy(mines)
        for label, ring_km in [(None, radius_km), *((str(ring), ring) for ring in LADDER_KM)]:
            reach_m = ring_km * 1000
            is_near = table["distance_m"] <= reach_m
            people = [people_within(table, column, reach_m) if quality["n"] else None for column in CITED]
            rows.append({
                "place_id": place, "class_id": label, "value": people[0], "low": people[1], "high": people[2],
                "numerator": people[0], "denominator": None, "n": int(is_near.sum()),
                "n_approximate": int((is_near & (table["precise_m"] > reach_m)).sum()), "n_coarse": quality["n_coarse"],
            })
    return rows


def crowds(view: View) -> pandas.DataFrame:
    """For each community: within how many chosen mines' radius it lies, as measured, at the most and at the least far."""
    radius_m = view.question.value("radius_km", 10) * 1000
    pairs = view.near("host_communities", "ALL")
    within = pairs[CITED] <= radius_m
    return within.groupby(pairs["feature_id"]).sum().add_suffix("_mines")


def communities_near_several(view: View) -> list[dict]:
    """CI-05: of the communities within the radius of a mine of the place, the share near two chosen mines or more."""
    radius_m = view.question.value("radius_km", 10) * 1000
    crowd = crowds(view)
    rows = []
    for place, mines in view.by_place():
        table, quality = nearest(view, place).join(crowd), accuracy(mines)
        near = {column: table[column] <= radius_m for column in CITED}
        shared = {column: near[column] & (table[f"{column}_mines"] >= 2) for column in CITED}
        shares = [100 * shared[column].sum() / near[column].sum() for column in CITED if near[column].any()]
        has_value = bool(near["distance_m"].any())
        count, of = (int(table_[CITED[0]].sum()) if quality["n"] else None for table_ in (shared, near))
        rows.append({
            "place_id": place, "value": shares[0] if has_value else None, "low": min(shares) if has_value else None,
            "high": max(shares) if has_value else None, "numerator": count, "denominator": of, "n": of or 0,
            "n_approximate": int((near["distance_m"] & (table["precise_m"] > radius_m)).sum()),
            "n_coarse": quality["n_coarse"],
        })
    return rows
