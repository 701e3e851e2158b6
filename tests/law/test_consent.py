"""Every row of the law's requirements of a consent, and every example of EDPB 05/2020."""

import pytest

from gdpr_desktop.law.consent import (
    Act,
    Circumstances,
    Fault,
    Recorded,
    Requirement,
    Told,
    faults,
    is_valid,
    lacks,
    must_stop,
)

BROKEN = [
    (Requirement.FREELY_GIVEN, Circumstances(depends=True), Fault.CONDITIONAL),
    (
        Requirement.FREELY_GIVEN,
        Circumstances(imbalance=True, real_choice=False),
        Fault.IMBALANCE,
    ),
    (Requirement.FREELY_GIVEN, Circumstances(loses=True), Fault.DETRIMENT),
    (Requirement.SPECIFIC, Circumstances(purposes=5, separate=False), Fault.BUNDLED),
    (Requirement.SPECIFIC, Circumstances(purposes=0), Fault.UNSPECIFIC),
    (
        Requirement.INFORMED,
        Circumstances(told=frozenset(Told) - {Told.PURPOSE}),
        Fault.UNINFORMED,
    ),
    (Requirement.UNAMBIGUOUS, Circumstances(act=Act.PRE_TICKED), Fault.PASSIVE),
    (Requirement.EXPLICIT, Circumstances(special=True), Fault.NOT_EXPLICIT),
    (Requirement.DEMONSTRABLE, Circumstances(recorded=frozenset()), Fault.UNPROVED),
    (Requirement.DISTINGUISHABLE, Circumstances(apart=False), Fault.BURIED),
    (Requirement.DISTINGUISHABLE, Circumstances(plain=False), Fault.UNCLEAR),
    (Requirement.WITHDRAWABLE, Circumstances(withdrawable=False), Fault.NOT_WITHDRAWABLE),
    (Requirement.WITHDRAWABLE, Circumstances(as_easy=False), Fault.HARDER_TO_WITHDRAW),
    (Requirement.NO_WALL, Circumstances(wall=True), Fault.WALL),
    (Requirement.NO_SWAP, Circumstances(swapped=True), Fault.SWAPPED),
]


def test_a_good_consent_has_no_fault() -> None:
    assert faults(Circumstances()) == ()


@pytest.mark.parametrize(
    ("requirement", "found", "wanted"),
    BROKEN,
)
def test_each_requirement_is_broken_by_its_own_failing(
    requirement: Requirement, found: Circumstances, wanted: Fault
) -> None:
    assert faults(found) == (wanted,)
    assert wanted.requirement is requirement


def test_every_requirement_and_every_failing_is_tried() -> None:
    assert {one for one, _found, _wanted in BROKEN} == set(Requirement)
    assert {wanted for _one, _found, wanted in BROKEN} == set(Fault)


@pytest.mark.parametrize(
    ("example", "found", "valid"),
    [
        ("1 photo app demands GPS and advertising", Circumstances(depends=True), False),
        ("2 a municipality's list of road works", Circumstances(imbalance=True), True),
        ("3 two authorities merge, files may stay apart", Circumstances(imbalance=True), True),
        ("4 a public school's pictures in its magazine", Circumstances(imbalance=True), True),
        ("5 a film crew; one may sit elsewhere", Circumstances(imbalance=True), True),
        ("6 a bank's fee rises with a no", Circumstances(loses=True), False),
        ("6a a wall of cookies", Circumstances(wall=True, act=Act.CLICKED), False),
        (
            "7 newsletter and sharing in one answer",
            Circumstances(purposes=2, separate=False),
            False,
        ),
        ("8 the app gets worse when it is taken back", Circumstances(loses=True), False),
        # what ends is what the yes itself brought: nothing worse
        ("9 a newsletter of discounts is left", Circumstances(loses=False), True),
        ("16 scrolling or swiping", Circumstances(act=Act.SCROLLING), False),
        ("21 a click to give, a telephone to take back", Circumstances(as_easy=False), False),
    ],
)
def test_examples_of_the_european_board(example: str, found: Circumstances, valid: bool) -> None:
    assert is_valid(found) is valid, example


@pytest.mark.parametrize("act", [Act.PRE_TICKED, Act.SILENCE, Act.INACTIVITY, Act.SCROLLING])
def test_what_is_no_clear_act_is_no_consent(act: Act) -> None:
    assert faults(Circumstances(act=act)) == (Fault.PASSIVE,)


@pytest.mark.parametrize("act", [Act.SIGNED, Act.TICKED, Act.CLICKED, Act.SPOKEN])
def test_paper_digital_and_spoken_are_equally_good(act: Act) -> None:
    assert is_valid(Circumstances(act=act))


@pytest.mark.parametrize(
    "found", [Circumstances(special=True), Circumstances(automated=True, transfer=True)]
)
def test_special_data_machines_and_transfers_want_an_explicit_statement(
    found: Circumstances,
) -> None:
    assert faults(found) == (Fault.NOT_EXPLICIT,)


def test_risks_of_a_transfer_and_a_machines_decision_are_told_only_where_there_is_one() -> None:
    told = frozenset({Told.CONTROLLER, Told.PURPOSE, Told.DATA, Told.WITHDRAWAL})
    assert lacks(Circumstances(told=told)) == ()
    assert lacks(Circumstances(told=told, transfer=True)) == (Told.TRANSFER_RISKS,)
    assert lacks(Circumstances(told=told, automated=True)) == (Told.AUTOMATED,)


@pytest.mark.parametrize("missing", list(Recorded))
def test_who_when_how_and_what_must_all_be_shown(missing: Recorded) -> None:
    found = Circumstances(recorded=frozenset(Recorded) - {missing})
    assert faults(found) == (Fault.UNPROVED,)
    assert Fault.UNPROVED.article == "7(1)"


def test_what_rests_on_the_consent_alone_stops_when_it_is_taken_back() -> None:
    assert must_stop(withdrawn=True)
    assert must_stop(withdrawn=False, expired=True)
    assert not must_stop(withdrawn=True, other_basis="bokføringslova § 13")
    assert not must_stop(withdrawn=False)
