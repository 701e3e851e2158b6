"""What agreements must say, what falls due, and what is asked of a processor."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.activities.parts import Answer, Transfer, TransferGround
from gdpr_desktop.register.countries import country_name
from gdpr_desktop.register.documents import documents_of, stale_documents
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId, EntryKind, Severity
from gdpr_desktop.register.model import agreement_gaps
from gdpr_desktop.register.processors import asking
from gdpr_desktop.register.processors.model import (
    CLAUSES,
    FRAME,
    Agreement,
    Assignment,
    Audit,
    Authorisation,
    Processor,
    SubProcessor,
)
from gdpr_desktop.register.processors.words import due_words, finding_words
from gdpr_desktop.register.systems.model import System

WHOLE = Agreement(
    name="Skule 2024",
    signed_on=date(2024, 8, 1),
    clauses=CLAUSES,
    frame=FRAME,
    warns=Answer.YES,
    in_writing=Answer.YES,
    may_notify=Answer.NO,
    answers_requests="Kommunen",
    audits=(Audit(done_on=date(2025, 9, 1), result="Utan merknader"),),
)
FINE = Processor(
    name="Skysystem AS", contact="Ola Leverandør", agreements=(WHOLE,), outside_eea=Answer.NO
)

ABROAD = replace(FINE, outside_eea=Answer.YES)


def with_agreement(**changes: object) -> Processor:
    return replace(FINE, agreements=(replace(WHOLE, **changes),))


def codes(processor: Processor | Assignment) -> list[str]:
    return [one.code for one in processor.findings()]


def add(vault, content) -> EntryId:
    return EntryId(service.add_entry(vault, content).id)


def test_whole_agreement_has_no_findings():
    assert FINE.findings() == ()
    assert FINE.dues() == ()


def test_each_letter_that_lacks_is_an_error_of_its_own():
    processor = with_agreement(clauses=("a", "c", "h"))
    assert agreement_gaps(processor.agreements[0]) == ("b", "d", "e", "f", "g")
    found = processor.findings()
    assert [(one.about, one.article) for one in found] == [
        (letter, f"28(3)({letter})") for letter in "bdefg"
    ]
    assert {one.severity for one in found} == {Severity.ERROR}


@pytest.mark.parametrize(
    ("changes", "code", "severity", "article"),
    [
        ({"frame": FRAME[1:]}, "frame_missing", Severity.WARNING, "28(3)"),
        ({"warns": Answer.UNKNOWN}, "no_warning", Severity.WARNING, "28(3)"),
        ({"warns": Answer.NO}, "no_warning", Severity.WARNING, "28(3)"),
        ({"in_writing": Answer.NO}, "not_in_writing", Severity.ERROR, "28(9)"),
        ({"in_writing": Answer.UNKNOWN}, "writing_unknown", Severity.WARNING, "28(9)"),
        ({"signed_on": None}, "not_signed", Severity.WARNING, "28(3)"),
        ({"may_notify": Answer.UNKNOWN}, "notify_unknown", Severity.HINT, "33(2)"),
        ({"answers_requests": ""}, "answers_unknown", Severity.HINT, "28(3)(e)"),
        ({"audits": ()}, "no_audit", Severity.HINT, "28(3)(h)"),
    ],
)
def test_what_an_agreement_lacks(changes, code, severity, article):
    (found,) = with_agreement(**changes).findings()
    assert (found.code, found.severity, found.article) == (code, severity, article)
    assert finding_words(found)


def test_no_agreement_is_an_error_and_one_that_is_over_is_none():
    assert codes(replace(FINE, agreements=())) == ["no_agreement"]
    assert codes(with_agreement(over=True)) == ["no_agreement"]


def test_with_several_agreements_the_name_is_told():
    other = replace(WHOLE, name="Barnehage", clauses=CLAUSES[1:])
    (found,) = replace(FINE, agreements=(WHOLE, other)).findings()
    assert finding_words(found).startswith("Barnehage: ")


@pytest.mark.parametrize(
    ("authorisation", "approved", "code"),
    [
        (Authorisation.UNKNOWN, None, "subs_not_authorised"),
        (Authorisation.NONE, None, "subs_not_authorised"),
        (Authorisation.SPECIFIC, None, "sub_not_approved"),
    ],
)
def test_sub_processors_must_be_allowed(authorisation, approved, code):
    subs = (SubProcessor(name="Drift AB", country="SE", approved_on=approved),)
    assert codes(with_agreement(authorisation=authorisation, sub_processors=subs)) == [code]
    assert codes(with_agreement(authorisation=Authorisation.GENERAL, sub_processors=subs)) == []


def test_sub_processor_outside_the_eea_needs_a_ground_for_its_country():
    subs = (SubProcessor(name="Support Inc", country="IN"),)
    processor = with_agreement(authorisation=Authorisation.GENERAL, sub_processors=subs)
    (found,) = processor.findings()
    assert (found.code, found.severity, found.article) == (
        "sub_outside_eea",
        Severity.ERROR,
        "44",
    )
    transfer = Transfer(
        country="IN", ground=TransferGround.STANDARD_CLAUSES, safeguards=same("Avtale 2021/914")
    )
    abroad = replace(processor, transfers=(transfer,), outside_eea=Answer.YES)
    assert abroad.findings() == ()


def test_transfers_of_the_processor_need_a_ground():
    assert codes(replace(FINE, country="US")) == ["outside_no_ground"]
    assert codes(replace(FINE, outside_eea=Answer.YES)) == ["outside_not_said"]
    assert codes(replace(FINE, outside_eea=Answer.UNKNOWN)) == ["outside_unknown"]
    assert codes(replace(ABROAD, transfers=(Transfer(country="US"),))) == ["transfer_no_ground"]


def test_a_transfer_that_the_answer_denies_is_pointed_out():
    abroad = Transfer(country="NZ", ground=TransferGround.ADEQUACY)
    (found,) = replace(FINE, transfers=(abroad,)).findings()
    assert (found.code, found.severity) == ("transfer_against_answer", Severity.WARNING)
    assert "svaret seier" in finding_words(found)


@pytest.mark.parametrize(
    ("country", "ground", "code", "article"),
    [
        ("IN", TransferGround.ADEQUACY, "adequacy_unlisted", "45"),
        ("US", TransferGround.ADEQUACY, "adequacy_partly", "45"),
        ("IN", TransferGround.COMPELLING_INTEREST, "safeguards_undocumented", "30(1)(e)"),
        ("IN", TransferGround.STANDARD_CLAUSES, "safeguards_unsaid", "46"),
    ],
)
def test_transfers_of_the_processor_are_judged_as_those_of_an_activity(
    country, ground, code, article
):
    (found,) = replace(ABROAD, transfers=(Transfer(country=country, ground=ground),)).findings()
    assert (found.code, found.article) == (code, article)
    assert country_name(country, Language.NYNORSK) in finding_words(found)


@pytest.mark.parametrize("year", ["2001", "2004", "2010"])
def test_old_standard_clauses_are_no_longer_valid(year):
    ground = TransferGround.STANDARD_CLAUSES
    old = Transfer(country="US", ground=ground, safeguards=same(f"Standardavtale {year}/87/EU"))
    assert codes(replace(ABROAD, transfers=(old,))) == ["old_clauses"]
    new = replace(old, safeguards=same("Standardavtale (EU) 2021/914"))
    assert codes(replace(ABROAD, transfers=(new,))) == []


def test_agreement_is_due_three_months_before_its_end_and_at_its_end():
    processor = with_agreement(
        runs_out=date(2027, 6, 30), audits=(Audit(planned=date(2027, 1, 15)),)
    )
    assert [(one.kind, one.due) for one in processor.dues()] == [
        ("agreement_ends_soon", date(2027, 4, 1)),
        ("agreement_ends", date(2027, 6, 30)),
        ("audit", date(2027, 1, 15)),
    ]
    assert all(due_words(one) for one in processor.dues())


# The letter


def test_letter_says_each_clause_that_lacks_in_the_language_of_the_letter(vault):
    entry = store.entry(vault.db, add(vault, with_agreement(clauses=CLAUSES[:-1], signed_on=None)))
    question = asking.Question(place=0, answer_by=date(2026, 12, 13), remark="Ring oss gjerne.")
    text = asking.gaps_letter(vault, entry, question, Language.NYNORSK).text()
    assert "Bokstav h" in text
    assert "Bokstav g" not in text
    assert "Skule 2024" in text
    assert "13. desember 2026" in text
    assert "Ring oss gjerne." in text
    assert "ikkje at han er signert" in text
    assert "oppdatert avtale" in text


def test_without_an_agreement_all_eight_clauses_are_asked_for(vault):
    processor = replace(FINE, agreements=())
    assert asking.askable(processor) == (None,)
    entry = store.entry(vault.db, add(vault, processor))
    question = asking.Question(place=None, answer_by=date(2026, 12, 13))
    letter = asking.gaps_letter(vault, entry, question, Language.BOKMAL)
    assert all(f"Bokstav {clause}" in letter.text() for clause in CLAUSES)


def test_whole_agreements_leave_nothing_to_ask():
    assert asking.askable(FINE) == ()
    assert asking.askable(with_agreement(clauses=("a",))) == (0,)


def test_asking_is_noted_and_the_letter_is_not_out_of_date_at_once(vault, place):
    number = add(vault, with_agreement(clauses=("a",)))
    question = asking.Question(place=0, answer_by=vault.clock.today() + timedelta(days=21))
    letter = asking.gaps_letter(vault, store.entry(vault.db, number), question, Language.NYNORSK)
    asking.record_asked(vault, number, question, letter, place, "00")
    processor = store.entry(vault.db, number).content
    assert processor.agreements[0].asked_on == vault.clock.today()
    assert [one.kind for one in processor.dues()] == ["agreement_answer"]
    assert [one.kind for one in documents_of(vault.db, number)] == ["processor_gaps"]
    assert stale_documents(vault.db) == ()


# In the record


def test_replaced_processor_gives_way_everywhere(vault, activity):
    old, new = add(vault, FINE), add(vault, replace(FINE, name="Nysystem AS"))
    first = add(vault, replace(activity, processors=(old,)))
    second = add(vault, replace(activity, name=same("Skuleskyss"), processors=(old, new)))
    system = add(vault, System(name="Skyss", supplier_id=old))
    other = add(vault, replace(FINE, name="Hovud AS", sub_processor_ids=(old,)))
    service.replace_entry(vault, old, new)
    contents = [store.entry(vault.db, one).content for one in (first, second, system, other)]
    assert contents[0].processors == (new,)
    assert contents[1].processors == (new,)
    assert contents[2].supplier_id == new
    assert contents[3].sub_processor_ids == (new,)
    assert store.named(vault.db, EntryKind.PROCESSOR, FINE.name) is None


def test_processor_cannot_be_its_own_sub_processor_by_a_detour(vault):
    first = add(vault, FINE)
    second = add(vault, replace(FINE, name="Under AS", sub_processor_ids=(first,)))
    third = add(vault, replace(FINE, name="Underunder AS", sub_processor_ids=(second,)))
    with pytest.raises(InvalidInputError) as refused:
        service.change_entry(vault, first, replace(FINE, sub_processor_ids=(third,)))
    assert [one.field for one in refused.value.problems] == ["sub_processor_ids"]


# Where we are the processor


def test_assignment_says_for_whom_what_and_how_it_is_secured():
    assignment = Assignment(name=same("Løn"), agreement=WHOLE, outside_eea=Answer.NO)
    assert codes(assignment) == [
        "no_controller",
        "no_controller_contact",
        "no_categories",
        "no_security",
    ]
    whole = replace(
        assignment,
        controller="Fjordane IKS",
        controller_contact="post@iks.example",
        categories=same("Løn"),
        security=same("Kryptering"),
    )
    assert codes(whole) == []
    assert codes(replace(whole, agreement=replace(WHOLE, clauses=CLAUSES[1:]))) == [
        "clause_missing"
    ]
