"""How long data are kept, and the yearly confirmation that what fell due was erased."""

from dataclasses import replace
from datetime import date

import pytest

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.parts import After, DataCategory, Law, Retention
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.retention import reports, service
from gdpr_desktop.register.retention.falls_due import RuleKind, of_kind, rules_of
from gdpr_desktop.register.retention.model import Answer, Condition
from gdpr_desktop.register.retention.words import rule_words

ARCHIVES = Law(act=Bilingual(nn="arkivlova", nb="arkivloven"), section="§ 7")
DATA = (
    DataCategory(
        text=same("Namn"), retention=Retention(months=24, counted_from=same("barnet sluttar"))
    ),
    DataCategory(
        text=same("Vedtak"),
        retention=Retention(permanent=True, then=After.ARCHIVE, law=ARCHIVES),
    ),
    DataCategory(text=same("Allergiar")),
)
DUE = date(2026, 12, 20)


@pytest.fixture
def admission(vault, activity) -> EntryId:
    """An activity with a period, something kept for ever, and something nobody has settled."""
    return EntryId(entries.add_entry(vault, replace(activity, data=DATA)).id)


@pytest.fixture
def asked(vault, admission, unit) -> EntryId:
    """The round of its unit."""
    return EntryId(service.start_round(vault, 2026, unit, due=DUE).id)


def answer(vault, asked, *answers: str, **fields) -> None:
    items = store.entry(vault.db, asked).content.items
    kept = (replace(item, answer=one) for item, one in zip(items, answers, strict=True))
    service.note_answer(
        vault,
        asked,
        answered_on=date(2026, 11, 20),
        answered_by="Kari Testvik, styrar",
        items=kept,
        **fields,
    )


def test_rules_say_what_falls_due_and_what_never_does(vault, admission):
    rules = rules_of(store.entries(vault.db, EntryKind.ACTIVITY))
    kinds = {kind: [one.data.nn for one in of_kind(rules, kind)] for kind in RuleKind}
    assert kinds == {
        RuleKind.PERIOD: ["Namn"],
        RuleKind.CRITERIA: [],
        RuleKind.PERMANENT: ["Vedtak"],
        RuleKind.NONE: ["Allergiar"],
    }


@pytest.mark.parametrize(
    ("language", "law"), [(Language.NYNORSK, "arkivlova § 7"), (Language.BOKMAL, "arkivloven § 7")]
)
def test_rule_names_the_law_in_the_language(vault, admission, language, law):
    (rule,) = of_kind(rules_of(store.entries(vault.db, EntryKind.ACTIVITY)), RuleKind.PERMANENT)
    assert law in rule_words(rule, language)


def test_round_asks_about_every_category_and_falls_due(vault, asked):
    found = store.entry(vault.db, asked)
    assert [(one.data, one.keep) for one in found.content.items] == [
        ("Namn", False),
        ("Vedtak", True),
        ("Allergiar", False),
    ]
    assert (found.content.responsible, found.due) == ("styrar", DUE)


def test_every_unit_is_asked_once_a_year(vault, admission, activity):
    alone = replace(activity, name=same("Utan eining"), unit_id=None)
    entries.add_entry(vault, alone)
    service.start_rounds(vault, 2026, due=DUE)
    assert len(list(store.entries(vault.db, EntryKind.RETENTION_ROUND))) == 2
    with pytest.raises(RefusedError):
        service.start_rounds(vault, 2026, due=DUE)
    service.start_rounds(vault, 2027, due=DUE)


def test_unit_without_activities_is_not_asked(vault, unit):
    with pytest.raises(RefusedError):
        service.start_round(vault, 2026, unit)


def test_answer_takes_the_date_away(vault, asked):
    answer(vault, asked, Answer.DONE, Answer.NOTHING_DUE, Answer.NOTHING_DUE)
    found = store.entry(vault.db, asked)
    assert (found.due, found.content.findings()) == (None, ())


def test_what_was_not_done_is_asked_about_again(vault, asked):
    answer(vault, asked, Answer.NOT_DONE, Answer.DONE, Answer.UNKNOWN)
    found = store.entry(vault.db, asked)
    assert found.due == date(2026, 12, 20)
    assert [one.code for one in found.content.findings()] == ["not_done", "no_answer"]
    answer(vault, asked, Answer.DONE, Answer.DONE, Answer.DONE)
    assert store.entry(vault.db, asked).due is None


def test_no_condition_lets_data_be_erased_that_a_law_keeps(vault, asked):
    items = store.entry(vault.db, asked).content.items
    kept = [replace(one, answer=Answer.DONE, condition=Condition.NEED_OVER) for one in items]
    with pytest.raises(InvalidInputError) as refused:
        service.note_answer(
            vault, asked, answered_on=date(2026, 11, 20), answered_by="styrar", items=kept
        )
    assert [one.field for one in refused.value.problems] == ["condition_1"]


@pytest.mark.parametrize("language", Language)
def test_form_has_a_box_for_every_answer_and_condition(vault, asked, language):
    text = reports.form(vault, store.entry(vault.db, asked), language).text()
    assert text.count("☐") == 3 * 3 + 2 * 3  # no conditions for what a law keeps
    assert ARCHIVES.act.in_(language) + " § 7" in text


@pytest.mark.parametrize("language", Language)
def test_overviews_name_what_is_kept_and_who_was_asked(vault, asked, language):
    assert "Allergiar" in reports.overview(vault, language).text()
    assert "Barnehage" in reports.status(vault, language).text()
