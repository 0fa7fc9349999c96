"""EN-01, EN-03 and EN-05: mines and protected land."""

import math

import numpy

from land import hectares, land_in_rings, protected_land
from nearness import LADDER_KM
from view import View, accuracy, located, ratio

HERITAGE = {"World Heritage (natural)", "World Heritage (cultural)", "World Heritage (mixed)"}
STRICT = {"Ia", "Ib", "II", "III", "IV"}
# A ring of 128 corners lies between this share of its radius and the radius itself.
INNER = math.cos(math.pi / 128)
TIERS = ["T0", "T1", "T2", "T3", "T4", "T5", "T6"]


def mines_inside(view: View) -> list[dict]:
    """EN-01: share of located mines inside a counted protected area; a point-like area contains nothing."""
    rows = []
    for place, mines in view.by_place():
        pairs = view.counted_area_pairs(place)
        inside = pairs[pairs["is_inside"]]
        surely = pairs[pairs["is_inside"] & (pairs["uncertainty_m"] == 0)]
        possibly = pairs[pairs["has_extent"] & (pairs["least_m"] <= 0)]
        counts = tuple(chosen["mine_id"].nunique() for chosen in (inside, surely, possibly))
        approximate = set(inside[inside["is_approx"]]["mine_id"]) | set(mines[mines["is_approximate"]]["mine_id"])
        rows.append({
            "place_id": place, **ratio(counts, int(mines["is_located"].sum()), 100), **accuracy(mines),
            "n_approximate": int(located(mines)["mine_id"].isin(approximate).sum()),
        })
    return rows


def tier_of(pairs, distance: str, is_inside, radius_m: float):
    """The tier of each pair as a number: 0 in World Heritage, 1 in a strict area, 2 in another, 3 and 4 near, 5 to 50 km."""
    strength = numpy.where(pairs["int_crit"].isin(HERITAGE), 0, numpy.where(pairs["iucn_cat"].isin(STRICT), 1, 2))
    near = numpy.where(strength <= 1, 3, 4)
    return numpy.select(
        [is_inside, pairs[distance] <= radius_m, pairs[distance] <= 50_000], [strength, near, 5], default=6
    )


def tiers(view: View, place: str, mines, radius_m: float):
    """Each located mine with its tier (and the nearest and farthest it may have) and its distances to areas."""
    pairs = view.counted_area_pairs(place)
    pairs = pairs.assign(
        tier=tier_of(pairs, "distance_m", pairs["is_inside"], radius_m),
        least_tier=tier_of(pairs, "least_m", pairs["has_extent"] & (pairs["least_m"] <= 0), radius_m),
        most_tier=tier_of(pairs, "most_m", pairs["is_inside"] & (pairs["most_m"] <= 0), radius_m),
    )
    columns = ["tier", "least_tier", "most_tier", "distance_m", "least_m", "most_m"]
    nearest = pairs.groupby("mine_id")[columns].min()
    first = pairs.sort_values(["mine_id", "distance_m", "feature_id"]).groupby("mine_id")["is_approx"].first()
    table = located(mines).set_index("mine_id")[["is_approximate"]].join(nearest).join(first)
    table["is_approx"] = table["is_approximate"] | (table["is_approx"] == True)  # noqa: E712
    return table.fillna({"tier": 6, "least_tier": 6, "most_tier": 6, "least_m": numpy.inf, "distance_m": numpy.inf,
                         "most_m": numpy.inf})


def median_km(distances) -> float | None:
    """The median in km; beyond 50 km nothing was measured."""
    middle = numpy.median(distances) if len(distances) else numpy.inf
    return max(0.0, middle) / 1000 if middle <= 50_000 else None


def mines_near(view: View) -> list[dict]:
    """EN-03: share of located mines with a counted area within the radius, the tiers, and the median distance."""
    radius_m = view.question.value("radius_km", 10) * 1000
    rows = []
    for place, mines in view.by_place():
        table, quality = tiers(view, place, mines, radius_m), accuracy(mines)
        quality["n_approximate"] = int(table["is_approx"].sum())
        counts = tuple(int((table[column] <= radius_m).sum()) for column in ("distance_m", "most_m", "least_m"))
        rows.append({"place_id": place, **ratio(counts, len(table), 100), **quality})
        for position, tier in enumerate(TIERS):
            is_there = table["tier"] == position
            surely = (table["least_tier"] == position) & (table["most_tier"] == position)
            possibly = (table["least_tier"] <= position) & (table["most_tier"] >= position)
            counts = (int(is_there.sum()), int(surely.sum()), int(possibly.sum()))
            rows.append({
                "place_id": place, "class_id": tier, **ratio(counts, len(table), 100), "n": len(table),
                "n_approximate": int((is_there & table["is_approx"]).sum()), "n_coarse": 0,
            })
        coarse = quality["n_coarse"]
        rows.append({"place_id": place, "class_id": "TU", **ratio((coarse,) * 3, len(mines), 100), "n": len(mines),
                     "n_approximate": 0, "n_coarse": coarse})
        middles = [median_km(table[column]) for column in ("distance_m", "least_m", "most_m")]
        rows.append({"place_id": place, "class_id": "median_km", "value": middles[0], "low": middles[1],
                     "high": middles[2], "numerator": None, "denominator": len(table), **quality})
    return rows


def protected_land_near(view: View) -> list[dict]:
    """EN-05: protected land of a place inside the rings of its mines, each hectare once, per protected land of the place.
    Low without the approximate mines; high with the ring that holds their 10 km of uncertainty too."""
    ring_km = view.question.value("ring_km", 10)
    wide_km = next((ring for ring in LADDER_KM if ring >= ring_km + 10), LADDER_KM[-1])
    protected, scale = protected_land(view.world), INNER if view.step > 0 else 1.0
    rows = []
    for place, mines in view.by_place():
        placed = located(mines)
        is_vague = dict(zip(placed["mine_id"], placed["is_approximate"], strict=True))
        radii = (
            {mine: ring_km for mine in is_vague},
            {mine: ring_km for mine, vague in is_vague.items() if not vague},
            {mine: wide_km if vague else ring_km for mine, vague in is_vague.items()},
        )
        areas = [land_in_rings(view.world, protected.get(place), chosen, scale) for chosen in radii] if is_vague else [None] * 3
        rows.append({"place_id": place, **ratio(areas, hectares(protected.get(place)), 100), **accuracy(mines)})
    return rows
