"""The dataset tables of the current snapshot, as data frames. Nothing that prepare or the server computed is read."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy
import pandas
import pyarrow.parquet

REPOSITORY = Path(__file__).resolve().parents[2]
PREPARED = REPOSITORY / "data" / "prepared"
REGIONS = ["AFR", "LAC", "SEA", "CAS"]
COARSE = ["ADMINISTRATIVE_REGION", "COUNTRY"]
PRECISE = ["COORDINATES", "EXACT_LOCATION"]
APPROXIMATE_M = 10_000.0
SOURCES = [
    "pilot_mines", "mines", "host_communities", "protected_areas", "incident_reports", "programme", "result_indicators",
    "indicator_periods", "cahra_areas",
]
MINE_COLUMNS = [
    "mine_id", "mine_dataset", "iso3", "region_id", "commod1", "commod2", "commod3", "dev_stat",
    "ownership_class", "loc_accuracy", "latitude", "longitude",
]


@dataclass(frozen=True, eq=False)
class World:
    """The data all answers are computed from; coordinates are WGS84 degrees."""

    mines: pandas.DataFrame
    communities: pandas.DataFrame
    areas: pandas.DataFrame
    incidents: pandas.DataFrame
    programme: pandas.DataFrame
    as_of: pandas.Timestamp
    sources: dict[str, str]
    snapshot: str


def read_table(folder: Path, table: str) -> pandas.DataFrame:
    """One table without its geometry: places are latitude, longitude and the reported area."""
    file = pyarrow.parquet.ParquetFile(folder / f"{table}.parquet")
    names = [name for name in file.schema_arrow.names if not name.startswith("geometry")]
    return file.read(columns=names).to_pandas()


def all_mines(folder: Path) -> pandas.DataFrame:
    """Mines of both datasets with the uncertainty of their place in metres."""
    if len(read_table(folder, "mine_footprints")) > 0:
        raise SystemExit("mine_footprints has rows: this script measures from points only")
    tables = [read_table(folder, name).assign(mine_dataset=name) for name in ("pilot_mines", "mines")]
    mines = pandas.concat([table[MINE_COLUMNS] for table in tables], ignore_index=True)
    mines["is_located"] = ~mines["loc_accuracy"].isin(COARSE)
    mines["is_approximate"] = mines["loc_accuracy"] == "APPROXIMATE_LOCATION"
    mines["uncertainty_m"] = numpy.where(mines["is_approximate"], APPROXIMATE_M, 0.0)
    return mines


def read_world() -> World:
    """The current snapshot; ends with a message when there is none."""
    pointer = PREPARED / "current"
    if not pointer.exists():
        raise SystemExit("no snapshot: run `npm run data` first")
    folder = PREPARED / pointer.read_text().strip()
    manifest = json.loads((folder / "manifest.json").read_text())
    incidents = read_table(folder, "incident_reports")
    incidents["event_date"] = pandas.to_datetime(incidents["event_date"])
    return World(
        mines=all_mines(folder),
        communities=read_table(folder, "host_communities"),
        areas=read_table(folder, "protected_areas"),
        incidents=incidents,
        programme=read_table(folder, "programme"),
        as_of=incidents["event_date"].max(),
        sources={name: manifest["datasets"][name]["sha256"] for name in SOURCES},
        snapshot=folder.name,
    )
