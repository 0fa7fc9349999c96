"""Reports of single mines: what lies in each ring, and what is nearest."""

import pandas

from measure_areas import TIERS, tiers
from nearness import LADDER_KM, REACH_M, shifted
from questions import Question
from tables import World
from view import counted_areas_by_id, look

SEED = 20_140_624
SAMPLE = {"pilot_mines": 25, "mines": 25}


def sampled_mines(world: World) -> pandas.DataFrame:
    """Fifty mines, located or not, of both datasets."""
    tables = [
        world.mines[world.mines["mine_dataset"] == dataset].sort_values("mine_id").sample(count, random_state=SEED)
        for dataset, count in SAMPLE.items()
    ]
    return pandas.concat(tables)


def public_incidents(world: World) -> pandas.DataFrame:
    return world.incidents[world.incidents["sensitivity"] != "RESTRICTED"]


def ring(world: World, pairs: pandas.DataFrame, radius_km: int) -> dict:
    """Counts within a ring; 0 km is what holds the mine or lies at its very point."""
    within = pairs[pairs["distance_m"] <= radius_km * 1000]
    found = {dataset: set(group["feature_id"]) for dataset, group in within.groupby("dataset")}
    population = world.communities[world.communities["community_id"].isin(found.get("host_communities", ()))]["population"]
    areas = world.areas[world.areas["site_id"].isin(found.get("protected_areas", ())) & world.areas["is_counted"]]
    reports = public_incidents(world)
    return {
        "radius_km": radius_km,
        "communities": len(population),
        "population": int(population.sum()),
        "population_unknown": int(population.isna().sum()),
        "areas": len(areas),
        "areas_approx": int(areas["is_approx"].sum()),
        "incidents_near": int(reports["incident_id"].isin(found.get("incident_reports", ())).sum()),
    }


def nearest(pairs: pandas.DataFrame, dataset: str) -> dict | None:
    """The nearest feature within 50 km (several where they are equally near; areas counted in totals or not)."""
    found = pairs[(pairs["dataset"] == dataset) & (pairs["signed_m"] <= REACH_M)].sort_values("signed_m")
    if found.empty:
        return None
    least = found["distance_m"].iloc[0]
    ties = found[found["distance_m"] == least]["feature_id"]
    return {"ids": sorted(ties), "distance_m": round(float(least), 1)}


def tier_of_each(world: World, pairs: pandas.DataFrame, dataset: str) -> dict[str, str]:
    """The proximity tier of each located mine, near meaning within 10 km."""
    view = look(world, pairs, Question(dataset, dataset, "region"), 0)
    table = tiers(view, "ALL", view.places[view.places["place_id"] == "ALL"], 10_000.0)
    return {mine_id: TIERS[int(tier)] for mine_id, tier in table["tier"].items()}


def report(world: World, mine, pairs: pandas.DataFrame, tier: str) -> dict:
    """One mine's report; each ring with its counts if distances were EDGE_M shorter or longer, where they differ."""
    usual, nearer, farther = (shifted(pairs, step) for step in (0, -1, 1))
    rings = []
    for radius_km in [0, *LADDER_KM] if mine.is_located else []:
        counts = ring(world, usual, radius_km)
        bounds = [ring(world, moved, radius_km) for moved in (farther, nearer)]
        edge = {name: [low[name], high[name]] for low, high in [bounds] for name in counts if low[name] != high[name]}
        rings.append({**counts, **({"edge": edge} if edge else {})})
    counted = set(counted_areas_by_id(world).index)
    reports = public_incidents(world)
    linked = reports[(reports["mine_id"] == mine.mine_id) & (reports["link_basis"] == "asserted")]
    return {
        "mine_id": mine.mine_id,
        "mine_dataset": mine.mine_dataset,
        "is_located": bool(mine.is_located),
        "tier": tier,
        "uncertainty_m": mine.uncertainty_m,
        "incidents_linked": len(linked),
        "rings": rings,
        "nearest_area": nearest(usual, "protected_areas"),
        "nearest_counted_area": nearest(usual[usual["feature_id"].isin(counted)], "protected_areas"),
        "nearest_community": nearest(usual, "host_communities"),
        "nearest_incident": nearest(usual, "incident_reports"),
    }


def reports(world: World, pairs: pandas.DataFrame) -> list[dict]:
    """The reports of the sampled mines."""
    tier = {mine: code for dataset in SAMPLE for mine, code in tier_of_each(world, pairs, dataset).items()}
    return [
        report(world, mine, pairs[pairs["mine_id"] == mine.mine_id], tier.get(mine.mine_id, "TU"))
        for mine in sampled_mines(world).itertuples()
    ]
