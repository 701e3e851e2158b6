"""ENISA's severity: every row of its tables, and worked cases of a municipality."""

import itertools

import pytest

from gdpr_desktop.breaches.assessing.severity import (
    BAND_STARTS,
    CIRCUMSTANCES,
    CONTEXTS,
    CONTEXTS_OF,
    IDENTIFICATIONS,
    IDENTIFICATIONS_OF,
    Band,
    DataClass,
    Flag,
    Identifier,
    band_of,
    flags,
    severity,
)

LOW, MEDIUM, HIGH, VERY_HIGH = Band
ROWS = (
    (1, 0.25, 0, 0, 0, False, 0.25, LOW),
    (1, 1, 0.5, 0, 0, False, 1.5, LOW),
    (1, 0.75, 0.5, 0.25, 0.5, False, 2, MEDIUM),
    (2, 0.75, 0.25, 0, 0, False, 1.75, LOW),
    (2, 1, 0, 0, 0, False, 2, MEDIUM),
    (2, 1, 0.5, 0, 0, True, 3, HIGH),
    (3, 0.25, 0.5, 0, 0, True, 1.75, LOW),
    (3, 0.5, 0.5, 0, 0, False, 2, MEDIUM),
    (3, 0.75, 0.5, 0.25, 0, False, 3, HIGH),
    (3, 1, 0.25, 0, 0, True, 3.75, HIGH),
    (4, 0.25, 0, 0, 0, False, 1, LOW),
    (4, 0.5, 0, 0, 0, False, 2, MEDIUM),
    (4, 0.75, 0, 0, 0, False, 3, HIGH),
    (4, 1, 0, 0, 0, False, 4, VERY_HIGH),
    (4, 1, 0.5, 0.5, 0.5, True, 6, VERY_HIGH),
)
MUNICIPAL = {
    "a letter with a sick-leave note to a neighbour we know": (
        (4, 1, 0.25, 0, 0, False, 4.25, VERY_HIGH)
    ),
    "a class list with names to the wrong parents": (1, 1, 0.25, 0, 0, False, 1.25, LOW),
    "the same list with a child at a secret address": (4, 1, 0.25, 0, 0, False, 4.25, VERY_HIGH),
    "an encrypted laptop is lost": (4, 0.25, 0, 0, 0, False, 1, LOW),
    "social-welfare files are copied and locked": (4, 1, 0.5, 0, 0.5, True, 5.5, VERY_HIGH),
}
MATRIX = {
    1: (0.25, 0.5, 0.75, 1),
    2: (0.5, 1, 1.5, 2),
    3: (0.75, 1.5, 2.25, 3),
    4: (1, 2, 3, 4),
}


@pytest.mark.parametrize("row", [*ROWS, *MUNICIPAL.values()])
def test_each_row_gives_its_score_and_band(
    row: tuple[int, float, float, float, float, bool, float, Band],
) -> None:
    *choices, score, band = row
    found = severity(*choices)  # type: ignore[arg-type]
    assert (found.score, found.band) == (score, band)


def test_the_matrix_is_the_context_times_the_identification() -> None:
    for context, row in MATRIX.items():
        found = tuple(severity(context, one, 0, 0, 0, False).score for one in IDENTIFICATIONS)
        assert found == row


def test_all_choices_give_quarters_from_a_quarter_to_six() -> None:
    scores = {
        severity(*one).score
        for one in itertools.product(CONTEXTS, IDENTIFICATIONS, *[CIRCUMSTANCES] * 3, (False, True))
    }
    assert min(scores) == 0.25
    assert max(scores) == 6
    assert all((score * 4).is_integer() for score in scores)


def test_each_band_begins_at_its_number() -> None:
    assert BAND_STARTS == {LOW: 0, MEDIUM: 2, HIGH: 3, VERY_HIGH: 4}
    for start, below in ((2, LOW), (3, MEDIUM), (4, HIGH)):
        assert band_of(start - 0.25) is below
        assert BAND_STARTS[band_of(start)] == start


@pytest.mark.parametrize(
    "wrong",
    [(0, 1, 0), (5, 1, 0), (True, 1, 0), (1, 0.3, 0), (1, 0, 0), (1, 1, 0.3), (1, 1, 1)],
)
def test_another_value_than_those_of_the_method_is_refused(wrong: tuple[int, float, float]) -> None:
    context, identification, loss = wrong
    with pytest.raises(ValueError, match="is not one of"):
        severity(context, identification, loss, 0, 0, False)


def test_a_kind_of_data_has_its_base_first_and_then_what_raises_and_lowers_it() -> None:
    assert CONTEXTS_OF == {
        DataClass.SIMPLE: (1, 2, 3, 4),
        DataClass.BEHAVIOURAL: (2, 3, 4, 1),
        DataClass.FINANCIAL: (3, 4, 2, 1),
        DataClass.SENSITIVE: (4, 3, 2, 1),
    }


def test_an_identifier_has_only_the_steps_that_the_method_knows_for_it() -> None:
    missing = {one: set(IDENTIFICATIONS) - set(steps) for one, steps in IDENTIFICATIONS_OF.items()}
    assert {one: steps for one, steps in missing.items() if steps} == {
        Identifier.NUMBER: {0.5},
        Identifier.CONTACT: {0.75},
        Identifier.EMAIL: {0.5},
        Identifier.CODE: {0.5},
    }


def test_more_than_a_hundred_people_and_unreadable_data_are_flagged_beside_the_score() -> None:
    assert flags(None, unintelligible=False) == flags(100, unintelligible=False) == ()
    assert flags(101, unintelligible=True) == (Flag.MANY, Flag.UNINTELLIGIBLE)
