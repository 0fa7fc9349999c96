"""What a question sees: the chosen mines by place, and their pairs with distances as measured or moved by the tolerance."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import pandas
from dateutil.relativedelta import relativedelta

from nearness import REACH_M, shifted
from questions import Question, mine_places
from tables import World

COLUMNS = ["value", "low", "high", "numerator", "denominator", "n", "n_approximate", "n_coarse"]


@dataclass(frozen=True, eq=False)
class View:
    world: World
    question: Question
    places: pandas.DataFrame
    pairs: pandas.DataFrame
    step: int

    def by_place(self) -> Iterator[tuple[str, pandas.DataFrame]]:
        """Each place and its chosen mines."""
        yield from self.places.groupby("place_id", sort=True)

    @cached_property
    def pairs_of_place(self) -> dict[tuple[str, str], pandas.DataFrame]:
        """The pairs of each place and dataset, with the least and the most that each distance can be."""
        pairs = self.places[["place_id", "mine_id"]].merge(self.pairs, on="mine_id")
        pairs["least_m"] = (pairs["distance_m"] - pairs["uncertainty_m"]).clip(lower=0)
        pairs["most_m"] = pairs["distance_m"] + pairs["uncertainty_m"]
        return {key: group for key, group in pairs.groupby(["place_id", "dataset"])}

    def near(self, dataset: str, place: str) -> pandas.DataFrame:
        """Pairs of a place's chosen mines with features of one dataset."""
        found = self.pairs_of_place.get((place, dataset))
        return self.pairs.iloc[:0].assign(least_m=0.0, most_m=0.0) if found is None else found

    def counted_area_pairs(self, place: str) -> pandas.DataFrame:
        """Pairs with protected areas that count in totals."""
        areas = counted_areas_by_id(self.world)
        pairs = self.near("protected_areas", place)
        return pairs[pairs["feature_id"].isin(areas.index)].join(areas[["int_crit", "iucn_cat"]], on="feature_id")

    def period(self) -> tuple[pandas.Timestamp, pandas.Timestamp]:
        """First and last day: as given, else the twelve months up to the newest report."""
        last = pandas.Timestamp(self.question.value("to", self.world.as_of))
        first = pandas.Timestamp(self.question.value("from", last - relativedelta(months=12) + relativedelta(days=1)))
        return first, last

    def years(self) -> float:
        """Length of the period; whole months and years count exactly."""
        first, last = self.period()
        length = relativedelta(last + relativedelta(days=1), first)
        return length.years + length.months / 12 + length.days / 365.25

    def rate_incidents(self, types: set[str]) -> pandas.DataFrame:
        """Reports of the period under the present owner, each one event, public and not refuted."""
        first, last = self.period()
        table = self.world.incidents
        counts = (
            table["event_date"].between(first, last)
            & table["incident_type"].isin(types)
            & ~table["is_before_ownership"]
            & ~table["is_running_total"]
            & (table["verification"] != "REJECTED")
            & (table["sensitivity"] != "RESTRICTED")
        )
        if self.question.value("precise_only", False):
            counts &= table["geo_precision"].astype(str) == "1"
        return table[counts]


@cache
def counted_areas_by_id(world: World) -> pandas.DataFrame:
    return world.areas[world.areas["is_counted"]].set_index("site_id")


def located(mines: pandas.DataFrame) -> pandas.DataFrame:
    return mines[mines["is_located"]]


def accuracy(mines: pandas.DataFrame) -> dict:
    """How many mines stand behind a number, how many of them approximately, and how many could not be placed."""
    is_located = mines["is_located"]
    return {
        "n": int(is_located.sum()),
        "n_approximate": int((is_located & mines["is_approximate"]).sum()),
        "n_coarse": int((~is_located).sum()),
    }


def ratio(counts: tuple, denominator, factor: float = 1.0) -> dict:
    """Value, low and high from three numerators and a denominator; without a denominator there is no value."""
    has = denominator is not None and denominator > 0
    value, low, high = ((factor * count / denominator if has and count is not None else None) for count in counts)
    return {"value": value, "low": low, "high": high, "numerator": counts[0], "denominator": denominator}


Measure = Callable[[View], list[dict]]


def look(world: World, pairs: pandas.DataFrame, question: Question, step: int) -> View:
    """The view of a question with every distance shortened (-1), kept (0) or lengthened (+1) by the tolerance."""
    places = mine_places(world, question)
    mine = pairs[pairs["mine_id"].isin(places["mine_id"])]
    moved = shifted(mine, step)
    return View(world, question, places, moved[moved["distance_m"] <= REACH_M + moved["uncertainty_m"]], step)
