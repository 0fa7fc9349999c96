"""Distances between mines and what lies around them, by pyproj.Geod from coordinates and reported areas."""

import math

import numpy
import pandas
from pyproj import Geod

from tables import APPROXIMATE_M, COARSE, World

GEOD = Geod(ellps="WGS84")
EARTH_M = 6_356_752.0
REACH_M = 50_000.0
LADDER_KM = [1, 5, 10, 20, 50]
CIRCLE_POINTS = 1440
# A pair nearer than this to the edge of a ring may be counted on either side of it.
EDGE_M = 5.0


def circle(longitude: float, latitude: float, radius_m: float, points: int = CIRCLE_POINTS):
    """Longitudes and latitudes of a geodesic circle, counter-clockwise."""
    azimuths = -numpy.arange(points) * 360.0 / points
    full = numpy.full(points, 1.0)
    longitudes, latitudes, _ = GEOD.fwd(full * longitude, full * latitude, azimuths, full * radius_m)
    return longitudes, latitudes


def circle_area_m2(longitude: float, latitude: float, radius_m: float) -> float:
    """Ellipsoidal area of a geodesic circle, from a polygon of many points."""
    return abs(GEOD.polygon_area_perimeter(*circle(longitude, latitude, radius_m))[0])


def equal_area_radius_m(longitude: float, latitude: float, area_km2: float) -> float:
    """Radius of the geodesic circle of a given area: the plane's radius, corrected twice on the ellipsoid."""
    area_m2 = area_km2 * 1e6
    radius = math.sqrt(area_m2 / math.pi)
    for _ in range(2):
        radius *= math.sqrt(area_m2 / circle_area_m2(longitude, latitude, radius))
    return radius


def unit_vectors(table: pandas.DataFrame) -> numpy.ndarray:
    """Points on the unit sphere, so that a search for neighbours knows no antimeridian."""
    longitude, latitude = numpy.radians(table["longitude"]), numpy.radians(table["latitude"])
    across = numpy.cos(latitude)
    return numpy.column_stack([across * numpy.cos(longitude), across * numpy.sin(longitude), numpy.sin(latitude)])


def candidates(mines: pandas.DataFrame, features: pandas.DataFrame, reach_m: numpy.ndarray):
    """Positions of mine and feature for every pair whose chord may be within reach (with 2 % to spare)."""
    place, target = unit_vectors(mines), unit_vectors(features)
    left, right = [], []
    for position in range(len(mines)):
        chord = numpy.linalg.norm(target - place[position], axis=1) * EARTH_M
        found = numpy.flatnonzero(chord <= reach_m * 1.02 + 1000.0)
        left.append(numpy.full(len(found), position))
        right.append(found)
    return numpy.concatenate(left), numpy.concatenate(right)


def pairs_of(mines: pandas.DataFrame, dataset: str, features: pandas.DataFrame) -> pandas.DataFrame:
    """All pairs of one dataset within 50 km and the uncertainty of both; `features` holds feature_id, latitude,
    longitude, radius_m (0 for points), uncertainty_m and is_approx. `signed_m` is negative inside a circle."""
    reach = REACH_M + features["uncertainty_m"].max() + mines["uncertainty_m"].max() + features["radius_m"].to_numpy()
    left, right = candidates(mines, features, reach)
    mine, feature = mines.iloc[left].reset_index(drop=True), features.iloc[right].reset_index(drop=True)
    _, _, length = GEOD.inv(
        mine["longitude"].to_numpy(), mine["latitude"].to_numpy(),
        feature["longitude"].to_numpy(), feature["latitude"].to_numpy(),
    )
    signed = length - feature["radius_m"].to_numpy()
    pairs = pandas.DataFrame({
        "mine_dataset": mine["mine_dataset"],
        "mine_id": mine["mine_id"],
        "dataset": dataset,
        "feature_id": feature["feature_id"],
        "signed_m": signed,
        "uncertainty_m": mine["uncertainty_m"] + feature["uncertainty_m"],
        "is_approx": mine["is_approximate"] | feature["is_approx"],
        "has_extent": feature["radius_m"] > 0,
    })
    within = pairs["signed_m"] - EDGE_M <= REACH_M + pairs["uncertainty_m"]
    return pairs[within].reset_index(drop=True)


def shifted(pairs: pandas.DataFrame, step: int) -> pandas.DataFrame:
    """The pairs with every distance lengthened (+1), kept (0) or shortened (-1) by EDGE_M; one point twice stays one."""
    signed = pairs["signed_m"] + step * EDGE_M * (pairs["signed_m"] != 0)
    return pairs.assign(distance_m=numpy.maximum(0.0, signed), is_inside=pairs["has_extent"] & (signed <= 0))


def community_features(world: World) -> pandas.DataFrame:
    table = world.communities[["community_id", "latitude", "longitude"]].rename(columns={"community_id": "feature_id"})
    return table.assign(radius_m=0.0, uncertainty_m=0.0, is_approx=False)


def area_features(world: World) -> pandas.DataFrame:
    """Protected areas as circles of the reported size; those without a size as points."""
    table = world.areas[["site_id", "latitude", "longitude", "rep_area_km2", "is_approx"]]
    sizes = zip(table["longitude"], table["latitude"], table["rep_area_km2"], strict=True)
    radius = [0.0 if not size > 0 else equal_area_radius_m(x, y, size) for x, y, size in sizes]
    return table.rename(columns={"site_id": "feature_id"}).assign(radius_m=radius, uncertainty_m=0.0)


def incident_features(world: World) -> pandas.DataFrame:
    """Incident reports that can be placed; one known to part of a region only is good to 10 km."""
    table = world.incidents
    can_be_placed = ~table["loc_accuracy"].isin(COARSE) & (table["geo_precision"].astype(str) != "3")
    table = table[can_be_placed].rename(columns={"incident_id": "feature_id"})
    is_approx = table["geo_precision"].astype(str) == "2"
    return table[["feature_id", "latitude", "longitude"]].assign(
        radius_m=0.0, is_approx=is_approx, uncertainty_m=numpy.where(is_approx, APPROXIMATE_M, 0.0)
    )


def all_pairs(world: World) -> pandas.DataFrame:
    """Pairs of located mines with host communities, protected areas and incident reports."""
    located = world.mines[world.mines["is_located"]].reset_index(drop=True)
    features = {
        "host_communities": community_features(world),
        "protected_areas": area_features(world),
        "incident_reports": incident_features(world),
    }
    return pandas.concat([pairs_of(located, name, table) for name, table in features.items()], ignore_index=True)


def edge_pairs(pairs: pandas.DataFrame) -> list[list]:
    """Pairs whose distance, or a bound of it, lies within EDGE_M of a ring's edge (0 km: of the area's own edge)."""
    edges_m = numpy.array([0, *LADDER_KM]) * 1000.0
    rows = []
    for pair in pairs.itertuples():
        reaches = {pair.signed_m, pair.signed_m - pair.uncertainty_m, pair.signed_m + pair.uncertainty_m}
        for reach in reaches:
            close = edges_m[numpy.abs(edges_m - reach) <= EDGE_M]
            if len(close) > 0 and (close[0] > 0 or pair.has_extent):
                rows.append([pair.mine_id, pair.feature_id, round(pair.signed_m, 1), int(close[0] / 1000)])
    return sorted(rows)
