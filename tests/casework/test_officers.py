"""The officer is the officer, however the name is written, and never decides."""

import pytest

from gdpr_desktop.casework.officers import is_officer, is_officers_title

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
        ("Kommunedirektør", False),
        ("Leiar for personvernombodet", False),
        ("", False),
    ],
)
def test_the_title_is_the_officers(role, officers):
    assert is_officers_title(role) is officers
