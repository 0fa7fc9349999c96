"""The questions whose answers are golden, and the mines that each one chooses."""

from dataclasses import dataclass, field

import pandas

from tables import PRECISE, World


@dataclass(frozen=True)
class Question:
    """Parameters as the API knows them; what is not in `given` has the indicator's own default."""

    id: str
    mine_dataset: str
    by: str
    given: dict = field(default_factory=dict)

    def value(self, parameter: str, default):
        return self.given.get(parameter, default)

    def codes(self, parameter: str) -> set[str] | None:
        text = self.given.get(parameter)
        return None if text is None else set(text.split(","))

    def wire(self) -> dict:
        """The query of the API that asks this."""
        return {"mine_dataset": self.mine_dataset, "by": self.by, **self.given}


FILTERS = {
    "default": {},
    "copper-5km": {"region": "CAS,AFR", "commodity": "CU", "radius_km": 5, "ring_km": 5},
    "precise-20km": {"precise_only": True, "radius_km": 20, "ring_km": 20},
    "period-50km": {"from": "2015-01-01", "to": "2020-12-31", "radius_km": 50, "ring_km": 50},
    "central-asia-copper": {"region": "CAS", "commodity": "CU", "precise_only": True, "radius_km": 20},
}
LEVELS = {"region": list(FILTERS), "country": ["default", "period-50km"], "mine": ["central-asia-copper"]}
# Every pilot mine by itself: answered in a file of its own, because a file may not be larger than 400 KB.
EACH_MINE = "pilot_mines/mine/default"


def questions() -> list[Question]:
    """Every filter by region, two by country, one by mine, for both mine datasets; and each pilot mine without a filter."""
    filtered = [
        Question(f"{dataset}/{by}/{name}", dataset, by, FILTERS[name])
        for dataset in ("pilot_mines", "mines")
        for by, names in LEVELS.items()
        for name in names
    ]
    return [*filtered, Question(EACH_MINE, "pilot_mines", "mine")]


def selected_mines(world: World, question: Question) -> pandas.DataFrame:
    """The mines that the filter leaves."""
    mines = world.mines[world.mines["mine_dataset"] == question.mine_dataset]
    columns = {"region": "region_id", "country": "iso3", "status": "dev_stat", "ownership": "ownership_class"}
    for parameter, column in columns.items():
        if (codes := question.codes(parameter)) is not None:
            mines = mines[mines[column].isin(codes)]
    if (codes := question.codes("commodity")) is not None:
        mines = mines[mines[["commod1", "commod2", "commod3"]].isin(codes).any(axis=1)]
    if question.value("precise_only", False):
        mines = mines[mines["loc_accuracy"].isin(PRECISE)]
    return mines.reset_index(drop=True)


def mine_places(world: World, question: Question) -> pandas.DataFrame:
    """Each selected mine once for ALL and once for its own place, in the column place_id."""
    mines = selected_mines(world, question)
    column = {"region": "region_id", "country": "iso3", "mine": "mine_id"}[question.by]
    return pandas.concat([mines.assign(place_id="ALL"), mines.assign(place_id=mines[column])], ignore_index=True)
