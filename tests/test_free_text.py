"""Identity and account numbers are noticed in every field where words can be typed.

``LineField`` and ``TextArea`` notice them. A bare field of Qt's, and one told not to look, is
listed here with the reason.
"""

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "gdpr_desktop"
BARE = {"QLineEdit", "QPlainTextEdit", "QTextEdit"}
FIELDS = PACKAGE / "ui" / "fields"  # where the fields themselves are made

KNOWN = {
    ("administration/backups/dialogs/rehearsal.py", "QLineEdit"): "name of the user",
    ("administration/backups/dialogs/restore.py", "QLineEdit"): "name of the user, place of a file",
    ("administration/journal/widgets.py", "QLineEdit"): "a filter is kept nowhere",
    ("administration/search/dialogs.py", "QLineEdit"): "a search is kept nowhere",
    ("administration/users/dialogs/recovery_key.py", "QLineEdit"): "parts of the recovery key",
    ("ui/recovery_dialog.py", "identifiers=False"): "the recovery key",
    ("dpia/wizard/widgets/points_field.py", "QPlainTextEdit"): "hidden, what is noticed",
    ("guidance/page.py", "QLineEdit"): "a search is kept nowhere",
    ("register/library/dialogs/library.py", "QLineEdit"): "a search is kept nowhere",
    (
        "register/processors/dialogs/agreements_field.py",
        "QPlainTextEdit",
    ): "hidden, cannot be typed in",
    ("requests/dialogs/person.py", "identifiers=False"): "the field for the identity number",
    ("requests/dialogs/tasks.py", "QPlainTextEdit"): "ours to copy, cannot be typed in",
    ("ui/crash_dialog.py", "QPlainTextEdit"): "a report to read, cannot be typed in",
    ("ui/create_steps.py", "QLineEdit"): "place of the file, name of the user",
    ("ui/municipality_form.py", "QLineEdit"): "how to reach an authority",
    ("ui/unlock_page.py", "QLineEdit"): "name of the user",
}


@cache
def unwatched() -> Counter[tuple[str, str]]:
    """Where a field is made that does not look for numbers, and what is made."""
    found: Counter[tuple[str, str]] = Counter()
    for path in sorted(PACKAGE.rglob("*.py")):
        if FIELDS in path.parents:
            continue
        where = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = ast.unparse(node.func).rpartition(".")[2]
            if name in BARE:
                found[where, name] += 1
            for keyword in node.keywords:
                if keyword.arg == "identifiers":
                    found[where, f"identifiers={ast.unparse(keyword.value)}"] += 1
    return found


def test_every_field_for_words_looks_for_numbers() -> None:
    assert sorted(set(unwatched()) - set(KNOWN)) == []


@pytest.mark.parametrize("known", KNOWN)
def test_no_exception_outlives_its_reason(known: tuple[str, str]) -> None:
    assert known in unwatched()
