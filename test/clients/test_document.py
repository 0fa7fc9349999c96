"""The snippets of docs/use-it-from.md run as they are, one after another, in an empty folder."""

import re
import subprocess
import sys

import pytest

from atlas import REPOSITORY, ROOT

SECTION = re.compile(r"^## (.+?)\n(.*?)(?=^## |\Z)", re.M | re.S)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
TEXT = (REPOSITORY / "docs" / "use-it-from.md").read_text()
SECTIONS = [(title, body) for title, body in SECTION.findall(TEXT) if "not run here" not in body.lower()]
SNIPPETS = [(title, *block) for title, body in SECTIONS for block in BLOCK.findall(body)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Later snippets read what earlier ones have fetched."""
    return tmp_path_factory.mktemp("snippets")


@pytest.mark.parametrize(("title", "language", "code"), SNIPPETS, ids=[f"{title}-{n}" for n, (title, *_) in enumerate(SNIPPETS)])
def test_a_snippet_runs(folder, title, language, code):
    command = {"bash": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}[language]
    code = code.replace("http://localhost:8080", ROOT)
    run = subprocess.run([*command, code], cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stderr[-2000:]
    if language == "python":
        assert run.stdout.strip()


def test_every_section_runs_or_says_that_it_does_not():
    assert {title for title, *_ in SNIPPETS} == {"curl", "Python", "GDAL", "DuckDB"}
