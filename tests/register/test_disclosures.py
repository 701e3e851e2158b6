"""Routine disclosures: what they need to be lawful, and what one may begin from."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.parts import Law
from gdpr_desktop.register.disclosures.model import RoutineDisclosure
from gdpr_desktop.register.disclosures.starting_points import begun_from, starting_points
from gdpr_desktop.register.entries import service
from gdpr_desktop.register.entries.model import EntryId, Severity

LAW = Law(act=same("helsepersonelloven"), section="§ 25")
WHOLE = RoutineDisclosure(
    name=same("Sjukehuset"),
    recipient="helseføretaket",
    recipient_purpose=same("Behandling"),
    data=same("Helseopplysningar"),
    basis=(LAW,),
    confidential=True,
    lifted_by=LAW,
    how="helsenettet",
    responsible="helseleiar",
    review_on=date(2027, 5, 3),
)


def errors(disclosure: RoutineDisclosure) -> set[str]:
    return {one.code for one in disclosure.findings() if one.severity is Severity.ERROR}


def test_whole_disclosure_lacks_nothing():
    assert WHOLE.findings() == ()
    assert [one.due for one in WHOLE.dues()] == [date(2027, 5, 3)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"recipient": ""}, "no_recipient"),
        ({"basis": ()}, "no_basis"),
        ({"basis": (Law(act=same("opplæringslova")),)}, "no_basis"),
        ({"lifted_by": Law()}, "not_lifted"),
    ],
)
def test_unlawful_disclosure_is_an_error(change, code):
    assert errors(replace(WHOLE, **change)) == {code}


def test_release_lifts_confidentiality_too():
    assert errors(replace(WHOLE, lifted_by=Law(), released=True)) == set()


def test_confidential_data_that_nothing_lifts_are_not_approved(vault):
    number = EntryId(service.add_entry(vault, replace(WHOLE, lifted_by=Law())).id)
    with pytest.raises(RefusedError):
        service.approve_entry(vault, number)


@pytest.mark.parametrize("language", Language)
def test_starting_points_are_whole_but_must_be_checked(language):
    points = [begun_from(one, language) for one in starting_points()]
    assert len(points) == 3
    for one in points:
        codes = {finding.code for finding in one.findings()}
        unsaid = {"not_lifted"} if one.from_library == "upper_secondary" else set()
        assert codes == {"not_checked", "nobody_responsible", "no_review"} | unsaid
        assert one.name.has(language)
