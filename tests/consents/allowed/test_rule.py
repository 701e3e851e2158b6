"""«Har vi lov?»: yes only where nothing speaks against it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consents.allowed.by_hand import (
    TODAY,
    USES,
    consent,
    content,
    form,
    said,
    taken_back,
)
from gdpr_desktop.consents.allowed.model import Asked, Doubt
from gdpr_desktop.consents.allowed.rule import permission
from gdpr_desktop.consents.codes import PictureUse, Reason
from gdpr_desktop.consents.given.model import Consent, Subject
from gdpr_desktop.consents.validity import allowed
from gdpr_desktop.core.ids import CaseId, ConsentId, MemberId

WEB = Asked(use=PictureUse.PUBLISH_WEB)
WEB_ON_1 = Asked(form_id=CaseId(1), use=PictureUse.PUBLISH_WEB)
SPRING, SUMMER, AUTUMN = date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1)
FORMS = {CaseId(1): form(1), CaseId(2): form(2)}
ALL = "p1 p2 p3"


def ask(*consents: Consent, asked: Asked = WEB, forms=FORMS, namesakes=()):
    return permission(consents, forms, asked, TODAY, namesakes)


def test_nothing_registered_is_no():
    assert ask().reasons == (Reason.NONE,)
    assert not ask().yes


def test_a_valid_yes_is_yes_with_its_consent_as_proof():
    found = ask(consent(said(SPRING, ALL)))
    assert found.yes
    assert [(one.form_id, one.consent.id) for one in found.grounds] == [(1, 1)]


def test_a_consent_on_a_form_that_cannot_be_seen_counts_for_nothing():
    assert ask(consent(said(SPRING, ALL), on=3)).reasons == (Reason.NONE,)


def test_a_purpose_of_one_form_says_nothing_about_the_same_key_on_another():
    on_2 = Asked(form_id=CaseId(2), key="p2")
    assert not ask(consent(said(SPRING, ALL)), asked=on_2).yes
    assert ask(consent(said(SPRING, ALL), on=2), asked=on_2).yes


def test_the_newest_answer_on_a_form_decides():
    old, new = consent(said(SPRING, ALL)), consent(said(SUMMER, "p1 p3", "p2"), number=2)
    assert ask(old, new).reasons == (Reason.REFUSED,)
    newer = consent(said(AUTUMN, ALL), number=3)
    assert ask(old, new, newer).yes


def test_a_newer_answer_that_leaves_the_purpose_open_is_no():
    assert ask(consent(said(SPRING, ALL)), consent(said(SUMMER, "p1"), number=2)).reasons == (
        Reason.UNANSWERED,
    )


def test_a_newer_version_without_the_purpose_is_no():
    forms = {CaseId(1): form(1, content(), content(PictureUse.TAKE))}
    new = consent(said(SUMMER, "p1"), number=2, version=2)
    assert ask(consent(said(SPRING, ALL)), new, forms=forms).reasons == (Reason.UNANSWERED,)


def test_of_two_answers_of_one_day_both_must_be_yes():
    yes, no = consent(said(SPRING, ALL)), consent(said(SPRING, "p1", "p2"), number=2)
    assert not ask(yes, no).yes
    assert not ask(no, yes).yes


def test_a_withdrawal_on_an_older_row_is_newer_than_the_yes():
    old = consent(said(SPRING, ALL), withdrawals=(taken_back(AUTUMN, "p2"),))
    assert ask(old, consent(said(SUMMER, ALL), number=2)).reasons == (Reason.WITHDRAWN,)


def test_a_withdrawal_of_one_purpose_leaves_the_others():
    one = consent(said(SPRING, ALL), withdrawals=(taken_back(AUTUMN, "p2"),))
    assert not ask(one).yes
    assert ask(one, asked=Asked(use=PictureUse.PRESS)).yes


def test_an_unsettled_request_about_withdrawal_stops_its_form():
    old = consent(said(SPRING, ALL), pending=CaseId(9))
    found = ask(old, consent(said(SUMMER, ALL), number=2))
    assert found.reasons == (Reason.PENDING,)


def test_an_undated_no_counts_and_an_undated_yes_does_not():
    yes = consent(said(SPRING, ALL))
    assert not ask(yes, consent(said(None, "p1", "p2"), number=2)).yes
    assert ask(yes, consent(said(None, ALL), number=2)).yes
    assert ask(consent(said(None, ALL))).reasons == (Reason.UNDATED,)


def test_a_row_without_an_answer_changes_nothing():
    assert ask(consent(said(SPRING, ALL)), consent(number=2)).yes
    assert ask(consent()).reasons == (Reason.NONE,)


def test_forms_that_differ_are_no_until_one_form_is_asked_about():
    yes, no = consent(said(AUTUMN, ALL)), consent(said(SPRING, "p1", "p2"), number=2, on=2)
    found = ask(yes, no)
    assert found.reasons == (Doubt.DIFFERS,)
    assert [(one.form_id, one.verdict) for one in found.grounds] == [(1, "yes"), (2, "no")]
    assert ask(yes, no, asked=WEB_ON_1).yes


def test_another_form_that_lacks_a_parent_or_a_day_is_a_doubt_too():
    young = Subject(name="Liv Testvik", birth_date=date(2018, 5, 1))
    half = consent(said(AUTUMN, ALL), number=2, on=2, subject=young)
    assert ask(consent(said(SPRING, ALL)), half).reasons == (Doubt.DIFFERS,)


def test_an_answer_that_ran_out_before_the_yes_is_past():
    old = consent(said(SPRING, "p1", "p2"), number=2, on=2, valid_until=date(2026, 7, 31))
    assert ask(consent(said(AUTUMN, ALL)), old).yes
    assert not ask(consent(said(SUMMER, ALL)), old).yes


def test_what_waits_or_was_refused_never_hides_behind_what_has_run_out():
    until = date(2026, 7, 31)
    old = consent(said(SPRING, "p1", "p2"), number=2, on=2, valid_until=until)
    refused = consent(said(SPRING, "p1", "p2"), number=3, on=2)  # of the same day, and no end
    yes = consent(said(AUTUMN, ALL))
    assert ask(yes, old, refused).reasons == (Doubt.DIFFERS,)
    asked = replace(old, id=ConsentId(3), pending=CaseId(9))
    assert ask(yes, old, asked).reasons == (Doubt.DIFFERS,)
    assert ask(yes, asked).reasons == (Doubt.DIFFERS,)


def test_what_was_taken_back_after_the_yes_is_not_past():
    old = consent(said(SPRING, ALL), number=2, on=2, valid_until=date(2026, 7, 31))
    later = replace(old, withdrawals=(taken_back(date(2026, 10, 1), ALL),))
    assert ask(consent(said(AUTUMN, ALL)), later).reasons == (Doubt.DIFFERS,)
    assert ask(consent(said(date(2026, 10, 2), ALL)), later).yes


def test_what_has_run_out_is_no():
    ended = consent(said(SPRING, ALL), valid_until=date(2026, 11, 19))
    assert ask(ended).reasons == (Reason.EXPIRED,)
    assert ask(consent(said(SPRING, ALL), valid_until=TODAY)).yes


def test_a_use_that_stands_twice_on_a_form_needs_both():
    forms = {CaseId(1): form(1, content(PictureUse.PUBLISH_WEB, PictureUse.PUBLISH_WEB))}
    assert ask(consent(said(SPRING, "p1 p2")), forms=forms).yes
    assert not ask(consent(said(SPRING, "p1")), forms=forms).yes


def test_who_may_not_be_photographed_is_not_published():
    one = consent(said(SPRING, "p2 p3", "p1"))
    assert ask(one).reasons == (Doubt.NOT_TAKEN,)
    assert ask(one, asked=Asked(form_id=CaseId(1), key="p2")).reasons == (Doubt.NOT_TAKEN,)


def test_a_no_by_a_namesake_without_a_birth_date_is_a_doubt():
    unknown = Subject(name="Vaksen Testvik")
    no = consent(said(SPRING, "p1", "p2"), number=2, subject=unknown)
    found = ask(consent(said(SPRING, ALL)), namesakes=(no,))
    assert found.reasons == (Doubt.NAMESAKE,)
    assert found.namesakes == (no,)
    assert ask(
        consent(said(SPRING, ALL)), namesakes=(replace(no, statements=(said(SPRING, ALL),)),)
    ).yes
    ended = replace(no, valid_until=date(2026, 4, 1))
    assert ask(consent(said(SPRING, ALL)), namesakes=(ended,)).yes


def test_two_rows_of_a_name_without_a_birth_date_may_be_two_people():
    unknown = Subject(name="Vaksen Testvik")
    forms = {CaseId(1): form(1, content(PictureUse.PUBLISH_WEB))}
    rows = (
        consent(said(SPRING, "", "p1"), subject=unknown, member_id=MemberId(1)),
        consent(said(SUMMER, "p1"), number=2, subject=unknown, member_id=MemberId(2)),
    )
    assert not ask(*rows, forms=forms).yes


KEYS = st.lists(st.sampled_from(["p1", "p2", "p3"]), unique=True, max_size=3).map(tuple)
DAYS = st.one_of(st.none(), st.dates(date(2024, 6, 1), date(2027, 6, 1)))
STATEMENTS = st.builds(
    lambda day, yes, no, name: said(day, " ".join(yes), " ".join(set(no) - set(yes)), name),
    DAYS,
    KEYS,
    KEYS,
    st.sampled_from(["Vaksen Testvik", "Annan Testvik"]),
)
CONSENTS = st.builds(
    lambda statements, on, until, back, waits: consent(
        *statements,
        on=on,
        valid_until=until,
        withdrawals=tuple(taken_back(day, "p2") for day in back),
        pending=CaseId(9) if waits else None,
    ),
    st.lists(STATEMENTS, max_size=3),
    st.integers(1, 3),
    DAYS,
    st.lists(st.dates(date(2025, 1, 1), TODAY), max_size=1),
    st.booleans(),
)


@pytest.mark.parametrize("use", USES)
@given(rows=st.lists(CONSENTS, max_size=5))
def test_never_yes_without_a_valid_yes_nor_against_the_last_word(use, rows):
    rows = [replace(row, id=at) for at, row in enumerate(rows, 1)]
    found = ask(*rows, asked=Asked(use=use))
    if not found.yes:
        return
    proofs = [one.consent for one in found.grounds if one.verdict == "yes"]
    assert proofs
    for proof in proofs:
        key = f"p{USES.index(use) + 1}"
        assert allowed(proof, FORMS[proof.form_id], key, TODAY).verdict == "yes"
        same_form = [row for row in rows if row.form_id == proof.form_id]
        assert not any(row.pending for row in same_form)
        last = max(one.given_on for one in proof.statements if one.given_on)
        for row in same_form:
            noes = [one.given_on for one in row.standing() if key in one.no]
            assert all(day is not None and day < last for day in noes if row.id != proof.id)
