"""When the clock starts, what stops it, and what may be asked for: the rows C1–C19."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.law.deadlines import reply_due
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.law.excess import Excess, Repeat, judge_repeat
from gdpr_desktop.letters.template import template
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.intake_notes import channel_text
from gdpr_desktop.requests.model import (
    SPOKEN_CHANNELS,
    Channel,
    Considered,
    IdentityMethod,
    OnBehalfOf,
    Right,
)
from gdpr_desktop.requests.refusals.model import Reason, Refusal, RefusalKind
from gdpr_desktop.requests.refusals.rules import excess_lacking
from gdpr_desktop.requests.time_limits import reply_deadline

TODAY = date(2026, 11, 22)


def due(desk, case_id) -> date:
    return reply_deadline(desk.request(case_id)).due


def test_a_mail_on_a_sunday_starts_the_clock_that_day():  # C1
    assert reply_due(date(2026, 4, 5)).due == date(2026, 5, 5)


@pytest.mark.parametrize("channel", Channel)
def test_every_way_in_is_valid_and_gives_no_extra_time(desk, channel):  # C2 C3 C5 C7
    case_id = desk.register(channel=channel)
    assert due(desk, case_id) == reply_due(desk.received).due


def test_a_request_by_word_of_mouth_or_in_social_media_needs_no_form():  # C5
    assert {Channel.PHONE, Channel.IN_PERSON} == SPOKEN_CHANNELS
    assert Channel.SOCIAL_MEDIA in Channel


def test_what_strayed_to_somebody_plainly_not_meant_need_not_be_acted_on():  # C4
    told = channel_text(Channel.EMAIL)
    assert "openbert" in told
    assert "internt" in told  # C3: to pass it on gives no more time


def test_no_article_and_no_reasons_are_needed(desk):  # C6 C13
    case_id = desk.register(wording="Send me everything you have on me")
    assert [part.right for part in desk.request(case_id).parts] == [Right.ACCESS]
    assert desk.register(wording="")


def test_doubt_about_identity_asked_at_once_stops_the_clock(desk):  # C8
    case_id = desk.register()
    service.ask_for_identity(desk.vault, case_id, asked_on=desk.received)
    service.confirm_identity(
        desk.vault,
        case_id,
        method=IdentityMethod.SHOWN_ID,
        note="Pass",
        settled_on=desk.received + timedelta(days=8),
    )
    assert due(desk, case_id) > reply_due(desk.received).due


def test_who_has_logged_in_is_not_asked_for_id(desk):  # C9
    case_id = desk.register(channel=Channel.EDIALOG)
    with pytest.raises(RefusedError):
        service.ask_for_identity(desk.vault, case_id, asked_on=desk.today)


def test_that_an_id_was_seen_is_noted_and_never_its_number(desk):  # C10
    with pytest.raises(InvalidInputError):
        service.confirm_identity(
            desk.vault,
            desk.register(),
            method=IdentityMethod.SHOWN_ID,
            note="Pass 01019912345",
            settled_on=desk.today,
        )


def test_asking_to_specify_stops_the_clock_and_who_wants_all_gets_all(desk):  # C11
    case_id = desk.identified()
    service.ask_for_specification(desk.vault, case_id, asked_on=desk.received)
    answered = desk.received + timedelta(days=7)
    service.answer_specification(
        desk.vault, case_id, answered_on=answered, wants_all=True, answer=""
    )
    request = desk.request(case_id)
    assert request.specification.wants_all
    assert reply_deadline(request).due > reply_due(desk.received).due


@pytest.mark.parametrize("asker", [one for one in OnBehalfOf if one is not OnBehalfOf.SELF])
def test_whoever_acts_for_another_shows_the_authority(desk, asker):  # C12
    case_id = desk.register(on_behalf_of=asker, representative=Person(name="Per Prøvefar"))
    request = desk.request(case_id)
    assert request.needs_authority
    assert not request.authority_settled


def claim(ground: RefusalGround, previous: date | None = None, said: str = "") -> Refusal:
    considered = (Considered(question=said, answer="yes"),) if said else ()
    return Refusal(
        kind=RefusalKind.WHOLE,
        reasons=(Reason(ground=ground, explanation="Ti krav"),),
        considered=considered,
        previous=previous,
        guided_on=TODAY,
    )


def test_impolite_words_are_not_manifestly_unfounded():  # C14
    unfounded = RefusalGround.MANIFESTLY_UNFOUNDED
    assert excess_lacking(claim(unfounded, said="only_the_tone"), TODAY) == (Excess.ONLY_THE_TONE,)
    assert excess_lacking(claim(unfounded), TODAY) == ()  # harassment can be: § 190


def test_a_repeat_after_a_year_is_never_excessive():  # C15
    made = claim(RefusalGround.EXCESSIVE, previous=date(2025, 11, 22))
    assert excess_lacking(made, TODAY) == (Excess.REPEAT_AFTER_A_YEAR,)


@pytest.mark.parametrize(
    ("months", "changed", "expected"),
    [
        (2, False, Repeat.MAY_BE_EXCESSIVE),  # ex. 39: the carpenter
        (3, True, Repeat.NOT_EXCESSIVE),  # ex. 40: the social network
    ],
)
def test_how_often_is_weighed_with_how_much_has_changed(months, changed, expected):  # C16
    previous = date(2026, 11 - months, 22)
    assert judge_repeat(TODAY, previous, changed=changed) is expected


def test_we_carry_the_burden_of_proof():  # C17; the warning: test_refusals
    made = claim(RefusalGround.EXCESSIVE, previous=date(2026, 9, 1))
    bare = Reason(ground=RefusalGround.EXCESSIVE, explanation=" ")
    assert excess_lacking(replace(made, reasons=(bare,)), TODAY) == (Excess.NO_PROOF,)


def test_access_may_be_an_overview_that_we_have_made():  # C18
    form = template("access_copy").field("found").items
    codes = {choice.code for item in form for choice in item.choices}
    assert codes == {"copy", "overview"}


def test_the_answer_names_the_recipients_of_every_system():  # C19
    items = {item.name: item for item in template("access_information").field("systems").items}
    assert items["recipients"].required
