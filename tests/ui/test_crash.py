"""The report of our own bugs."""

import sys
import threading
from pathlib import Path

import pytest

from gdpr_desktop.ui import crash


def _fail() -> None:
    key = "ab" * 32
    try:
        raise ValueError(f"13097248022 Kari Nordmann {key}")
    except ValueError as error:
        raise RuntimeError("Kari Nordmann") from error


def test_the_report_has_types_and_lines_and_nothing_of_what_was_handled() -> None:
    with pytest.raises(RuntimeError) as caught:
        _fail()
    report = crash.report(caught.value)
    assert "builtins.RuntimeError" in report
    assert "builtins.ValueError" in report
    assert "test_crash.py:" in report
    for secret in ("Kari", "13097248022", "abab", str(Path.home())):
        assert secret not in report


def test_keys_and_numbers_are_masked() -> None:
    assert crash.mask("key " + "0f" * 32) == "key #"
    assert crash.mask("13097248022 og 1234 56 78901 linje 42") == "# og # linje 42"


def test_what_nobody_catches_is_shown_from_every_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    told: list[BaseException] = []
    crash.install(told.append)
    error = ValueError("x")
    sys.excepthook(ValueError, error, None)
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    assert told[0] is error
    assert isinstance(told[1], RuntimeError)
