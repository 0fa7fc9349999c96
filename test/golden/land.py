"""Areas of protected land and of the part of it inside rings, in the equal-area projection EPSG:6933."""

from functools import cache

import geopandas
import numpy
import shapely

from nearness import circle, equal_area_radius_m
from tables import World

EQUAL_AREA = "EPSG:6933"
POINTS = 720
HECTARE_M2 = 10_000


def discs(table, radii_m) -> geopandas.GeoSeries:
    """Geodesic circles as polygons in the equal-area projection; none may cross the antimeridian."""
    shapes = []
    for longitude, latitude, radius in zip(table["longitude"], table["latitude"], radii_m, strict=True):
        x, y = circle(longitude, latitude, radius, POINTS)
        if numpy.ptp(x) > 180:
            raise SystemExit(f"a circle at {longitude}, {latitude} crosses the antimeridian")
        shapes.append(shapely.Polygon(numpy.column_stack([x, y])))
    return geopandas.GeoSeries(shapes, index=table.index, crs="EPSG:4326").to_crs(EQUAL_AREA)


@cache
def counted_areas(world: World) -> geopandas.GeoDataFrame:
    """Protected areas that count in totals and have a reported size, as equal-area polygons."""
    areas = world.areas[world.areas["is_counted"] & (world.areas["rep_area_km2"] > 0)]
    sizes = zip(areas["longitude"], areas["latitude"], areas["rep_area_km2"], strict=True)
    radii = [equal_area_radius_m(x, y, size) for x, y, size in sizes]
    return geopandas.GeoDataFrame(areas[["site_id", "iso3", "region_id"]], geometry=discs(areas, radii))


@cache
def protected_land(world: World) -> dict[str, shapely.Geometry]:
    """Counted areas of ALL, each region and each country, dissolved: land under several of them is there once."""
    areas = counted_areas(world)
    land = {"ALL": areas.union_all()}
    for column in ("region_id", "iso3"):
        land |= {place: group.union_all() for place, group in areas.groupby(column)}
    return land


def hectares(land: shapely.Geometry | None) -> float | None:
    return None if land is None else land.area / HECTARE_M2


@cache
def rings(world: World, radius_km: int, scale: float) -> dict[str, shapely.Geometry]:
    """The ring of every located mine, by mine id; the scale makes it a little smaller."""
    mines = world.mines[world.mines["is_located"]].set_index("mine_id")
    return discs(mines, numpy.full(len(mines), radius_km * 1000.0 * scale)).to_dict()


def land_in_rings(world: World, land: shapely.Geometry | None, radii_km: dict[str, int], scale: float) -> float:
    """Hectares of some land inside at least one of the rings (mine id: radius, times the scale), each hectare once."""
    if land is None:
        return 0.0
    pieces = [rings(world, radius_km, scale)[mine_id] for mine_id, radius_km in radii_km.items()]
    return hectares(shapely.intersection(shapely.union_all(pieces), land))
