"""The fault layer itself: does it see the calls that matter?"""

import errno
from pathlib import Path

import pytest

from faults.failing import failing_files, failing_statements
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import DiskFullError, Vault
from gdpr_desktop.vault.files import replace_file


def test_every_call_of_a_swapped_file_is_seen(tmp_path: Path) -> None:
    with failing_files(0, always=False) as watch:
        replace_file(tmp_path / "a", b"content")
    assert [call for call in watch.calls if call in {"write", "replace"}] == ["write", "replace"]


def test_the_nth_call_fails_once_or_for_good(tmp_path: Path) -> None:
    with failing_files(1, always=False), pytest.raises(OSError, match="No space") as caught:
        replace_file(tmp_path / "a", b"content")
    assert caught.value.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []


def test_a_refused_statement_is_told_as_a_full_disk(vault: Vault) -> None:
    with (
        failing_statements(1, always=True),
        pytest.raises(DiskFullError),
        vault.begin(Deed.CHANGE_SETTINGS) as work,
    ):
        work.log(None, "x")
