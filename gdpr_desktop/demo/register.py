"""The demo register: a made-up municipality with its record, breaches and years of requests.

All is made by the services. People are synthetic (month + 80 in the identity number), the seed
is fixed, and every date is relative to today. The deeds are run in order of time with the clock
set back, so that timeline and journal look as they would after five years of use.
"""

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.clock import Clock, FixedClock, SystemClock
from gdpr_desktop.core.municipality import Municipality, Officer
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Kdf, Vault

USER = "Demo"
PASSWORD = "seks-lanterner-og-graut"  # printed on the unlock screen: there is nothing to protect
TOGETHER = 20  # deeds to a commit: one by one costs twenty times the disk's patience
FILE_NAME = "fjordvik-demo.register"
_MOST = 100  # demos on one machine
MUNICIPALITY = Municipality(
    name="Fjordvik kommune",
    organisation_number="312345676",
    address=PostalAddress(street="Rådhusvegen 1", postal_code="6999", city="Fjordvik"),
    phone="70 00 00 00",
    email="post@fjordvik.example",
    web="https://www.fjordvik.example",
    dialogue_url="https://www.fjordvik.example/edialog",
    controller_title="Kommunedirektør",
    controller_name="Ragnhild Demosen",
    officer=Officer(
        name="Solveig Testnes",
        email="personvernombod@fjordvik.example",
        phone="70 00 00 01",
        address=PostalAddress(street="Rådhusvegen 1", postal_code="6999", city="Fjordvik"),
    ),
)


def open_demo(data_dir: Path) -> tuple[Path, str, str]:
    """Path, user and password of the demo register under ``data_dir``; made when missing."""
    found = [path for path in _places(data_dir) if path.exists()]
    path = found[-1] if found else data_dir / FILE_NAME
    if not found:
        make_demo(path, anchor_dir=data_dir / "anchors")
    return path, USER, PASSWORD


def fresh_demo(data_dir: Path) -> tuple[Path, str, str]:
    """A demo beside the one whose password somebody has changed; from now on it is the demo."""
    path = next(path for path in _places(data_dir) if not path.exists())
    make_demo(path, anchor_dir=data_dir / "anchors")
    return path, USER, PASSWORD


def _places(data_dir: Path) -> Iterator[Path]:
    first = data_dir / FILE_NAME
    yield first
    for number in range(2, _MOST):
        yield first.with_stem(f"{first.stem}-{number}")


def make_demo(path: Path, *, anchor_dir: Path | None = None, clock: Clock | None = None) -> None:
    """Write the demo register to ``path``; a half-made one is never left under that name."""
    from gdpr_desktop.demo.cases import at

    clock = clock or SystemClock()
    today = clock.today()
    past = FixedClock(at(today - timedelta(days=5 * 365 + 30), 9))
    path.parent.mkdir(parents=True, exist_ok=True)
    making = path.with_name(f"making-{path.name}")
    for leftover in path.parent.glob(f"{making.stem}.*"):
        leftover.unlink()
    vault = Vault.create(
        making,
        user=USER,
        password=PASSWORD,
        municipality=MUNICIPALITY,
        clock=past,
        kdf=Kdf.floor(),
        anchor_dir=anchor_dir,
    )
    try:
        vault.save_setting("demo", PASSWORD)  # shown as a demo, and unlocked without typing
        _run(vault, past, clock)
    finally:
        vault.close()
    _move(making, path)


def _run(vault: Vault, past: FixedClock, clock: Clock) -> None:
    """Do all deeds in order of time, many to a commit."""
    from gdpr_desktop.breaches import feature as breach_log
    from gdpr_desktop.consents import feature as consent_forms
    from gdpr_desktop.demo.breaches import scripts as breaches
    from gdpr_desktop.demo.cases import scripts
    from gdpr_desktop.demo.consents import scripts as consents
    from gdpr_desktop.demo.dpia import scripts as assessments
    from gdpr_desktop.demo.giving import GivingScript
    from gdpr_desktop.demo.information import InformationScript
    from gdpr_desktop.demo.record import RecordScript
    from gdpr_desktop.demo.rights import scripts as rights
    from gdpr_desktop.dpia import feature as assessed
    from gdpr_desktop.information.collections import service as collections
    from gdpr_desktop.register.single_disclosures import upkeep
    from gdpr_desktop.requests import service

    service.subscribe(vault)
    collections.subscribe(vault)
    upkeep.subscribe(vault)
    breach_log.subscribe(vault)
    consent_forms.subscribe(vault)
    assessed.subscribe(vault)
    today = clock.today()
    deeds = scripts(vault, random.Random(2018), today)  # noqa: S311 - a fixed seed is the point
    record = RecordScript(vault=vault, today=today)
    deeds += record.deeds()
    deeds += InformationScript(record=record).deeds()
    deeds += GivingScript(record=record).deeds()
    deeds += rights(vault, today)
    deeds += breaches(record, clock.now())
    deeds += consents(record)
    deeds += assessments(record)
    in_order = sorted(deeds, key=lambda deed: (deed.at, deed.order))
    for start in range(0, len(in_order), TOGETHER):
        with vault.begin(Deed.REGISTER_CASE):
            for deed in in_order[start : start + TOGETHER]:
                past.instant = min(deed.at, clock.now())
                deed.run()


def _move(making: Path, path: Path) -> None:
    making.with_suffix(".keys").replace(path.with_suffix(".keys"))
    making.replace(path)
    making.with_suffix(".lock").unlink(missing_ok=True)
