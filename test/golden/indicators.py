"""Golden answers: every indicator (by region, country and mine, for both mine datasets and five filters) and fifty mine
reports, computed a second time with GeoPandas, shapely and pyproj.

It reads the DATASET tables of the current snapshot (places, reported areas, attributes) and nothing that prepare or the
server computed; definitions are those of data/indicators/*.ts. Distances are pyproj.Geod's, a protected area is the
geodesic circle of its reported size, areas are shapely's in EPSG:6933. It knows nothing of the SQL. A difference is a
bug in one of the two; the written definition decides in which. After the data changed (five minutes on an idle machine):

    npm run data
    python3 -m venv .cache/golden && .cache/golden/bin/pip install -r test/golden/requirements.txt
    .cache/golden/bin/python test/golden/indicators.py
    npx vitest run --project golden

Counts and people agree exactly, except where a pair lies within EDGE_M of a ring's edge: those pairs are listed as
`edge`, and the bounds that they allow stand behind the amounts concerned. A class that is not listed is zero."""

import json
import math
from pathlib import Path

from measure_areas import mines_inside, mines_near, protected_land_near
from measure_incidents import community_conflicts, environmental_incidents, violent_events
from measure_lists import good_evidence, issue_coverage, pilots_by_stage, precise_locations
from measure_people import communities_near_several, people_near
from measure_programme import (
    country_coverage, coverage_of_target, displaced_people, labour_disputes, mines_in_heritage, mines_in_listed_countries,
    reported_deaths, rights_incidents, without_fields, without_footprints,
)
from nearness import all_pairs, edge_pairs
from questions import EACH_MINE, Question, questions
from reports import reports
from tables import World, read_world
from view import COLUMNS, Measure, View, look

OUTPUT = Path(__file__).with_name("indicators.json")
OUTPUT_MINES = Path(__file__).with_name("indicators-mines.json")
WAITING = ["OG-01", "OG-02", "FO-01", "VC-02", "HR-02", "LP-01", "EN-07", "CI-02", "CI-03"]
MEASURES: dict[str, Measure] = {
    "PC-01": pilots_by_stage,
    "PC-02": coverage_of_target,
    "PC-03": issue_coverage,
    "PC-04": country_coverage,
    "VC-01": mines_in_listed_countries,
    "EN-01": mines_inside,
    "EN-02": mines_in_heritage,
    "EN-03": mines_near,
    "EN-04": without_footprints,
    "EN-05": protected_land_near,
    "EN-06": environmental_incidents,
    "CI-01": people_near,
    "CI-04": community_conflicts,
    "CI-05": communities_near_several,
    "HR-01": violent_events,
    "HR-03": rights_incidents,
    "HR-04": displaced_people,
    "LP-02": labour_disputes,
    "OHS-01": reported_deaths,
    "DQ-01": precise_locations,
    "DQ-02": good_evidence,
    **dict.fromkeys(WAITING, without_fields),
}
HAS_MINE_LEVEL = {
    "EN-02", "EN-04", "EN-06", "EN-07", "CI-01", "CI-02", "CI-03", "CI-05",
    "HR-01", "HR-02", "HR-03", "HR-04", "LP-01", "LP-02", "OHS-01",
}
HAS_REGIONS_ONLY = {"PC-02", "PC-04"}
IS_OF_PILOTS = {"PC-01", "PC-02", "PC-03"}
IS_OF_INCIDENTS = {"DQ-02"}
# Numbers without a distance have no bounds; rings of 128 corners are never larger than the circle.
VIEWS_NEEDED = {
    **dict.fromkeys(MEASURES, 1),
    **dict.fromkeys(["EN-01", "EN-02", "EN-03", "EN-06", "CI-01", "CI-04", "CI-05", "HR-01", "HR-04"], 3),
    "EN-05": 2,
}


def is_asked(indicator: str, question: Question) -> bool:
    """Whether an indicator has this level; numbers that do not depend on the mine dataset are asked once, and those that
    have none anywhere without a filter only."""
    if indicator in WAITING and question.given:
        return False
    if question.by == "mine" and indicator not in HAS_MINE_LEVEL:
        return False
    if question.by == "country" and indicator in HAS_REGIONS_ONLY:
        return False
    return question.mine_dataset == "pilot_mines" or indicator not in IS_OF_PILOTS | IS_OF_INCIDENTS


def rounded(number):
    """Seven digits say more than any tolerance; whole numbers stay whole."""
    if number is None or not math.isfinite(number):
        return None
    if number == int(number):
        return int(number)
    return float(f"{number:.7g}")


def amounts(row: dict) -> list:
    return [rounded(row.get(column)) for column in COLUMNS]


def is_zero_class(row: list) -> bool:
    """A class with nothing in it is left out of the file: what is not listed is zero."""
    has_class, (value, low, high, numerator, *_) = row[1] is not None, row[2:]
    return has_class and row[1] != "median_km" and value in (0, None) and not low and not high and not numerator


def as_text(row: list) -> str:
    """A row without the brackets, quotes and nulls that would double the file."""
    return ",".join("" if cell is None else str(cell) for cell in row)


def answer(measure: Measure, views: list[View]) -> list:
    """Rows of place, class and amounts as measured (the first view); where pairs at the edge of a ring may change an
    amount, with its bounds over all views: least, most, and whether there may be no value."""
    keyed = [{(row["place_id"], row.get("class_id")): amounts(row) for row in measure(view)} for view in views]
    rows = []
    for key, usual in keyed[0].items():
        bounds = {}
        for position, column in enumerate(COLUMNS):
            options = {moved[key][position] for moved in keyed}
            if len(options) > 1:
                known = [option for option in options if option is not None]
                bounds[column] = [min(known), max(known), None in options]
        row = [*key, *usual]
        if bounds or not is_zero_class(row):
            rows.append([as_text(row), bounds] if bounds else as_text(row))
    return rows


def all_answers(world: World, pairs) -> dict:
    """Answers by indicator and question."""
    answers = {indicator: {} for indicator in MEASURES}
    for question in questions():
        views = [look(world, pairs, question, step) for step in (0, 1, -1)]
        for indicator, measure in MEASURES.items():
            if is_asked(indicator, question):
                answers[indicator][question.id] = answer(measure, views[: VIEWS_NEEDED[indicator]])
    return answers


def write(path: Path, content: dict) -> None:
    """JSON with a line for each list, so that a change of one answer is a change of one line."""
    lines = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(lines.replace("],\"", "],\n\"").replace("},\"", "},\n\"") + "\n")
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


def main() -> None:
    world = read_world()
    pairs = all_pairs(world)
    answers = all_answers(world, pairs)
    each_mine = {indicator: found.pop(EACH_MINE) for indicator, found in answers.items() if EACH_MINE in found}
    write(OUTPUT_MINES, {indicator: {EACH_MINE: rows} for indicator, rows in each_mine.items()})
    golden = {
        "made_by": "test/golden/indicators.py",
        "as_of": world.as_of.date().isoformat(),
        "sources": world.sources,
        "questions": {question.id: question.wire() for question in questions()},
        "columns": ["place_id", "class_id", *COLUMNS],
        "answers": answers,
        "reports": reports(world, pairs),
        "edge": edge_pairs(pairs),
    }
    write(OUTPUT, golden)
    print(f"from snapshot {world.snapshot}")


if __name__ == "__main__":
    main()
