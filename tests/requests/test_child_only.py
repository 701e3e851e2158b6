"""What only the child should see: kept in the case, told neutrally to the parent."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests import service
from gdpr_desktop.requests.dialogs.review import ReviewDialog
from gdpr_desktop.requests.model import Authority, OnBehalfOf
from gdpr_desktop.requests.rights import grounds_of, rules_for
from gdpr_desktop.requests.rights.access import Outcome, Review
from gdpr_desktop.requests.rights.child_only import ChildOnly

WHAT, WHY = "Samtale om prevensjon", "Ho ba om at foreldra ikkje skulle vite"
LAW = "helsepersonellova § 21"
HELD = ChildOnly(what=WHAT, why=WHY, exception=RefusalGround.CONFIDENTIALITY, law=LAW)
CHILD = Person(name="Kari Prøvedatter", birth_date=date(2012, 3, 4))
PARENT = {
    "subject": CHILD,
    "on_behalf_of": OnBehalfOf.PARENT,
    "representative": Person(name="Per Prøvefar"),
    "authority": Authority(why_not_needed="Har foreldreansvar"),
}


def review(desk, case_id, outcome=Outcome.PART, held=HELD) -> None:
    made = Review(outcome=outcome, reviewed_by="Solveig", reviewed_on=desk.today, child_only=held)
    service.review_material(desk.vault, desk.part(case_id), made)


def refused(desk, case_id, **changes) -> set[str]:
    with pytest.raises(InvalidInputError) as error:
        review(desk, case_id, **changes)
    return {problem.field for problem in error.value.problems}


def test_what_is_held_back_makes_the_answer_a_part(desk):
    assert refused(desk, desk.collected(**PARENT), outcome=Outcome.ALL) == {"outcome"}


def test_a_child_who_asks_alone_sees_all(desk):
    assert refused(desk, desk.collected(subject=CHILD)) == {"child_what"}


def test_it_is_noted_what_and_why(desk):
    bare = ChildOnly(what=" ", why="", exception=RefusalGround.CRIME)
    found = refused(desk, desk.collected(**PARENT), held=bare)
    assert found == {"child_what", "child_why", "child_exception"}


@pytest.mark.parametrize("language", Language)
def test_the_letter_to_the_parent_does_not_say_what_it_is(vault, desk, tmp_path, language):
    from gdpr_desktop.requests.rights.access import Answer, CopyItem, ProcessingInfo

    case_id = desk.collected(**PARENT)
    review(desk, case_id)
    part = desk.request(case_id).parts[0]
    assert grounds_of(part) == ("§ 16 d",)
    service.note_decision(
        vault, part.id, text="Delvis", name="Tore", role="Leiar", decided_on=desk.today
    )
    points = dict.fromkeys(ProcessingInfo.__slots__, "–") | {"name": "Barnehagesystemet"}
    copies = (CopyItem(name="Barnehagesystemet", what="Plan"),)
    service.prepare_answer(
        vault, part.id, Answer(systems=(ProcessingInfo(**points),), copies=copies)
    )
    path = tmp_path / "svar.docx"
    order = LetterOrder(template="access_answer", language=language)
    service.export_letter(vault, case_id, order, path, part.id)
    text = "\n".join(paragraph.text for paragraph in Document(str(Path(path))).paragraphs)
    assert "§ 16 første ledd bokstav d" in text
    assert WHAT not in text
    assert WHY not in text
    assert LAW not in text  # it would tell that it is about health
    assert LAW in dict(rules_for(part).summary(desk.request(case_id), part)).values()


def test_the_case_keeps_the_section_of_secrecy(desk):
    assert refused(desk, desk.collected(**PARENT), held=replace(HELD, law=" ")) == {"child_law"}
    assert HELD.anonymous().law == ""


def test_the_field_is_there_only_when_somebody_else_gets_the_answer(vault, desk, window, opened):
    alone = desk.collected(subject=CHILD)
    hand = opened(ReviewDialog(vault, alone, desk.part(alone), window))
    assert not hand.field("child_what").isVisibleTo(hand.dialog)
    case_id = desk.collected(**PARENT)
    hand = opened(ReviewDialog(vault, case_id, desk.part(case_id), window))
    hand.choose("outcome", Outcome.PART)
    hand.type("child_what", WHAT)
    hand.save()
    assert hand.problem("child_exception")
    hand.choose("child_exception", RefusalGround.CONFIDENTIALITY)
    hand.type("child_why", WHY)
    hand.type("child_law", LAW)
    hand.save()
    assert desk.request(case_id).parts[0].assessment.child_only == HELD
