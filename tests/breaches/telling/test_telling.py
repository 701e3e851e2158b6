"""Rounds of telling people: what each may say, and where the case stands after it."""

from dataclasses import replace
from datetime import date

import pytest

from breaches.filling import SCOPE, assessed, decided, described, put
from gdpr_desktop.breaches.codes import (
    DataCategory,
    Known,
    PeopleException,
    PeopleTelling,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.breaches.model import MEASURE, Count, Exempted, Telling
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.steps import Step, is_done
from gdpr_desktop.breaches.telling.facts import breach_facts
from gdpr_desktop.breaches.telling.hints import telling_hint
from gdpr_desktop.breaches.telling.service import drop_addresses, note_told
from gdpr_desktop.breaches.telling.summary import tell
from gdpr_desktop.breaches.timeline_words import timeline_text
from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.store import timeline
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _

TODAY = date(2026, 11, 20)
ALL = Telling(
    told_on=TODAY,
    channel=TellingChannel.LETTER,
    state=TellingState.ALL,
    number=2,
    by="Solveig Testnes",
)
SOME = replace(ALL, state=TellingState.SOME, number=1, rest="Éin har flytta; vi leitar.")


def problems(vault, case_id, telling, **named) -> list[str]:
    with pytest.raises(InvalidInputError) as refused:
        note_told(vault, case_id, telling, **named)
    return [one.field for one in refused.value.problems]


def test_some_and_then_all_are_two_rounds_and_the_last_says_where_it_stands(officer, breach):
    decided(officer, breach)
    note_told(officer, breach, SOME)
    assert not is_done(read_breach(officer, breach), Step.TELL)
    note_told(officer, breach, replace(ALL, number=1, channel=TellingChannel.PHONE))
    found = read_breach(officer, breach)
    assert [one.channel for one in found.tellings] == ["letter", "phone"]
    assert found.told is TellingState.ALL
    assert is_done(found, Step.TELL)
    assert timeline_text(timeline(officer.db, breach)[0]) == _("People were told")


def test_several_channels_at_once_are_a_round_each_and_the_number_counts_once(officer, breach):
    decided(officer, breach)
    both = (TellingChannel.LETTER, TellingChannel.SMS)
    note_told(officer, breach, ALL, channels=both)
    assert [one.number for one in read_breach(officer, breach).tellings] == [2, None]


def test_a_round_can_be_taken_back(officer, breach):
    decided(officer, breach)
    change = note_told(officer, breach, ALL)
    assert change.undo is not None
    change.undo.verb(officer)
    assert read_breach(officer, breach).tellings == ()


WRONG = (
    (replace(ALL, told_on=date(2026, 11, 21)), "told_on"),
    (replace(ALL, told_on=date(2026, 11, 19)), "told_on"),
    (replace(ALL, by=" "), "by"),
    (replace(SOME, rest=""), "rest"),
    (replace(ALL, number=0), "number"),
    (replace(ALL, number=3), "number"),
    (replace(SOME, state=TellingState.NONE), "number"),
    (replace(ALL, channel=TellingChannel.PUBLIC), "where"),
)


def test_what_cannot_be_is_said_at_its_field(officer, breach):
    decided(officer, breach)
    found = [(field, problems(officer, breach, telling)) for telling, field in WRONG]
    assert [one for one in found if one[0] not in one[1]] == []


def test_more_people_than_were_counted_are_noted_when_that_is_meant(officer, breach):
    decided(officer, breach)
    note_told(officer, breach, replace(ALL, number=3), more=True)
    assert read_breach(officer, breach).tellings[0].number == 3


def test_ten_million_affected_and_told_are_taken(officer, breach):
    decided(officer, breach)
    many = Count(known=Known.ABOUT, number=10_000_000)
    put(officer, breach, scope=replace(SCOPE, people_count=many))
    note_told(officer, breach, replace(ALL, number=10_000_000))
    assert "number" in problems(officer, breach, replace(ALL, number=10_000_001), more=True)


def test_nobody_is_told_before_it_is_decided_unless_voluntarily(officer, breach):
    assessed(officer, breach)
    with pytest.raises(RefusedError) as refused:
        note_told(officer, breach, ALL)
    assert refused.value.hint
    decided(officer, breach, people=PeopleTelling.VOLUNTARY)
    note_told(officer, breach, ALL)


def test_a_public_notice_alone_is_enough_only_where_letters_are_out_of_proportion(officer, breach):
    found = decided(officer, breach)
    notice = replace(ALL, channel=TellingChannel.PUBLIC, where="nettsida", number=None)
    assert problems(officer, breach, notice) == ["channels"]
    exempted = Exempted(exception=PeopleException.DISPROPORTIONATE, proof="Adressene er borte")
    put(
        officer,
        breach,
        decision=replace(found.decision, people=PeopleTelling.NOT, exempted=exempted),
    )
    note_told(officer, breach, notice)
    assert is_done(read_breach(officer, breach), Step.TELL)


def test_postponed_telling_says_when_to_look_again_and_refuses_meanwhile(officer, breach):
    found = decided(officer, breach)
    exempted = Exempted(
        exception=PeopleException.POSTPONED,
        proof="Politiet har bede om det",
        letter="b",
        look_again=date(2026, 12, 1),
    )
    found = put(
        officer,
        breach,
        decision=replace(found.decision, people=PeopleTelling.NOT, exempted=exempted),
    )
    assert "1. desember 2026" in telling_hint(found)
    with pytest.raises(RefusedError):
        note_told(officer, breach, ALL)


def test_where_a_protected_address_got_out_one_telephones_first(officer, breach):
    decided(officer, breach)
    data = (*SCOPE.data, DataCategory.PROTECTED_ADDRESS)
    found = put(officer, breach, scope=replace(SCOPE, data=data))
    assert telling_hint(found)
    assert (_("Think of this"), telling_hint(found)) in tell(found)


def test_the_page_says_each_round_on_a_line(officer, breach):
    decided(officer, breach)
    note_told(officer, breach, SOME)
    rows = dict(tell(read_breach(officer, breach)))
    line = rows[_("Told so far")]
    assert line.startswith("20. november 2026")
    assert line.endswith("Solveig Testnes")
    assert rows[_("Not told, and why")] == SOME.rest


def test_the_address_list_goes_for_good(officer, breach):
    decided(officer, breach)
    with pytest.raises(RefusedError):
        drop_addresses(officer, breach)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        work.db.execute(
            "INSERT INTO breach_recipient (case_id, position, name, data) VALUES (?, 1, ?, '{}')",
            [breach, "Kari Prøvedatter"],
        )
    assert read_breach(officer, breach).addresses_kept == 1
    drop_addresses(officer, breach)
    assert read_breach(officer, breach).addresses_kept == 0


def test_each_measure_is_a_sentence_in_the_letter(officer, breach):
    found = described(officer, breach)
    measures = tuple(
        Task(
            id=number,
            case_id=breach,
            title=title,
            kind=MEASURE,
            done_on=officer.clock.today(),
        )
        for number, title in enumerate(("Henta att brevet", "Bytta koden. "))
    )
    told = breach_facts(replace(found, measures=measures), Language.NYNORSK)
    assert told["measures_done"] == "Henta att brevet.\n\nBytta koden."
