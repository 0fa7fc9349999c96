"""GDAL's OGC API driver and OWSLib read every collection, page by page."""

import math

import numpy
import pyogrio
import pytest
import shapely
from owslib.ogcapi.features import Features

from atlas import API, COLLECTIONS, source

MOST_PAGE = 10_000
NAMES = [one["id"] for one in COLLECTIONS]


def bounds_of(shapes) -> numpy.ndarray:
    found = [shape for shape in shapes if shape is not None and not shape.is_empty]
    return shapely.total_bounds(found) if found else numpy.array([])


def expected(name: str):
    rows = source(name)
    return len(rows), bounds_of(rows.geometry) if "geometry" in rows else numpy.array([])


@pytest.fixture(scope="module", params=NAMES)
def wanted(request):
    """A collection with the count and bounds of its source, asked once for both readers."""
    return request.param, *expected(request.param)


def page_size(count: int) -> int:
    """At least three pages, where there are so many rows."""
    return max(1, min(math.ceil(count / 3), MOST_PAGE))


def test_gdal_reads_the_same_features_by_pages(wanted):
    name, count, bounds = wanted
    read = pyogrio.read_dataframe(f"OAPIF:{API}", layer=name, PAGE_SIZE=page_size(count), INITIAL_REQUEST_PAGE_SIZE=1)
    assert len(read) == count
    if len(bounds):
        numpy.testing.assert_allclose(bounds_of(read.geometry), bounds, atol=1e-9, rtol=0)


def test_owslib_reads_the_same_features_by_pages(wanted):
    name, count, bounds = wanted
    service = Features(API)
    size = page_size(count)
    features = []
    while True:
        page = service.collection_items(name, limit=size, offset=len(features))
        features += page["features"]
        assert page["numberMatched"] == count
        if not page["features"] or len(features) >= count:
            break
    assert len({feature["id"] for feature in features}) == count
    if len(bounds):
        shapes = [shapely.geometry.shape(one["geometry"]) for one in features if one["geometry"]]
        numpy.testing.assert_allclose(bounds_of(shapes), bounds, atol=1e-9, rtol=0)
