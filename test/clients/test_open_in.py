"""What the page's "Open in ..." menu tells each program runs as it stands. R is not installed with Python's packages: its line is not run."""

import json
import re
import subprocess
import sys

import duckdb
import pyogrio
import pytest
import requests

from atlas import REPOSITORY, ROOT, get

NODE = REPOSITORY / "node_modules" / ".bin" / "node"
OFFERED = json.loads(subprocess.check_output([NODE, REPOSITORY / "test" / "clients" / "open-in.ts", ROOT], cwd=REPOSITORY))
EXPECTED = {
    "layer": get("collections/mine_exposure/items", f="json", limit=1, region="CAS", radius_km=20).json()["numberMatched"],
    "join": get("collections/mine_area_pairs/items", f="json", limit=1, radius_km=50, commodity="CU,CO").json()["numberMatched"],
    "number": get("indicators/EN-01/rows", region="AFR").json()["numberMatched"],
}
CASES = pytest.mark.parametrize("rows", OFFERED)


def lines(rows: str, program: str) -> str:
    return next(one["text"] for one in OFFERED[rows][program] if one["id"] == "lines")


@CASES
def test_python(rows, tmp_path):
    code = lines(rows, "python")
    name = re.search(r"^(\w+) =", code, re.M)[1]
    run = subprocess.run([sys.executable, "-c", f"{code}\nprint(len({name}))"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert int(run.stdout) == EXPECTED[rows]


@CASES
def test_gdal(rows, tmp_path):
    """curl as it stands; GDAL as pyogrio brings it, in the place of ogrinfo."""
    curl, *infos = lines(rows, "gdal").splitlines()
    subprocess.run(["bash", "-euc", curl.replace("curl ", "curl -sf ", 1)], cwd=tmp_path, check=True)
    (file,) = tmp_path.glob("*.gpkg")
    assert f"ogrinfo -so -al {file.name}" in infos
    assert pyogrio.read_info(file)["features"] == EXPECTED[rows]
    for info in infos[1:]:
        source, layer = re.search(r'"(OAPIF:.+)" (\w+)$', info).groups()
        assert layer in {name for name, _ in pyogrio.list_layers(source)}


@CASES
def test_duckdb(rows, tmp_path):
    """Without httpfs, which is fetched from the network: the address is fetched beside and read as a file."""
    code = lines(rows, "duckdb")
    address = re.search(r"read_parquet\('(.+?)'\)", code)[1]
    file = tmp_path / "rows.parquet"
    file.write_bytes(requests.get(address, timeout=60).content)
    statement = code.split("load spatial;")[1].replace(address, str(file))
    with duckdb.connect() as connection:
        connection.execute(statement)
        table = re.search(r"create table (\w+)", code)[1]
        assert connection.execute(f"select count(*) from {table}").fetchone()[0] == EXPECTED[rows]


@CASES
def test_qgis_file(rows):
    file = next(one["text"] for one in OFFERED[rows]["qgis"] if one["id"] == "file")
    assert pyogrio.read_info(file)["features"] == EXPECTED[rows]
