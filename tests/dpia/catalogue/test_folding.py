"""Which questions are asked, why others are folded away, and that no answer is ever dropped."""

from dataclasses import replace

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia.catalogue.folding import (
    Folded,
    applies,
    asked,
    by_question,
    earlier,
    fitted,
    folded_because,
    given,
    keeping,
)
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.words import answer_lines, folded_words
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import rich

NN = Language.NYNORSK


def answers(**given):
    """``question="yes"`` is a choice, a tuple is ticks."""
    return {
        name: Answer(question=name, picks=value)
        if isinstance(value, tuple)
        else Answer(question=name, choice=value)
        for name, value in given.items()
    }


@pytest.mark.parametrize(
    ("question", "given", "why"),
    [
        ("what", {}, Folded.NO),
        ("interest_what", {}, Folded.NOT_YET),
        ("interest_what", {"basis": ("e",)}, Folded.OTHERWISE),
        ("interest_what", {"basis": ("e", "f")}, Folded.NO),
        ("right_objection", {"basis": ("f",)}, Folded.NO),
        ("right_objection", {"basis": ("c",)}, Folded.OTHERWISE),
        ("right_portability", {"basis": ("a", "e")}, Folded.NO),
        ("special_which", {"special": "unsure"}, Folded.NO),
        ("transfer", {"processors_used": "yes", "outside": "unsure"}, Folded.NO),
        ("transfer", {"processors_used": "yes", "outside": "no"}, Folded.OTHERWISE),
        ("views_why_not", {"views_asked": "no"}, Folded.NO),
    ],
)
def test_a_question_is_asked_when_what_it_hangs_on_is_answered_so(question, given, why):
    found = builtin().question(question)
    assert folded_because(found, answers(**given)) is why
    assert applies(found, answers(**given)) is (why is Folded.NO)


def test_the_answer_to_a_question_that_has_folded_since_does_not_count():
    given = answers(processors_used="no", outside="yes", agreement="yes")
    names = {one.id for one in asked(builtin(), given)}
    assert names.isdisjoint({"outside", "transfer", "agreement", "agreement_points"})


def test_an_answer_that_does_not_apply_asks_for_no_more():
    given = {"special": Answer(question="special", choice="yes", not_applicable="Ingen data")}
    assert not applies(builtin().question("special_which"), given)


def test_the_reason_names_the_question_and_its_answer():
    catalogue = builtin()
    question = catalogue.question("transfer")
    said = folded_words(catalogue, question, answers(processors_used="no", outside="yes"), NN)
    assert "«Bruker vi databehandlarar?»" in said
    assert said.endswith("«Nei».")
    waits = folded_words(catalogue, question, answers(processors_used="yes"), NN)
    assert "«Ja»" in waits
    assert "«Usikker»" in waits
    assert folded_words(catalogue, question, answers(processors_used="yes", outside="yes")) == ""


def test_answers_of_an_earlier_version_are_shown_and_never_dropped():
    catalogue = builtin()
    old = Answer(question="was_asked_once", text=rich("Dette skreiv vi."))
    ticked = Answer(question="vulnerable", picks=("children", "prisoners"))
    chosen = Answer(question="geography", choice="planet", text=rich("Heile"))
    rows = Answer(question="subjects", rows=(("Elevar", "400"), ("Lærarar", "35", "Trinn 5")))
    points = Answer(question="interest_for", rows=(("expected", "yes", ""), ("paid", "no", "")))
    fine = Answer(question="special", choice="yes")
    assert earlier(catalogue, (old, ticked, chosen, rows, points, fine)) == (
        old,
        Answer(question="vulnerable", picks=("prisoners",)),
        Answer(question="geography", choice="planet"),
        Answer(question="subjects", rows=(("Lærarar", "35", "Trinn 5"),)),
        Answer(question="interest_for", rows=(("paid", "no", ""),)),
    )


def test_what_folds_by_an_answer_and_what_shows_it_agree():
    catalogue = builtin()
    basis, novelty = catalogue.question("basis"), catalogue.question("novelty")
    for once, now in (
        (Answer(question="basis", choice="f"), Answer(question="basis", picks=("f",))),
        (
            Answer(question="basis", choice="a", picks=("e", "x")),
            Answer(question="basis", picks=("a", "e", "x")),
        ),
    ):
        assert fitted(basis, once) == now
        unticked = keeping(basis, once, Answer(question="basis"))
        assert "f" not in given(unticked)
    changed = Answer(question="novelty", picks=("changed",))
    assert fitted(novelty, changed) == Answer(question="novelty", choice="changed")
    both = Answer(question="novelty", picks=("new", "changed"))
    assert fitted(novelty, both) == both
    assert earlier(catalogue, (changed, both)) == (both,)


def test_saving_a_page_keeps_what_has_no_place_on_it():
    question = builtin().question("vulnerable")
    before = Answer(question="vulnerable", picks=("prisoners", "elderly"))
    typed = Answer(question="vulnerable", picks=("children",))
    assert keeping(question, before, typed).picks == ("children", "prisoners")
    turned = replace(builtin().question("aim"))  # was a choice once
    saved = keeping(turned, Answer(question="aim", choice="x"), Answer(question="aim"))
    assert saved.choice == "x"


def test_an_answer_is_read_as_lines():
    catalogue = builtin()
    given = by_question(
        (
            Answer(question="basis", picks=("e",), text=rich("Etter lova")),
            Answer(question="interest_for", rows=(("few_data", "unsure", "to felt"),)),
            Answer(question="belief", not_applicable="Ingen slike data"),
        )
    )
    lines = [answer_lines(catalogue.question(name), one, NN) for name, one in given.items()]
    assert lines[0][1] == "Etter lova"
    assert lines[1] == ("Er det få opplysningar om kvar? – Usikker – to felt",)
    assert lines[2][0].endswith("Ingen slike data")
