"""The sixteen points of checklist 3.8, each of them failed by what it is about."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from consents.filling import CONTENT, POINTS, PURPOSES, no_better_basis
from gdpr_desktop.consents.checking.points import (
    POINTS as NUMBERS,
)
from gdpr_desktop.consents.checking.points import (
    Finding,
    Outcome,
    check_form,
    of_point,
    outcome_of,
)
from gdpr_desktop.consents.checking.seen import asked
from gdpr_desktop.consents.codes import (
    Audience,
    FormKind,
    LanguageLevel,
    Lasting,
    Matter,
    PictureUse,
)
from gdpr_desktop.consents.content import FormContent, Place, Purpose
from gdpr_desktop.consents.forms.model import (
    Approval,
    BasisAnswer,
    Form,
    Known,
    PointAnswer,
    Review,
    Version,
)
from gdpr_desktop.consents.forms.steps import passes
from gdpr_desktop.core.bilingual import Bilingual, same

NO_CASE: Any = None
NEWSLETTER = FormContent(
    kind=FormKind.BASIS,
    title=same("Nyheitsbrev frå biblioteket"),
    unit="Testvik bibliotek",
    responsible="Biblioteksjefen",
    audience=Audience.ADULTS,
    purposes=(Purpose(key="p1", text=same("Sende deg nyheitsbrev på e-post")),),
    data=same("Namn, e-post"),
    use=same("Vi sender brevet ein gong i månaden."),
    lasting=Lasting.THREE_YEARS,
    withdraw_how=same("Trykk på lenkja i brevet, eller ring oss."),
    withdraw_after=same("Vi slettar adressa di."),
    refusing=same("Du kan bruke biblioteket som før. Det kostar ikkje noko å trekkje seg."),
    contact="Testvik bibliotek, tlf. 55 00 00 00",
)
RELEASE = replace(
    NEWSLETTER,
    kind=FormKind.CONFIDENTIALITY,
    purposes=(
        Purpose(
            key="p1",
            text=same("Hente rapporten frå fastlegen din"),
            matter=Matter.CONFIDENTIALITY,
            special=True,
        ),
    ),
    sources=same("Fastlegen din"),
    explicit=same("Eg samtykkjer uttrykkeleg til dette."),
    law="helse- og omsorgstenestelova § 3-2",
)


def form(content: FormContent = CONTENT, **more: Any) -> Form:
    """A form whose questions are answered well."""
    made: dict[str, Any] = {
        "basis": no_better_basis(content.kind),
        "answers": POINTS,
        **more,
    }
    return Form(case=NO_CASE, draft=content, **made)


def wrong(found: Form) -> list[Finding]:
    """What hinders approval."""
    return [one for one in check_form(found) if one.blocks]


def codes(found: Form, number: int) -> list[str]:
    return [one.code for one in of_point(check_form(found), number)]


@pytest.mark.parametrize("content", [CONTENT, NEWSLETTER, RELEASE])
def test_a_good_form_of_each_kind_passes_all_points_in_order(content: FormContent) -> None:
    findings = check_form(form(content))
    assert sorted({one.number for one in findings}) == list(NUMBERS)
    assert [one.number for one in findings] == sorted(one.number for one in findings)
    assert wrong(form(content)) == []
    assert passes(form(content))


def test_an_empty_form_is_refused_at_what_it_lacks() -> None:
    found = Form(case=NO_CASE, draft=FormContent(kind=FormKind.BASIS))
    told = {one.code: one.field for one in wrong(found)}
    assert told["no_purpose"] == "purposes"
    assert told["no_withdrawal"] == "withdraw_how"
    assert told["no_basis"] == "basis"
    assert not passes(found)


@pytest.mark.parametrize(
    ("change", "number", "code", "field"),
    [
        ({"title": Bilingual()}, 2, "no_title", "title"),
        ({"explicit": Bilingual(), "purposes": RELEASE.purposes}, 3, "no_explicit", "explicit"),
        ({"use": same("Om du ikkje svarer, sender vi brevet.")}, 3, "silence", "use"),
        ({"use": same("Hvis vi ikke hører fra deg, sender vi.")}, 3, "silence", "use"),
        ({"data": same("☒ Namn")}, 4, "ticked", "data"),
        ({"data": same("[x] Namn")}, 4, "ticked", "data"),
        ({"purposes": ()}, 6, "no_purpose", "purposes"),
        ({"purposes": (Purpose(key="p1", text=Bilingual()),)}, 6, "empty_purpose", "purposes"),
        (
            {"purposes": (Purpose(key="p1", text=same("Sende nyheitsbrev osv.")),)},
            6,
            "vague",
            "purposes",
        ),
        ({"data": Bilingual()}, 6, "no_data", "data"),
        ({"use": Bilingual()}, 6, "no_use", "use"),
        ({"contact": " "}, 8, "no_contact", "contact"),
        ({"unit": ""}, 8, "no_unit", "unit"),
        ({"lasting": Lasting.DATE}, 9, "no_date", "until"),
        ({"withdraw_how": Bilingual()}, 10, "no_withdrawal", "withdraw_how"),
        ({"withdraw_how": same("Samtykket kan ikkje trekkjast.")}, 10, "denied", "withdraw_how"),
        ({"withdraw_after": same("Vi tek eit gebyr på 100 kr.")}, 11, "costs", "withdraw_after"),
        ({"responsible": ""}, 15, "no_responsible", "responsible"),
    ],
)
def test_a_point_that_fails_names_the_field_to_change(
    change: dict[str, Any], number: int, code: str, field: str
) -> None:
    found = [one for one in wrong(form(replace(NEWSLETTER, **change))) if one.number == number]
    assert (found[0].code, found[0].field) == (code, field)


def test_purposes_joined_by_and_are_warned_of_and_do_not_block() -> None:
    two = Purpose(key="p7", text=Bilingual(nn="Sende nyheitsbrev og dele adressa di", nb=""))
    found = form(replace(NEWSLETTER, purposes=(two,)))
    joined = next(one for one in check_form(found) if one.code == "joined")
    assert (joined.number, joined.purpose, joined.blocks) == (7, "p7", False)
    assert passes(found)


def test_a_transfer_of_a_public_authority_is_doubted_and_does_not_block() -> None:
    sent = replace(NEWSLETTER.purposes[0], transfer=True)
    changed = replace(NEWSLETTER, purposes=(sent,), explicit=same("Eg samtykkjer."))
    told = [one for one in check_form(form(changed)) if one.code == "public_transfer"]
    assert [(one.number, one.outcome, one.blocks) for one in told] == [(3, Outcome.DOUBT, False)]
    assert "public_transfer" not in codes(form(NEWSLETTER), 3)


def test_three_kinds_are_never_mixed() -> None:
    picture = replace(PURPOSES[0], key="p2")
    found = wrong(form(replace(NEWSLETTER, purposes=(*NEWSLETTER.purposes, picture))))
    assert [(one.code, one.purpose) for one in found] == [("mixed", "p2")]
    health = replace(RELEASE, purposes=(replace(RELEASE.purposes[0], matter=Matter.HEALTH),))
    assert "mixed" not in codes(form(health), 2)
    release = replace(NEWSLETTER.purposes[0], matter=Matter.ORDINARY)
    assert "mixed" in codes(form(replace(RELEASE, purposes=(release,))), 2)


def test_a_transfer_names_its_risks_and_is_explicit() -> None:
    purpose = replace(NEWSLETTER.purposes[0], transfer=True)
    found = {one.code for one in wrong(form(replace(NEWSLETTER, purposes=(purpose,))))}
    assert found == {"no_explicit", "no_risk"}


def test_words_about_health_raise_the_question_of_special_data() -> None:
    found = form(replace(NEWSLETTER, data=same("Namn, allergiar")))
    assert "maybe_special" in codes(found, 3)
    assert passes(found)


def test_each_thing_done_with_a_picture_is_asked_about() -> None:
    found = form()
    assert codes(found, 7) == ["no_keeping", "own_boxes"]
    bare = replace(PURPOSES[0], use=None)
    assert "no_use_of_picture" in codes(form(replace(CONTENT, purposes=(bare,))), 7)


def test_what_cannot_be_undone_must_be_told() -> None:
    silent = replace(CONTENT, irrevocable=Bilingual())
    assert [one.field for one in wrong(form(silent))] == ["irrevocable"]
    lasting = Place(name="Årboka", erasable=False)
    purpose = replace(NEWSLETTER.purposes[0], places=(lasting,))
    assert "no_irrevocable" in codes(form(replace(NEWSLETTER, purposes=(purpose,))), 10)


def test_a_release_names_the_act_and_what_a_withdrawal_does() -> None:
    assert "release_no_law" in codes(form(replace(RELEASE, law="")), 1)
    assert "release_after" in codes(form(replace(RELEASE, withdraw_after=Bilingual())), 10)
    assert "no_sources" in codes(form(replace(RELEASE, sources=Bilingual())), 6)


def test_points_that_are_not_relevant_say_why() -> None:
    found = check_form(form(NEWSLETTER))
    said = {one.number: one.code for one in found if one.outcome is Outcome.NOT_RELEVANT}
    assert said == {7: "one_purpose", 12: "not_online", 13: "no_children"}


def test_an_online_service_for_children_checks_the_age() -> None:
    service = replace(NEWSLETTER, audience=Audience.CHILDREN, online=True)
    assert "no_age_check" in codes(form(service), 12)
    assert codes(form(replace(service, age_check="ID-porten")), 12) == ["age_checked"]


def test_what_another_program_asks_is_for_a_person_to_answer() -> None:
    assert asked(form(NEWSLETTER)) == (5, 11)
    assert asked(form(replace(NEWSLETTER, online=True))) == (2, 3, 4, 5, 11, 14)
    assert asked(form(replace(NEWSLETTER, lasting=Lasting.WITHDRAWN))) == (5, 11, 16)


def test_an_unanswered_point_and_a_no_both_block() -> None:
    open_ = form(NEWSLETTER, answers=())
    assert [(one.number, one.outcome) for one in wrong(open_)] == [
        (5, Outcome.UNANSWERED),
        (11, Outcome.UNANSWERED),
    ]
    no = form(NEWSLETTER, answers=(PointAnswer(number=5, yes=False), POINTS[10]))
    assert [(one.number, one.outcome) for one in wrong(no)] == [(5, Outcome.NOT_MET)]


def test_a_yes_does_not_overrule_what_the_program_sees() -> None:
    found = wrong(form(replace(NEWSLETTER, refusing=same("Du må betale eit gebyr."))))
    assert [(one.number, one.code) for one in found] == [(11, "costs")]


@pytest.mark.parametrize(
    "text",
    ["Det kostar ingenting.", "Vi tek ikkje gebyr.", "Uten avgift.", "Du mister ikkje plassen."],
)
def test_that_nothing_is_lost_may_be_said(text: str) -> None:
    assert wrong(form(replace(NEWSLETTER, withdraw_after=same(text)))) == []


def test_long_sentences_are_told_by_who_reads_them() -> None:
    text = same("Vi tek bilete av deg når du leikar ute saman med dei andre i gruppa di her.")
    for level, long in ((LanguageLevel.CHILD, True), (LanguageLevel.ADULT, False)):
        found = codes(form(replace(CONTENT, level=level, use=text)), 5)
        assert ("long_sentence" in found) is long


def test_the_officer_and_the_day_are_known_where_the_register_is() -> None:
    found = replace(NEWSLETTER, lasting=Lasting.DATE, until=date(2026, 11, 19))
    known = Known(officer=False, today=date(2026, 11, 20))
    told = wrong(form(found, known=known))
    assert [one.code for one in told] == ["no_officer", "until_past"]


def test_the_basis_is_answered_before_the_form_passes() -> None:
    assert [one.code for one in wrong(form(NEWSLETTER, basis=None))] == ["no_basis"]
    half = BasisAnswer(answers=(("school", False),))
    assert [one.outcome for one in wrong(form(NEWSLETTER, basis=half))] == [Outcome.UNANSWERED]


def test_a_form_whose_processing_has_changed_is_written_anew() -> None:
    approval = Approval(name="Kari", role="Sjef", decided_on=date(2026, 1, 1))
    version = Version(number=1, content=NEWSLETTER, approval=approval)
    review = Review(reviewed_on=date(2026, 11, 1), name="Kari", same=False)
    found = form(NEWSLETTER, versions=(version,), reviews=(review,))
    assert [one.code for one in wrong(found)] == ["changed_since"]
    anew = replace(NEWSLETTER, purposes=(replace(NEWSLETTER.purposes[0], key="p2"),))
    other = form(anew, versions=(version,), reviews=(review,))
    assert wrong(other) == []
    assert codes(other, 16) == ["asks_anew", "renewed"]


def test_the_worst_finding_speaks_for_the_point() -> None:
    findings = of_point(check_form(form()), 7)
    assert outcome_of(findings) is Outcome.DOUBT
    assert PictureUse.KEEP not in [one.use for one in CONTENT.purposes]


@pytest.mark.parametrize(
    ("text", "wrong_"),
    [
        ("Om du ikkje svarer, tek vi bilete.", True),
        ("Du kan reservere deg mot dette.", True),
        ("Manglande svar reknar vi som ja.", True),
        ("Om du ikkje svarer, tek vi ikkje bilete.", False),
        ("Hvis vi ikke hører fra deg, regner vi det som nei.", False),
        ("Manglende svar betyr nei.", False),
    ],
)
def test_only_silence_taken_for_yes_is_a_fault(text: str, wrong_: bool) -> None:
    found = codes(form(replace(NEWSLETTER, use=same(text))), 3)
    assert ("silence" in found) is wrong_


def test_what_the_yes_itself_gave_may_end() -> None:
    found = form(replace(NEWSLETTER, withdraw_after=same("Du får ikkje lenger nyheitsbrevet.")))
    assert "shuts_out" in codes(found, 11)
    assert passes(found)


def test_what_is_printed_may_stay_and_anytime_is_no_illness() -> None:
    text = same("Samtykket kan ikkje trekkjast for det som alt er trykt. Elles når som helst.")
    assert "denied" not in codes(form(replace(NEWSLETTER, withdraw_after=text)), 10)
    assert "maybe_special" not in codes(form(replace(NEWSLETTER, data=same("Helst e-post"))), 3)
