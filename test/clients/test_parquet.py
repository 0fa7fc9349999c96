"""A validator of GeoParquet takes what is exported: 2.0 as usual, 1.1 on request."""

import subprocess
import sys
from pathlib import Path

import pytest

from atlas import get


@pytest.mark.parametrize("name", ["pilot_mines", "protected_areas", "mine_exposure", "indicator_en_01_by_country"])
@pytest.mark.parametrize("version", ["2.0", "1.1"])
def test_a_file_is_conformant(tmp_path: Path, name: str, version: str):
    file = tmp_path / f"{name}.parquet"
    file.write_bytes(get(f"collections/{name}/export", f="parquet", single="true", version=version).content)
    validator = Path(sys.executable).with_name("geoparquet-validator")
    run = subprocess.run([validator, "check", file], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
    assert f"version {version}.0" in run.stdout
    assert "=> core" in run.stdout and "NOT CONFORMANT" not in run.stdout
