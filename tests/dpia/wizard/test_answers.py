"""Answers are saved one by one, and nothing that was typed is lost."""

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from conftest import PASSWORD, USER
from dpia.filling import put
from gdpr_desktop.casework.attachments import service
from gdpr_desktop.casework.attachments.store import attachments
from gdpr_desktop.casework.attachments.store import content as content_of
from gdpr_desktop.casework.store import timeline
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import WRITABLE
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.rich import LONGEST_ANSWER, Rich, RichBlock, Span, rich
from gdpr_desktop.dpia.wizard.service import MOST_ROWS, attach, detach, save_answer
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.journal import last_link


def kept(vault: Vault, case_id: CaseId, question: str) -> Answer:
    return store.answer(vault.db, case_id, question)


def test_an_answer_is_kept_cleaned_and_an_empty_one_takes_it_away(
    officer: Vault, case_id: CaseId
) -> None:
    text = Rich(
        blocks=(
            RichBlock(spans=(Span(text="Ein\u200b\tgong\xa0i døgeret", bold=True), Span(text=""))),
            RichBlock(spans=(Span(text="  "),)),
        )
    )
    rows = (("  a ", "b\nc"), ("", " "))
    save_answer(officer, case_id, Answer(question="frequency", text=text, rows=rows))
    found = kept(officer, case_id, "frequency")
    assert found.text.blocks == (RichBlock(spans=(Span(text="Ein gong i døgeret", bold=True),)),)
    assert found.rows == (("a", "b c"),)
    save_answer(officer, case_id, Answer(question="frequency"))
    assert not kept(officer, case_id, "frequency")
    assert store.last_answered(officer.db, case_id) != "frequency"


def test_the_timeline_tells_of_writing_once_a_session(officer: Vault, case_id: CaseId) -> None:
    for number in range(3):
        change = save_answer(
            officer, case_id, Answer(question="effect", text=rich(f"Svar {number}")), version="v9"
        )
        assert change.ids == (case_id,)
    codes = [one.code for one in timeline(officer.db, case_id)]
    assert codes.count("dpia_written") == 1
    assert store.dpia(officer.db, case_id).content.catalogue == "v9"
    before = last_link(officer.db)
    same = save_answer(officer, case_id, Answer(question="effect", text=rich("Svar 2")))
    assert (same.ids, last_link(officer.db)) == ((), before)


@pytest.mark.parametrize("state", State)
def test_answers_and_files_change_only_where_somebody_writes(
    officer: Vault, case_id: CaseId, state: State, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a")
    before = attach(officer, case_id, path)
    assert before.undo
    (there,) = attachments(officer.db, case_id)
    put(officer, case_id, state=state.value)
    answer = Answer(question="effect", text=rich("Tryggleik"))
    if state in WRITABLE:
        save_answer(officer, case_id, answer)
        attach(officer, case_id, path, about="question:effect")
        before.undo.verb(officer)
        assert kept(officer, case_id, "effect") == answer
        return
    with pytest.raises(RefusedError):
        save_answer(officer, case_id, answer)
    for deed in (
        partial(attach, officer, case_id, path),
        partial(service.add, officer, case_id, path, about="question:effect"),
        partial(service.remove, officer, case_id, there.key),
        partial(before.undo.verb, officer),
    ):
        with pytest.raises(RefusedError):
            deed()
    assert attachments(officer.db, case_id) == (there,)
    assert not kept(officer, case_id, "effect")


@pytest.mark.parametrize(
    "answer",
    [
        Answer(question="aim", text=rich("a" * (LONGEST_ANSWER + 1))),
        Answer(question="aim", rows=(("a",),) * (MOST_ROWS + 1)),
        Answer(question="aim", rows=(("a" * 2001,),)),
        Answer(question="aim", not_applicable="a" * 2001),
    ],
    ids=["text", "rows", "cell", "reason"],
)
def test_what_is_too_long_is_refused_and_nothing_is_changed(
    officer: Vault, case_id: CaseId, answer: Answer
) -> None:
    save_answer(officer, case_id, Answer(question="aim", text=rich("Tryggleik")))
    with pytest.raises(InvalidInputError):
        save_answer(officer, case_id, answer)
    assert kept(officer, case_id, "aim").text == rich("Tryggleik")


def test_a_file_that_was_sent_stays_though_it_is_taken_out(
    officer: Vault, case_id: CaseId, tmp_path: Path, clock: FixedClock
) -> None:
    for name in ("sendt.pdf", "borte.pdf", "ny.pdf"):
        (tmp_path / name).write_text(name)
    for name in ("sendt.pdf", "borte.pdf"):
        attach(officer, case_id, tmp_path / name)
    sent, gone = (one.key for one in attachments(officer.db, case_id))
    content = store.dpia(officer.db, case_id).content
    only = replace(content, attachments=content.attachments[:1])
    with officer.begin_upkeep() as work:
        store.put_sent_content(work.db, case_id, "fil", only)
    for key in (sent, gone):
        detach(officer, case_id, key)
    clock.instant = clock.instant.replace(year=2027)
    attach(officer, case_id, tmp_path / "ny.pdf")
    assert content_of(officer.db, case_id, sent) == b"sendt.pdf"
    assert content_of(officer.db, case_id, gone) is None


def test_what_was_saved_is_there_when_the_program_was_killed(
    officer: Vault, case_id: CaseId, tmp_path: Path
) -> None:
    save_answer(officer, case_id, Answer(question="effect", text=rich("Tryggare netter")))
    left = shutil.copytree(officer.path.parent, tmp_path / "left")  # nothing was closed
    (left / officer.path.with_suffix(".lock").name).unlink(missing_ok=True)
    again = Vault.open(left / officer.path.name, USER, PASSWORD, clock=officer.clock)
    try:
        assert kept(again, case_id, "effect").text == rich("Tryggare netter")
    finally:
        again.close()
