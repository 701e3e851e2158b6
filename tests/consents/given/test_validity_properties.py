"""Whatever is registered: nothing that speaks against a consent ever turns a no into a yes."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from consents.given.made import TODAY, consent, content, form, picture, withdrawn
from gdpr_desktop.consents.codes import How, Lasting, Matter, Reason, Relation, Verdict
from gdpr_desktop.consents.given.model import Statement
from gdpr_desktop.consents.model import allowed, validity
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.law.ages import age_on

FORMS = tuple(
    form(
        content(
            picture("p1", matter=matter, special=special),
            lasting=lasting,
            explicit=same("Eg samtykkjer uttrykkeleg."),
        ),
        approved=date(2025, 8, 1),
    )
    for matter in Matter
    for special in (False, True)
    for lasting in (Lasting.WITHDRAWN, Lasting.ONE_YEAR)
)
NAMES = ("Kari Testdal", "Testdal, kari", "Ola Prøvevik", "", "Nora Testdal")
# few values, so that what must fit together often does
DAYS = tuple(date(2026, 1, 1) + timedelta(days=40 * number) for number in range(8))
ALL_DAYS = (*DAYS, None, date(2025, 7, 1), date(2025, 9, 1), TODAY, TODAY + timedelta(days=1))
STATEMENTS = some.builds(
    Statement,
    relation=some.sampled_from((*Relation, Relation.PARENT, Relation.PARENT)),
    name=some.sampled_from(NAMES),
    given_on=some.sampled_from((*DAYS, *ALL_DAYS)),
    how=some.sampled_from(How),
    yes=some.sampled_from((("p1",), ("p1",), ("p1",), ())),
    no=some.sampled_from(((), (), (), (), ("p1",))),
    note=some.sampled_from(("Sagt i telefonen", "Sagt i telefonen", "")),
    capacity_by=some.sampled_from(("Legen", "")),
    which=some.integers(0, 2),
)
WITHDRAWALS = some.builds(
    withdrawn, some.just("p1"), on=some.sampled_from(DAYS), name=some.sampled_from(NAMES)
)
CONSENTS = some.builds(
    lambda statements, withdrawals, **more: consent(
        *statements, withdrawals=tuple(withdrawals), **more
    ),
    some.lists(STATEMENTS, min_size=1, max_size=4),
    some.one_of(some.just([]), some.lists(WITHDRAWALS, max_size=2)),
    born=some.sampled_from(
        (
            None,
            date(2020, 2, 29),
            date(2018, 5, 3),
            date(2013, 4, 1),
            date(2011, 8, 1),
            date(2010, 5, 3),
            date(2008, 6, 1),
            date(1990, 1, 1),
            date(2026, 6, 1),
        )
    ),
    parents=some.sampled_from((None, 0, 1, 2, 3)),
    care_order=some.sampled_from((False, False, True)),
)
COMMON = settings(max_examples=100)


def yes(found, made):
    """May it be used?"""
    return allowed(found, made, "p1", TODAY).verdict is Verdict.YES


@COMMON
@given(found=CONSENTS, made=some.sampled_from(FORMS), more=WITHDRAWALS)
def test_a_withdrawal_never_makes_a_yes(found, made, more):
    after = replace(found, withdrawals=(*found.withdrawals, more))
    assert not yes(after, made) or yes(found, made)


@COMMON
@given(found=CONSENTS, made=some.sampled_from(FORMS), more=STATEMENTS)
def test_a_no_never_makes_a_yes(found, made, more):
    said_no = replace(more, yes=(), no=("p1",))
    after = replace(found, statements=(*found.statements, said_no))
    assert not yes(after, made) or yes(found, made)


@COMMON
@given(found=CONSENTS, made=some.sampled_from(FORMS))
def test_the_order_of_registering_does_not_matter_but_for_answers_of_one_day(found, made):
    days = [one.given_on for one in found.statements]
    if len(set(days)) == len(days) > 1:
        turned = replace(found, statements=found.statements[::-1])
        assert yes(turned, made) == yes(found, made)


@COMMON
@given(found=CONSENTS, made=some.sampled_from(FORMS))
def test_a_yes_has_an_answer_that_says_yes_is_dated_and_came_after_every_withdrawal(found, made):
    if not yes(found, made):
        return
    last = max((one.withdrawn_on for one in found.withdrawals), default=date.min)
    said = [one for one in found.standing() if "p1" in one.yes and one.given_on is not None]
    sound = [one for one in said if one.given_on <= TODAY and (one.note or one.how is not How.ORAL)]
    assert any(one.given_on > last for one in sound)


@COMMON
@given(found=CONSENTS)
def test_pictures_of_a_child_take_two_parents_unless_somebody_stands_in_for_them(found):
    made = form(content(picture("p1")))
    born = found.subject.birth_date
    if not yes(found, made) or born is None or age_on(born, TODAY) >= 15:
        return
    said = [one for one in found.standing() if "p1" in one.yes]
    relations = {one.relation for one in said}
    if found.care_order:
        assert Relation.CHILD_WELFARE in relations
    elif Relation.GUARDIAN not in relations:
        parents = {one.giver for one in said if one.relation is Relation.PARENT}
        assert len(parents) >= (found.parents if found.parents is not None else 2)
    assert not any("p1" in one.no for one in found.standing())


@COMMON
@given(found=CONSENTS, made=some.sampled_from(FORMS))
def test_the_consent_as_a_whole_says_what_its_purposes_say(found, made):
    whole = validity(found, made, TODAY)
    assert ("p1" in whole.purposes) == yes(found, made)
    assert whole.valid == bool(whole.purposes and not whole.reasons)
    assert whole.valid or whole.reasons
    if found.subject.birth_date is None and whole.purposes:
        matter = made.draft.purposes[0].matter
        assert matter in (Matter.COUNSELLING, Matter.CONTEST)
        assert Reason.BIRTH_DATE not in whole.reasons
