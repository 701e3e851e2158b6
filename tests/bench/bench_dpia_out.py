"""An assessment with 200 risks out of the program: the Word report, the workbook, two versions.

The report is compared with python-docx writing the same paragraphs and tables; the ratio decides
(exit code 1 above its limit). Milliseconds are targets.
Run: ``python tests/bench/bench_dpia_out.py``.
"""

import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_dpia_wizard import filled
from docx import Document
from PySide6.QtWidgets import QApplication

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.dialogs.versions import VersionsDialog
from gdpr_desktop.dpia.advice.model import Submission
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.catalogue.model import QuestionKind
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.reports.report import report
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.risks.sheet import book
from gdpr_desktop.letters import Letter, forget
from gdpr_desktop.letters.blocks import Table, paragraph_texts, text_of
from gdpr_desktop.ui import theme
from gdpr_desktop.ui.signal_guard import keep_constants
from gdpr_desktop.vault import Vault

ROUNDS = 5
LIMIT = 1.2  # of python-docx with the same content
TARGETS = {"report": 2000, "workbook": 2000, "versions": 500}  # milliseconds
NYNORSK = Language.NYNORSK


def answer_all(vault: Vault, case_id: CaseId, words: str) -> None:
    """Every question for text, answered at some length."""
    asked = [one for section in builtin().sections for one in section.questions]
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        for one in asked:
            if one.kind is QuestionKind.TEXT:
                answer = Answer(question=one.id, text=rich(f"{words} " * 40))
                store.put_answer(work.db, case_id, answer, "Anne Ombod", work.clock.now())


def send(vault: Vault, case_id: CaseId, number: int) -> None:
    """Freeze what stands now."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        content = store.dpia(work.db, case_id).content
        sent = Submission(
            number=number,
            at=work.clock.now(),
            name="Anne Ombod",
            note="",
            sha256=store.digest(content),
            content=content,
        )
        store.add_submission(work.db, case_id, sent)


def plain(letter: Letter) -> bytes:
    """The same paragraphs and tables by python-docx."""
    document = Document()
    for block in letter.blocks:
        if isinstance(block, Table):
            table = document.add_table(rows=0, cols=len(block.header))
            for row in (block.header, *block.rows):
                for cell, runs in zip(table.add_row().cells, row, strict=True):
                    cell.text = text_of(runs)
            continue
        for text in paragraph_texts((block,)):
            document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def median(work: Callable[[], object]) -> float:
    """Milliseconds of the middle one of some rounds."""
    found = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        work()
        found.append((time.perf_counter() - begun) * 1000)
    return statistics.median(found)


def made(vault: Vault, case_id: CaseId) -> bytes:
    """The report as it is made the first time: nothing of an earlier one is used again."""
    forget()
    return report(vault, store.dpia(vault.db, case_id), NYNORSK).docx()


def opened(vault: Vault, case_id: CaseId) -> None:
    """The dialog that compares the last two versions, until it is painted."""
    dialog = VersionsDialog(vault, case_id)
    dialog.show()
    QApplication.processEvents()
    dialog.deleteLater()


def main() -> int:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep_constants()
    app = QApplication(["bench", *theme.QT_ARGUMENTS])
    theme.Theme(app)
    with tempfile.TemporaryDirectory() as folder:
        vault, case_id = filled(Path(folder))
        for number in (1, 2):
            answer_all(vault, case_id, f"Ord {number} og meir til.")
            send(vault, case_id, number)
        found, day = store.dpia(vault.db, case_id), vault.clock.today()
        letter = report(vault, found, NYNORSK)
        times = {
            "report": median(lambda: made(vault, case_id)),
            "workbook": median(lambda: book("Fjellvik kommune", found, day, NYNORSK)),
            "versions": median(lambda: opened(vault, case_id)),
        }
        other = median(lambda: plain(letter))
        vault.close()
    print(
        f"{len(letter.blocks)} blocks, {sum(map(len, paragraph_texts(letter.blocks)))} characters"
    )
    for name, one in times.items():
        print(f"{name:10} {one:7.0f} ms, target {TARGETS[name]}")
    ratio = times["report"] / other
    print(f"report: {ratio:.2f} × python-docx with the same content, of at most {LIMIT}")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
