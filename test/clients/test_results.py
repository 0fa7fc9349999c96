"""The result of a process is read in every format."""

import time

import pytest
import requests

from atlas import API, get
from test_exports import FORMATS, read

REQUEST = {
    "inputs": {
        "left": {"collection": "pilot_mines"},
        "right": {"collection": "protected_areas"},
        "relation": "within",
        "distance_m": 20_000,
    }
}


@pytest.fixture(scope="module")
def job() -> str:
    """A job that has ended well."""
    answer = requests.post(f"{API}/processes/overlay/execution", json=REQUEST, headers={"prefer": "respond-async"}, timeout=60)
    assert answer.status_code == 201, answer.text
    status_url = answer.headers["location"]
    deadline = time.monotonic() + 60
    while (status := requests.get(status_url, timeout=60).json())["status"] in ("accepted", "running"):
        assert time.monotonic() < deadline, status
        time.sleep(0.05)
    assert status["status"] == "successful", status
    return status["jobID"]


@pytest.mark.parametrize("form", FORMATS)
def test_the_pairs_of_an_overlay_are_read_back(job, form):
    name, *version = form.split()
    pairs = get(f"jobs/{job}/results").json()["rows"]
    query = {"f": name, **({"version": version[0]} if version else {})}
    rows = read(form, get(f"jobs/{job}/results", **query).content)
    assert len(rows) == len(pairs) > 0
    # In any order: FlatGeobuf sorts along its index.
    found = zip(rows.left_id, rows.right_id, (round(float(value), 6) for value in rows.distance_m), strict=True)
    assert sorted(found) == sorted((pair["left_id"], pair["right_id"], round(pair["distance_m"], 6)) for pair in pairs)
