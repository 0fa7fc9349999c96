"""The atlas that the tests of this folder read: `ATLAS` is its address."""

import os
from io import BytesIO
from pathlib import Path

import geopandas
import pandas
import requests

ROOT = os.environ["ATLAS"]
API = f"{ROOT}/api"
REPOSITORY = Path(__file__).parents[2]


def get(path: str, **query: object) -> requests.Response:
    """GET below the API; anything but 200 fails the test with the server's words."""
    answer = requests.get(f"{API}/{path}", params=query, timeout=60)
    assert answer.status_code == 200, f"{answer.url}: {answer.status_code} {answer.text[:500]}"
    return answer


COLLECTIONS = get("collections").json()["collections"]


def collection(name: str) -> dict:
    return next(one for one in COLLECTIONS if one["id"] == name)


def prepared() -> Path:
    """Folder of the snapshot that the server answers from."""
    folder = Path(os.environ.get("DATA_DIR", REPOSITORY / "data")) / "prepared"
    return folder / get("").json()["snapshot"]


def source(name: str) -> pandas.DataFrame:
    """Rows as prepare has written them or, of what is computed when asked for, as the engine's own file has them. Restricted ones are left out."""
    file = prepared() / f"{name}.parquet"
    if not file.exists():
        rows = get(f"collections/{name}/export", f="parquet", single="true").content
        return read_parquet(BytesIO(rows))
    rows = read_parquet(file)
    if "sensitivity" in rows:
        rows = rows[rows.sensitivity != "RESTRICTED"]
    if name == "proximity":
        reports = read_parquet(prepared() / "incident_reports.parquet")
        hidden = reports[reports.sensitivity == "RESTRICTED"].incident_id
        rows = rows[~((rows.dataset == "incident_reports") & rows.feature_id.isin(hidden))]
    return rows


def read_parquet(file: object) -> pandas.DataFrame:
    """With geometry where there is one."""
    try:
        return geopandas.read_parquet(file)
    except ValueError:
        if hasattr(file, "seek"):
            file.seek(0)
        return pandas.read_parquet(file)
