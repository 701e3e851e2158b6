"""A register with the log of breaches, on a Friday afternoon, and one breach in it."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gdpr_desktop.breaches import feature
from gdpr_desktop.breaches.codes import Incident, Ongoing
from gdpr_desktop.breaches.model import Intake
from gdpr_desktop.breaches.service.intake import register_breach
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
    """An open register with the log of breaches subscribed; the user is the officer."""
    folder = shutil.copytree(sealed_vault.parent, tmp_path / "vault")
    opened = Vault.open(folder / sealed_vault.name, USER, PASSWORD, clock=clock)
    feature.subscribe(opened)
    yield opened
    opened.close()


@pytest.fixture
def breach(officer: Vault) -> CaseId:
    """A letter that went to the wrong parent, discovered an hour ago."""
    hour_ago = NOW - timedelta(hours=1)
    intake = Intake(
        title="Brev til feil forelder",
        what="Eit vedtak blei sendt til feil adresse.",
        discovered=hour_ago,
        discovered_by="Nora Testdal",
        aware=hour_ago,
        ongoing=Ongoing.NO,
        incident=Incident.MISDIRECTED,
        unit="Barnevernet",
    )
    return CaseId(register_breach(officer, intake).id)
