"""A register with consents, on a Friday afternoon, and an approved kindergarten form in it."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from consents.filling import approved_form
from gdpr_desktop.consents import feature
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import Vault

USER, PASSWORD = "Solveig Testnes", "ein lang passordfrase for testar"
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)  # Friday at 15:00 in Norway


@pytest.fixture
def clock() -> FixedClock:
    """Friday at 15:00 in Norway."""
    return FixedClock(NOW)


@pytest.fixture
def officer(tmp_path: Path, sealed_vault: Path, clock: FixedClock) -> Iterator[Vault]:
    """An open register with consents subscribed; the user is the officer."""
    folder = shutil.copytree(sealed_vault.parent, tmp_path / "vault")
    opened = Vault.open(folder / sealed_vault.name, USER, PASSWORD, clock=clock)
    feature.subscribe(opened)
    yield opened
    opened.close()


@pytest.fixture
def form_id(officer: Vault) -> CaseId:
    """An approved form about pictures in a kindergarten; version 1."""
    return approved_form(officer)
