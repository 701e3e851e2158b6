"""The officer is the officer, however the name is written, and never decides."""

import pytest

from gdpr_desktop.casework.officers import is_officer, is_officers_title, may_be_officer

KNOWN = frozenset({"Solveig Testnes", "Åse Bø", "Kari"})


@pytest.mark.parametrize(
    "name",
    [
        "solveig  TESTNES",
        "Testnes Solveig",
        "Testnes, Solveig",
        "Solveig Testnes (PVO)",
        "Solveig-Testnes",
        "Solveig Marie Testnes",
        "Sol\u200bveig Testnes",
        "Solveig\u200bTestnes",
        "\uff33olveig Testnes",
        "SolveigTestnes",
        "Ase Bo",
        "Kari",
        "Personvernombodet",
        "Personvern-ombod",
        "P.V.O.",
        "Personvernombud i Fjordvik",
        "DPO",
        "Nokon (data protection officer)",
        "Ombodet",
        "ombudet",
        "S\u043elveig T\u0435stnes",
        "S\u03bflveig Testnes",
        "\u0420V\u041e",
    ],
)
def test_the_officer_by_any_name(name):
    assert is_officer(name, KNOWN)


@pytest.mark.parametrize(
    "name", ["", "Solveig", "Testnes", "Solveig Prøve", "Kari Berg", "Tore Testdal", "Bodil Pvold"]
)
def test_others_are_not_the_officer(name):
    assert not is_officer(name, KNOWN)


@pytest.mark.parametrize(
    ("role", "officers"),
    [
        ("Personvernombod", True),
        ("Konstituert personvernombud", True),
        ("DPO", True),
        ("P.V.O.", True),
        ("Personvern-ombod", True),
        ("Ombodet", True),
        ("Mobbeombodet", False),
        ("Kommunedirektør", False),
        ("Leiar for personvernombodet", False),
        ("", False),
    ],
)
def test_the_title_is_the_officers(role, officers):
    assert is_officers_title(role) is officers


@pytest.mark.parametrize(
    "name",
    [
        "S. Testnes",
        "Solveig T.",
        "T., Solveig",
        "Solveig",
        "TESTNES",
        "S. T.",
        "ST",
        "S. M. Testnes",
    ],
)
def test_a_shortened_name_may_be_the_officers_and_is_asked_about(name):
    assert may_be_officer(name, KNOWN) == "Solveig Testnes"
    assert not is_officer(name, KNOWN)


@pytest.mark.parametrize(
    "name",
    ["", "S.", "Nils Testnes", "N. Testnes", "S. Prøve", "Kari Berg", "Solveig Testnes", "Ombodet"],
)
def test_a_relative_is_not_asked_about(name):
    assert not may_be_officer(name, KNOWN)
