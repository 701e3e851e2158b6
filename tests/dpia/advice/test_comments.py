"""Comments: who may write, answer, settle and take away."""

import pytest

from dpia.advice.values import at_officer, read
from dpia.filling import begun
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia.advice.commenting import (
    add_comment,
    answer_comment,
    remove_comment,
    settle_comment,
)
from gdpr_desktop.dpia.advice.rules import comments_on, unsettled
from gdpr_desktop.vault import Vault, people

OLA, OLAS = "Ola Sakshandsamar", "eit anna langt passord for testar"


@pytest.fixture
def said(officer, case_id):
    """The officer has asked about one question."""
    add_comment(officer, case_id, "question:what", "Kven vaktar om natta?  ")
    return case_id, comments_on(read(officer, case_id).content, "question:what")[0]


def test_a_comment_says_who_said_it_and_whether_it_was_the_officer(said):
    _case_id, comment = said
    assert (comment.name, comment.officer) == ("Solveig Testnes", True)
    assert comment.text == "Kven vaktar om natta?"


def test_nothing_is_commented_on_before_it_is_written(officer):
    with pytest.raises(RefusedError):
        add_comment(officer, begun(officer), "", "Kva?")


def test_an_empty_comment_and_one_of_a_whole_page_too_many_are_refused(officer, case_id):
    for text in (" \n ", "x" * 5001):
        with pytest.raises(InvalidInputError):
            add_comment(officer, case_id, "", text)


def test_each_deed_on_a_comment_is_undone(officer, said):
    case_id, comment = said
    states = [read(officer, case_id).content.comments]
    changes = []
    for deed in (
        lambda: answer_comment(officer, case_id, comment.key, "Nattevakta."),
        lambda: settle_comment(officer, case_id, comment.key),
        lambda: settle_comment(officer, case_id, comment.key, settled=False),
        lambda: add_comment(officer, case_id, "section:scope", "Og her?"),
    ):
        changes.append(deed())
        states.append(read(officer, case_id).content.comments)
    for change, before in zip(reversed(changes), reversed(states[:-1]), strict=True):
        change.undo.verb(officer)
        assert read(officer, case_id).content.comments == before


def test_an_answered_comment_stays_and_a_settled_one_is_not_answered(officer, said):
    case_id, comment = said
    answer_comment(officer, case_id, comment.key, "Nattevakta.")
    with pytest.raises(RefusedError):
        remove_comment(officer, case_id, comment.key)
    settle_comment(officer, case_id, comment.key)
    with pytest.raises(RefusedError):
        answer_comment(officer, case_id, comment.key, "Eller dagvakta.")
    assert not unsettled(read(officer, case_id).content)


def test_one_taken_away_comes_back_where_it_stood(officer, said):
    case_id, comment = said
    add_comment(officer, case_id, "question:what", "Og om dagen?")
    before = read(officer, case_id).content.comments
    remove_comment(officer, case_id, comment.key).undo.verb(officer)
    assert read(officer, case_id).content.comments == before


def test_many_comments_of_a_day_are_one_line_on_the_timeline(officer, case_id):
    for number in range(5):
        add_comment(officer, case_id, "section:scope", f"Nummer {number}")
    codes = [one.code for one in cases.timeline(officer.db, case_id)]
    assert codes.count("dpia_commented") == 1


def test_comments_are_written_while_the_officer_has_it(officer, said):
    case_id, comment = said
    at_officer(officer, case_id)
    add_comment(officer, case_id, "scenario:s1", "Kvifor fire?")
    answer_comment(officer, case_id, comment.key, "Nattevakta.")
    assert len(read(officer, case_id).content.comments) == 2


def test_a_caseworker_answers_but_does_not_settle_what_the_officer_said(officer, said, clock):
    case_id, comment = said
    people.add_user(officer, name=OLA, role=Role.CASEWORKER, password=OLAS)
    case = cases.case(officer.db, case_id)
    from gdpr_desktop.casework.service import assign

    ola = cases.user_named(officer.db, OLA)
    assign(officer, case.id, caseworker=OLA, user_id=ola)
    path = officer.path
    officer.close()
    own = Vault.open(path, OLA, OLAS, clock=clock)
    try:
        answer_comment(own, case_id, comment.key, "Nattevakta.")
        with pytest.raises(RefusedError):
            settle_comment(own, case_id, comment.key)
        with pytest.raises(RefusedError):
            remove_comment(own, case_id, comment.key)
        add_comment(own, case_id, "", "Ferdig.")
        assert read(own, case_id).content.comments[-1].officer is False
    finally:
        own.close()
