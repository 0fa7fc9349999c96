"""schemathesis asks what the OpenAPI document allows: no server error, no answer that breaks its schema."""

import re
import subprocess
import sys
from pathlib import Path

from atlas import API

LEAST_CASES = 500
CHECKS = [
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
]


def test_five_hundred_requests_break_nothing(tmp_path: Path):
    schemathesis = Path(sys.executable).with_name("schemathesis")
    options = ["--seed", "20261124", "--max-examples", "4", "--phases", "fuzzing", "--checks", ",".join(CHECKS)]
    quiet = ["--no-shrink", "--suppress-health-check", "all", "--continue-on-failure", "--no-color", "--warnings", "off"]
    run = subprocess.run(
        [schemathesis, "run", f"{API}/openapi.json", *options, *quiet],
        capture_output=True, text=True, check=False, cwd=tmp_path,
    )
    cases = int(re.search(r"(\d+) generated", run.stdout).group(1))
    assert run.returncode == 0, run.stdout[-6000:]
    assert cases >= LEAST_CASES
