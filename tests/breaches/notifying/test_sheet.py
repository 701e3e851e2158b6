"""The notification sheet: what the form asks for, and what cannot both be true."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from breaches.conftest import NOW
from breaches.filling import SCOPE, assessment
from gdpr_desktop.breaches.assessing.advice import SeverityChoices, Weight
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Consequence,
    Happened,
    Incident,
    Known,
    Notice,
    Origin,
    PeopleException,
    PeopleTelling,
    Protection,
    Reporter,
    Seen,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.breaches.model import (
    MEASURE,
    AuthorityLetter,
    Breach,
    Count,
    Course,
    Decision,
    Exempted,
    Intake,
    Lessons,
    Link,
    Notification,
    NotifyChannel,
    Telling,
    Version,
)
from gdpr_desktop.breaches.notifying.sheet import (
    Contradiction,
    RowState,
    as_text,
    contradictions,
    fingerprint,
    frozen,
    is_late,
    lacking,
    sheet,
)
from gdpr_desktop.breaches.notifying.sheet.changes import compared, count_changes
from gdpr_desktop.casework.model import Case, CaseKind, CaseState, Task
from gdpr_desktop.core.ids import CaseId, TaskId, UserId
from gdpr_desktop.core.municipality import Language, Municipality

CASE = Case(
    id=CaseId(1),
    number="2026-0001",
    kind=CaseKind.BREACH,
    state=CaseState.OPEN,
    outcome="",
    received=date(2026, 11, 20),
    language=Language.NYNORSK,
    subject_name="",
    caseworker="",
    assignee=None,
    registered_by=UserId(1),
    next_step="",
    due=None,
    archive_number="",
    archive_title="",
    public_title="",
    created_at=NOW,
    closed_at=None,
    revision=1,
)
INTAKE = Intake(
    title="Brev til feil forelder",
    what="Eit vedtak blei sendt til feil adresse.",
    discovered=NOW,
    discovered_by="Nora Testdal",
    aware=NOW,
    incident=Incident.MISDIRECTED,
)
COURSE = Course(
    happened=Happened.MOMENT,
    happened_from=NOW - timedelta(days=1),
    origin=Origin.INTERNAL_ACCIDENT,
    cause="To brev blei bytte om i pakkinga.",
)
NOTHING = Breach(case=CASE, intake=INTAKE)
DONE = Task(
    id=TaskId(1), case_id=CASE.id, kind=MEASURE, title="Ringde mottakaren", done_on=NOW.date()
)
DECISION = Decision(
    authority=True,
    why_authority="Høg risiko for barna",
    people=PeopleTelling.MUST,
    why_people="Dei må kunne verne seg",
    name="Tore Testvik",
    role="kommunedirektør",
    decided_on=NOW.date(),
)
WHOLE = replace(
    NOTHING,
    course=COURSE,
    scope=replace(SCOPE, systems=(Link(name="papir"),), measures_before="To ser over kvart brev."),
    versions=(Version(number=1, assessment=assessment(), by="Solveig", at=NOW),),
    decision=DECISION,
    measures=(DONE,),
    measures_settled=True,
    lessons=Lessons(
        learnt="Pakkinga går for fort", changes="Vindauga er borte", name="S", noted_on=NOW.date()
    ),
)
SENT = Notification(
    number=1,
    kind=Notice.FIRST,
    sent_at=NOW,
    channel=NotifyChannel.ALTINN,
    receipt="AR-1",
    by="Tore",
    late_reason="",
)


@pytest.fixture(scope="session")
def read(municipality: Municipality):
    """The rows of the sheet by their field."""

    def rows(found: Breach, now=NOW, language=Language.NYNORSK, **more):
        sections = sheet(found, municipality, language, now, **more)
        return {row.field: row for section in sections for row in section.rows}

    return rows


def test_the_sheet_follows_the_order_of_the_authoritys_form(municipality):
    sections = sheet(WHOLE, municipality, Language.NYNORSK, NOW)
    first = [section.rows[0].field for section in sections]
    assert first == [
        "happened",
        "consequences",
        "measures_done",
        "told",
        "organisation",
        "kinds",
        "type",
    ]


def test_everything_mandatory_is_marked_while_nothing_is_known(read):
    rows = read(NOTHING)
    missing = {name for name, row in rows.items() if row.state is RowState.MISSING}
    later = {name for name, row in rows.items() if row.state is RowState.NOT_YET}
    # art. 33(3)(a), (c), (d); (b), the officer, is known from the settings
    assert {"how", "where_now", "systems", "before", "kinds"} <= missing
    assert {"consequences", "risk_why", "measures_done", "measures_planned"} <= missing
    assert {"people_count", "records_count", "people", "data"} <= later
    assert {"happened", "origin", "severity", "risk", "told"} <= later
    for name in missing | later:
        assert rows[name].place is not None
        assert rows[name].help


def test_the_officer_must_be_named(read):
    rows = {
        row.field: row
        for section in sheet(WHOLE, Municipality(name="Vik"), Language.BOKMAL, NOW)
        for row in section.rows
    }
    assert rows["officer"].state is rows["officer_reached"].state is RowState.MISSING


def test_a_whole_breach_lacks_nothing(municipality):
    assert lacking(sheet(WHOLE, municipality, Language.NYNORSK, NOW)) == ()


@pytest.mark.parametrize(("minutes", "late"), [(-1, False), (0, False), (1, True)])
def test_the_reason_for_lateness_is_asked_for_after_72_hours_and_not_before(read, minutes, late):
    at = NOW + timedelta(hours=72, minutes=minutes)
    row = read(WHOLE, at)["late_reason"]
    assert row.state is (RowState.MISSING if late else RowState.NOT_NEEDED)
    assert is_late(WHOLE, at) is late
    given = read(WHOLE, at, late_reason="Tysdag var helgedag")["late_reason"]
    assert given.state is (RowState.FILLED if late else RowState.NOT_NEEDED)


def test_a_follow_up_asks_for_no_new_reason(read):
    sent = replace(WHOLE, notifications=(replace(SENT, late_reason="Ferie"),))
    rows = read(sent, NOW + timedelta(days=9))
    assert rows["late_reason"].value == "Ferie"
    assert not is_late(sent, NOW + timedelta(days=9))


def test_a_number_is_to_be_determined_first_and_cannot_be_determined_at_last(read):
    unknown = replace(WHOLE, scope=replace(SCOPE, people_count=Count(known=Known.UNKNOWN)))
    assert read(unknown)["people_count"].state is RowState.NOT_YET
    later = read(replace(unknown, notifications=(SENT,)))["people_count"]
    assert later.state is RowState.FILLED


@pytest.mark.parametrize("field", ["people_count", "records_count"])
@pytest.mark.parametrize("known", [Known.EXACT, Known.ABOUT])
@pytest.mark.parametrize("number", [None, 0, 1, 10_000_000])
def test_a_number_that_is_called_known_is_at_least_one(read, field, known, number):
    scope = replace(WHOLE.scope, **{field: Count(known=known, number=number)})
    found = replace(WHOLE, scope=scope)
    good = bool(number)
    code = Contradiction(field.replace("count", "number"))
    assert (code in contradictions(found)) is not good
    assert (read(found)[field].state is RowState.FILLED) is good


def test_availability_asks_under_availability_and_not_under_integrity(read):
    scope = replace(WHOLE.scope, consequences=(Consequence.NO_SERVICE,))
    gone = replace(scope, kinds=(BreachKind.AVAILABILITY,))
    rows = read(replace(WHOLE, scope=gone))
    assert rows["consequences_availability"].state is RowState.FILLED
    assert "consequences_integrity" not in rows
    assert "availability" in rows
    changed = replace(scope, kinds=(BreachKind.INTEGRITY,))
    rows = read(replace(WHOLE, scope=changed))
    assert "consequences_availability" not in rows
    assert {"integrity", "consequences_integrity"} <= set(rows)


def test_only_a_breach_of_confidentiality_asks_who_could_read_the_data(read):
    rows = read(WHOLE)
    assert {"seen", "protection"} <= set(rows)
    unknown = replace(WHOLE.scope, protection=Protection.UNKNOWN, seen=Seen.UNKNOWN)
    rows = read(replace(WHOLE, scope=unknown))
    assert rows["protection"].state is RowState.NOT_YET
    assert rows["seen"].state is RowState.FILLED
    gone = replace(WHOLE.scope, kinds=(BreachKind.AVAILABILITY,))
    assert not {"seen", "protection"} & set(read(replace(WHOLE, scope=gone)))


def test_when_others_told_us_is_asked_for_where_it_was_others(read):
    assert read(WHOLE)["reported_at"].state is RowState.NOT_NEEDED
    told = replace(WHOLE, intake=replace(INTAKE, reporter=Reporter.PROCESSOR))
    assert read(told)["reported_at"].state is RowState.MISSING
    course = replace(COURSE, reported_at=NOW, processor_aware=NOW - timedelta(days=3))
    value = read(replace(told, course=course))["reported_at"].value
    assert "20. november" in value
    assert "17. november" in value


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (Happened.MOMENT, ("19. november",)),
        (Happened.PERIOD, ("19. november", "20. november")),
        (Happened.SINCE, ("19. november",)),
    ],
)
def test_when_it_happened_is_a_moment_a_period_or_goes_on(read, happened, told):
    course = replace(COURSE, happened=happened, happened_to=NOW)
    value = read(replace(WHOLE, course=course))["happened"].value
    assert all(part in value for part in told)


def test_a_time_that_cannot_be_determined_is_an_answer(read):
    course = replace(COURSE, happened=Happened.UNKNOWN)
    assert read(replace(WHOLE, course=course))["happened"].state is RowState.FILLED


def _decided(**changes) -> Breach:
    return replace(WHOLE, decision=replace(DECISION, **changes))


def test_high_risk_and_untold_because_of_no_high_risk_is_a_contradiction():
    untold = _decided(people=PeopleTelling.NOT)
    assert contradictions(untold) == (Contradiction.HIGH_RISK_NOT_TOLD,)
    named = Exempted(exception=PeopleException.NO_HIGH_RISK, proof="Sjå saka")
    assert contradictions(_decided(people=PeopleTelling.NOT, exempted=named)) == (
        Contradiction.HIGH_RISK_NOT_TOLD,
    )


def test_an_exception_needs_what_proves_it():
    bare = Exempted(exception=PeopleException.NO_LONGER, proof=" ")
    untold = _decided(people=PeopleTelling.NOT, exempted=bare)
    assert contradictions(untold) == (Contradiction.EXCEPTION_NOT_PROVED,)
    proved = replace(bare, proof="Brevet er hentapå uopna")
    assert contradictions(_decided(people=PeopleTelling.NOT, exempted=proved)) == ()


def test_unintelligible_data_agree_with_the_exception_for_them():
    proved = Exempted(exception=PeopleException.PROTECTED, proof="Kryptert disk")
    untold = _decided(people=PeopleTelling.NOT, exempted=proved)
    assert contradictions(untold) == (Contradiction.PROTECTED_BUT_READABLE,)
    intact = replace(untold, scope=replace(WHOLE.scope, protection=Protection.INTACT))
    assert contradictions(intact) == ()


def test_people_must_not_be_told_of_a_breach_without_risk_nor_without_the_authority():
    harmless = Version(
        number=1,
        assessment=replace(
            assessment(Weight.LITTLE),
            enisa=replace(assessment().enisa, context=1, identification=0.25, confidentiality=0.0),
            children=False,
        ),
        by="Solveig",
        at=NOW,
    )
    found = contradictions(replace(WHOLE, versions=(harmless,)))
    assert Contradiction.MUST_TELL_WITHOUT_RISK in found
    assert contradictions(_decided(authority=False)) == (Contradiction.TELL_BUT_NOT_NOTIFY,)
    voluntary = replace(
        _decided(people=PeopleTelling.VOLUNTARY, authority=False), versions=(harmless,)
    )
    assert contradictions(voluntary) == ()


def test_whether_people_were_told_has_its_own_fields(read):
    telling = Telling(
        told_on=NOW.date(), channel=TellingChannel.LETTER, state=TellingState.SOME, number=2
    )
    some = read(replace(WHOLE, tellings=(telling,)))
    assert some["told_on"].state is some["told_how"].state is RowState.FILLED
    assert some["told_rest"].state is RowState.MISSING
    all_told = read(replace(WHOLE, tellings=(replace(telling, state=TellingState.ALL),)))
    assert "told_rest" not in all_told
    assert all_told["told_number"].value == "2"
    proved = Exempted(exception=PeopleException.NO_LONGER, proof="Brevet er henta uopna")
    exempted = read(_decided(people=PeopleTelling.NOT, exempted=proved))
    assert "34(3)(b)" in exempted["exception"].value
    assert exempted["exception_proof"].value == proved.proof


def test_an_order_to_tell_people_outweighs_the_decision(read):
    ordered = AuthorityLetter(
        received_on=NOW.date(), reference="26/1", what="Pålegg", orders_telling=True
    )
    untold = replace(_decided(people=PeopleTelling.NOT), authority_letters=(ordered,))
    plain = read(_decided(people=PeopleTelling.NOT))["told"].value
    assert read(untold)["told"].value != plain
    assert read(untold)["reference"].value == "26/1"


def test_no_identity_number_comes_into_the_sheet(read, municipality):
    number = "13880598778"  # synthetic
    leaky = replace(WHOLE, intake=replace(INTAKE, what=f"Brevet til {number} gjekk feil"))
    row = read(leaky)["what"]
    assert row.masked
    sections = sheet(leaky, municipality, Language.NYNORSK, NOW)
    assert number not in as_text(sections)
    assert number not in str(frozen(sections))


def test_the_same_facts_give_the_same_fingerprint_and_other_facts_another(municipality):
    def made(found: Breach) -> str:
        return fingerprint(frozen(sheet(found, municipality, Language.NYNORSK, NOW)))

    assert made(WHOLE) == made(WHOLE)
    assert made(WHOLE) != made(replace(WHOLE, intake=replace(INTAKE, what="Noko anna")))


def test_two_versions_are_compared_line_by_line():
    before = (("Kva", "ein"), ("Når", "i går"), ("Kven", "to"))
    after = (("Kva", "ein"), ("Når", "i dag"), ("Kor", "her"))
    lines = {line.label: line for line in compared(after, before)}
    assert not lines["Kva"].changed
    assert lines["Når"].before == "i går"
    assert lines["Kor"].new
    assert lines["Kven"].gone
    assert count_changes(compared(after, before)) == 3
    assert count_changes(compared(after, None)) == 0


def test_the_severity_never_softens_what_the_consequences_were_judged_to_be(municipality):
    mild = replace(assessment(), enisa=SeverityChoices(context=1, identification=0.25))
    said = {}
    for weight in Weight:
        factors = tuple(replace(one, weight=weight) for one in mild.factors)
        version = Version(number=1, assessment=replace(mild, factors=factors), by="S", at=NOW)
        rows = [
            row
            for part in sheet(
                replace(WHOLE, versions=(version,)), municipality, Language.NYNORSK, NOW
            )
            for row in part.rows
        ]
        said[weight] = next(row.value for row in rows if row.field == "severity")
    assert list(said.values()) == ["Små", "Moderate", "Alvorlege"]
