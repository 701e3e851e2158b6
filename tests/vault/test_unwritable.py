"""A register that cannot be written to any more is not called damaged."""

import os

import pytest
import sqlcipher3.dbapi2 as driver

from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import DamagedDatabaseError
from gdpr_desktop.vault.database import refusals_told
from gdpr_desktop.vault.errors import UnwritableError, from_driver_error


class _Refused(driver.OperationalError):
    def __init__(self, code):
        super().__init__("attempt to write a readonly database")
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("writable", "told"), [(True, DamagedDatabaseError), (False, UnwritableError)]
)
def test_a_file_that_may_not_be_written_to_is_told_from_a_damaged_one(
    vault, monkeypatch, writable, told
):
    monkeypatch.setattr(os, "access", lambda _path, _mode: writable)
    with pytest.raises(told), vault.begin(Deed.CHANGE_SETTINGS):
        raise _Refused(8)


def test_without_a_place_it_is_damaged():
    with pytest.raises(DamagedDatabaseError), refusals_told():
        raise _Refused(8)


def test_a_folder_that_no_journal_can_be_made_in():
    assert isinstance(from_driver_error(_Refused(1544)), UnwritableError)
