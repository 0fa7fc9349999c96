"""GeoPandas, pandas and openpyxl read every export format back to the values of the source."""

import csv
import datetime
import zipfile
from io import BytesIO, StringIO

import geopandas
import pandas
import pytest
import shapely

from atlas import collection, get, source

FORMATS = ["csv", "geojson", "jsonfg", "parquet", "parquet 1.1", "gpkg", "fgb", "xlsx", "shp"]
SAMPLES = ["pilot_mines", "protected_areas", "incident_reports", "countries", "programme", "mine_exposure"]
LONGEST_CELL = 32_767
# The outline of a country is longer than what the module takes by itself.
csv.field_size_limit(100_000_000)
LONGEST_SHAPEFILE_TEXT = 254


def export(path: str, form: str) -> bytes:
    name, *version = form.split()
    return get(f"{path}/export", f=name, single="true", **({"version": version[0]} if version else {})).content


def text_cells(text: str) -> list[dict]:
    """CSV has no types: nothing is an empty cell, and a text that a spreadsheet would run is led by an apostrophe."""
    rows = csv.DictReader(StringIO(text))
    bare = lambda cell: cell[1:] if cell[:1] == "'" and cell[1:2] in "=+-@\t\r" else cell
    return [{name: bare(cell) or None for name, cell in row.items()} for row in rows]


def read_shapefile(archive: bytes) -> pandas.DataFrame:
    """Every layer of the archive, with the full names of its fields."""
    with zipfile.ZipFile(BytesIO(archive)) as files:
        full = {row["shapefile_name"]: row["name"] for row in text_cells(files.read("field_names.csv").decode())}
        layers = [name for name in files.namelist() if name.endswith(".shp")]
        layers = layers or [name for name in files.namelist() if name.endswith(".dbf")]
    read = [geopandas.read_file(BytesIO(archive), layer=name.rsplit(".", 1)[0]) for name in layers]
    return pandas.concat(read).rename(columns=full)


def read(form: str, content: bytes) -> pandas.DataFrame:
    if form == "csv":
        return pandas.DataFrame(text_cells(content.decode()))
    if form == "xlsx":
        return pandas.read_excel(BytesIO(content), sheet_name="data", dtype=object, keep_default_na=False, na_values=[""])
    if form.startswith("parquet"):
        try:
            return geopandas.read_parquet(BytesIO(content))
        except ValueError:
            return pandas.read_parquet(BytesIO(content))
    if form == "shp":
        return read_shapefile(content)
    return geopandas.read_file(BytesIO(content))


def plain(value: object, kind: str) -> object:
    """A cell as the declared type has it, whatever a format calls it; nothing is None."""
    if value is None or value == "" or (not isinstance(value, str) and pandas.isna(value)):
        return None
    match kind:
        case "int" | "bigint":
            return int(value)
        case "double":
            return float(value)
        case "boolean":
            return value.lower() in ("true", "1", "t") if isinstance(value, str) else bool(value)
        case "date":
            return value[:10].replace("/", "-") if isinstance(value, str) else pandas.Timestamp(value).date().isoformat()
        case _:
            return str(value)


def kept(value: object, form: str) -> object:
    """What a format keeps: a shapefile cuts long texts and has numbers to 15 digits."""
    if form != "shp":
        return value
    if isinstance(value, float):
        return float(f"{value:.13g}")
    return value.encode()[:LONGEST_SHAPEFILE_TEXT].decode(errors="ignore").rstrip() if isinstance(value, str) else value


def geometries(rows: pandas.DataFrame, form: str) -> list:
    if form not in ("csv", "xlsx"):
        return list(rows.geometry)
    if "geometry_wkt" in rows:
        return [shapely.from_wkt(text) if isinstance(text, str) else None for text in rows.geometry_wkt]
    return [shapely.Point(float(x), float(y)) for x, y in zip(rows.longitude, rows.latitude, strict=True)]


def alike(left, right) -> bool:
    """To 1e-9 degrees; a multi-geometry of one part is that part, and where a ring begins does not matter."""
    single = lambda shape: shape.geoms[0] if shape.geom_type.startswith("Multi") and len(shape.geoms) == 1 else shape
    return single(left).normalize().equals_exact(single(right).normalize(), 1e-9)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_collection_is_read_back_to_equal_values(name, form):
    about = collection(name)
    key, kinds = about["key"], {field["name"]: field["type"] for field in about["fields"]}
    truth = source(name).sort_values(key).reset_index(drop=True)
    rows = read(form, export(f"collections/{name}", form))
    assert len(rows) == len(truth)
    rows = rows.sort_values(key).reset_index(drop=True)
    for field, kind in kinds.items():
        expected = [kept(plain(value, kind), form) for value in truth[field]]
        assert [kept(plain(value, kind), form) for value in rows[field]] == expected, field
    if about["geometry"] == "none":
        return
    for wanted, found in zip(truth.geometry, geometries(rows, form), strict=True):
        if form == "xlsx" and found is None:
            assert len(shapely.to_wkt(wanted, rounding_precision=-1)) > LONGEST_CELL * 0.8
        else:
            assert alike(wanted, found)


@pytest.mark.parametrize("form", FORMATS)
def test_the_rows_behind_a_number_are_read_back(form):
    rows = get("indicators/EN-03/rows").json()["rows"]
    found = read(form, export("indicators/EN-03/rows", form))
    assert len(found) == len(rows) > 0
    key = next(iter(rows[0]))
    assert sorted(map(str, found[key])) == sorted(str(row[key]) for row in rows)


def test_chinese_text_and_dates_are_among_the_values():
    """So that the equality above says something about them."""
    reports = source("incident_reports")
    assert reports.title_zh.str.contains("[\u4e00-\u9fff]").any()
    assert isinstance(reports.event_date.iloc[0], (datetime.date, pandas.Timestamp))
    assert reports.fatalities.isna().any()


def test_headers_in_chinese_and_a_byte_order_mark():
    content = get("collections/pilot_mines/export", f="csv", single="true", lang="zh", bom="true").content
    assert content.startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(StringIO(content.decode("utf-8-sig"))))[0] == "矿山编号"


def test_a_workbook_has_its_dictionary_and_its_citation():
    content = get("collections/pilot_mines/export", f="xlsx", single="true").content
    dictionary = pandas.read_excel(BytesIO(content), sheet_name="dictionary")
    assert set(dictionary.name) >= {field["name"] for field in collection("pilot_mines")["fields"]}
    about = pandas.read_excel(BytesIO(content), sheet_name="about").to_string()
    assert "CC-BY-4.0" in about and "快照" in about
