"""What a save costs: a note, an answer to a task, the archive number, a new request.

Each against the smallest save there is: one row and a COMMIT with ``synchronous=EXTRA``, in the
same run and file. Ratios decide (exit code 1 when one is exceeded); milliseconds are printed
beside their target. With 100 000 requests in the register, kept where ``BENCH_DIR`` says.
Run: ``python tests/bench/bench_saves.py``.
"""

import itertools
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import big_vault
from bench_requests import Report, once

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Channel, Intake
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.database import allow_writing

ROUNDS = 40
TARGET = 10.0  # milliseconds
LIMITS = {"note": 10, "answer to a task": 10, "archive number": 10, "new request": 20}


def plain_save(vault: Vault) -> Callable[[], None]:
    """One row and its COMMIT, without unit of work, journal or anchor."""
    numbers = itertools.count()
    connection = vault.db.conn

    def save() -> None:
        allow_writing(vault.db, True)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO setting_file VALUES (?, x'00')", [f"bench {next(numbers)}"])
        connection.execute("COMMIT")
        allow_writing(vault.db, False)

    return save


def in_turns(deed: Callable[[], object], least: Callable[[], object]) -> tuple[float, float]:
    """Medians of both, taken in turns: a disk that others use is slow for both alike."""
    deed()
    least()
    pairs = [(once(deed), once(least)) for _ in range(ROUNDS)]
    return tuple(statistics.median(times) for times in zip(*pairs, strict=True))  # type: ignore[return-value]


def deeds(vault: Vault) -> dict[str, Callable[[], object]]:
    """What a person does, again and again."""
    numbers = itertools.count(1)

    def register() -> CaseId:
        person = Person(name=f"Kari Berg-Hansen {next(numbers)}")
        intake = Intake(received=big_vault.TODAY, channel=Channel.EMAIL, subject=person)
        return CaseId(service.register_request(vault, intake, unstructured="E-post").id)

    case_id = register()
    task = store.tasks(vault.db, case_id)[0].id
    undone = False

    def answer() -> None:
        nonlocal undone
        if undone:
            casework.reopen_task(vault, task)
        else:
            casework.answer_task(
                vault,
                task,
                outcome=TaskOutcome.FOUND,
                note="To e-postar",
                answered_on=big_vault.TODAY,
            )
        undone = not undone

    def file() -> None:
        number = f"26/{next(numbers)}"
        casework.file_case(vault, case_id, archive_number=number, archive_title="", public_title="")

    return {
        "note": lambda: casework.note(vault, case_id, "Ringde"),
        "answer to a task": answer,
        "archive number": file,
        "new request": register,
    }


def main() -> int:
    """Prints the figures; 1 when a ratio is exceeded."""
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        kept = big_vault.bench_dir(Path(name) / "kept")
        big_vault.open_big(kept).close()
        folder = Path(shutil.copytree(kept, Path(name) / "copy"))
        vault = big_vault.open_big(folder)
        try:
            big_vault.subscribe(vault)
            save = plain_save(vault)
            for deed, do in deeds(vault).items():
                found, least = in_turns(do, save)
                report.time("a row and its commit", least, TARGET)
                report.time(deed, found, TARGET)
                report.ratio(f"{deed}, of a row and its commit", found / least, LIMITS[deed])
        finally:
            vault.close()
    return int(report.failed)


if __name__ == "__main__":
    sys.exit(main())
