"""A municipality asks more than the program does, and stops asking without losing answers."""

from dataclasses import replace

import pytest

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia.catalogue import service
from gdpr_desktop.dpia.catalogue.folding import earlier
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import QuestionKind
from gdpr_desktop.dpia.catalogue.own import OwnQuestion, with_own
from gdpr_desktop.dpia.catalogue.words import question_words
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich

ROS = OwnQuestion(
    id="own_ros", section="risks", text=Bilingual(nn=" Kva  seier ROS-analysen?"), required=True
)
COUNCIL = OwnQuestion(
    id="own_council",
    section="views",
    kind=QuestionKind.TICKS,
    text=Bilingual(nn="Kva råd er spurde?", nb="Hvilke råd er spurt?"),
    choices=(("c1", Bilingual(nn="Eldrerådet")), ("c2", Bilingual(nn="Ungdomsrådet"))),
)


def ids(vault, section):
    """What is asked in a section."""
    found = service.catalogue(vault.db).section(section)
    return [one.id for one in found.questions]


def test_own_questions_stand_last_in_their_section_and_change_the_version(officer):
    assert service.catalogue(officer.db) is builtin()
    service.save_question(officer, ROS)
    service.save_question(officer, COUNCIL)
    catalogue = service.catalogue(officer.db)
    assert [one.id for one in catalogue.section("risks").questions][-1] == "own_ros"
    asked = catalogue.question("own_ros")
    assert (asked.own, asked.required, asked.text.nb) == (True, True, "")
    assert asked.text.nn == "Kva seier ROS-analysen?"
    assert catalogue.version.startswith(builtin().version + "+")


def test_own_questions_are_ordered_retired_and_asked_again_and_each_is_undone(officer):
    service.save_question(officer, COUNCIL)
    service.save_question(officer, ROS)
    service.save_question(officer, replace(COUNCIL, id="own_second"))
    moved = service.move_question(officer, "own_second", -1)
    assert ids(officer, "views")[-2:] == ["own_second", "own_council"]
    moved.undo.verb(officer)
    assert ids(officer, "views")[-2:] == ["own_council", "own_second"]
    service.move_question(officer, "own_second", 1)  # it is last already
    service.retire_question(officer, "own_council")
    assert "own_council" not in ids(officer, "views")
    catalogue = service.catalogue(officer.db)
    answer = Answer(question="own_council", picks=("c1",))
    assert earlier(catalogue, (answer,)) == (answer,)
    assert question_words(catalogue, "own_council") == COUNCIL.text.nn
    service.retire_question(officer, "own_council", retired=False)
    assert "own_council" in ids(officer, "views")
    with pytest.raises(RefusedError):
        moved.undo.verb(officer)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"text": Bilingual()}, "text"),
        ({"text": Bilingual(nn="a" * 301)}, "text"),
        ({"section": "cellar"}, "section"),
        ({"kind": QuestionKind.CHOICE, "choices": (("a", Bilingual(nn="Berre ein")),)}, "choices"),
        ({"choices": (("a", Bilingual(nn="Ein")), ("b", Bilingual(nn="ein")))}, "choices"),
    ],
)
def test_what_cannot_be_asked_is_told_at_its_field(officer, change, field):
    with pytest.raises(InvalidInputError) as caught:
        service.save_question(officer, replace(COUNCIL, **change))
    assert [one.field for one in caught.value.problems] == [field]


def test_how_a_question_is_answered_does_not_change_under_its_answers(officer):
    service.save_question(officer, COUNCIL)
    with pytest.raises(InvalidInputError):
        service.save_question(officer, replace(COUNCIL, kind=QuestionKind.TEXT, choices=()))


def test_only_who_changes_settings_changes_what_is_asked(officer, monkeypatch):
    caseworker = replace(officer.actor, role=Role.CASEWORKER)
    for holder in (officer, officer._worker):
        monkeypatch.setattr(holder, "actor", caseworker)
    with pytest.raises(RefusedError):
        service.save_question(officer, ROS)


def test_a_question_of_a_section_that_is_no_more_is_asked_last():
    found = with_own(builtin(), (replace(ROS, section="gone"),))
    assert found.sections[-1].questions[-1].id == "own_ros"
    unknown = Answer(question="own_other_town", text=rich("Frå nabokommunen"))
    assert earlier(found, (unknown,)) == (unknown,)
    assert "own_other_town" in question_words(found, "own_other_town")
