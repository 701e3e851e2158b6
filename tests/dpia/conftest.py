"""A register with an assessment of welfare technology, on a Friday afternoon."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dpia.filling import drafted
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia import feature
from gdpr_desktop.vault import Vault

USER, PASSWORD = "Solveig Testnes", "ein lang passordfrase for testar"
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)  # Friday at 15:00 in Norway


@pytest.fixture
def clock() -> FixedClock:
    """Friday at 15:00 in Norway."""
    return FixedClock(NOW)


@pytest.fixture
def officer(tmp_path: Path, sealed_vault: Path, clock: FixedClock) -> Iterator[Vault]:
    """An open register with assessments subscribed; the user is the officer."""
    folder = shutil.copytree(sealed_vault.parent, tmp_path / "vault")
    opened = Vault.open(folder / sealed_vault.name, USER, PASSWORD, clock=clock)
    feature.subscribe(opened)
    yield opened
    opened.close()


@pytest.fixture
def case_id(officer: Vault) -> CaseId:
    """An assessment that is needed, and written half way: two risks, three measures."""
    return drafted(officer)
