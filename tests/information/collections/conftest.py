"""A vault that keeps its collections in step, an activity, and collections at every stage."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.information.collections import service, store
from gdpr_desktop.information.collections.letter_facts import letter_template
from gdpr_desktop.information.collections.model import (
    Collection,
    ExceptionUse,
    Intake,
    Recipient,
    Told,
    ToldWay,
)
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.law.information_exceptions import InformationException
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    Automated,
    DataCategory,
    Law,
    LawfulBasis,
    Party,
    Provision,
    Purpose,
    Retention,
    Sensitivity,
    SpecialBasis,
    Transfer,
    TransferGround,
)
from gdpr_desktop.register.entries import service as entries
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.vault import Vault

USER, PASSWORD = "Solveig Testnes", "ein lang passordfrase for testar"
ADDRESS = PostalAddress(street="Fjordvegen 4", postal_code="6999", city="Fjordvik")


def both(nn: str, nb: str) -> Bilingual:
    """Words in both written forms."""
    return Bilingual(nn=nn, nb=nb)


LAW = Law(act=both("barnehagelova", "barnehageloven"), section="§ 18")


def purpose(basis: Basis = Basis.PUBLIC_TASK) -> Purpose:
    """To give children a place, on one basis."""
    laws = (LAW,) if basis.needs_national_law else ()
    interest = both("å verne bygget", "å verne bygget")
    wanted = interest if basis is Basis.LEGITIMATE_INTERESTS else Bilingual()
    text = both("Å gi barn plass i barnehage", "Å gi barn plass i barnehagen")
    return Purpose(text=text, bases=(LawfulBasis(basis=basis, laws=laws, interest=wanted),))


def make_activity(*bases: Basis) -> Activity:
    """Kindergarten places with something at every point that a letter has."""
    kept = Retention(
        months=120,
        counted_from=both("barnet sluttar", "barnet slutter"),
        then=After.ARCHIVE,
        law=Law(act=both("arkivlova", "arkivloven"), section="§ 7"),
    )
    return Activity(
        name=both("Opptak i barnehage", "Opptak i barnehage"),
        purposes=tuple(map(purpose, bases or (Basis.PUBLIC_TASK,))),
        special=(SpecialBasis(condition=Condition.SUBSTANTIAL_PUBLIC_INTEREST, laws=(LAW,)),),
        data=(
            DataCategory(text=both("Namn og adresse", "Navn og adresse"), retention=kept),
            DataCategory(text=both("Helse", "Helse"), sensitivity=Sensitivity.SPECIAL),
        ),
        sources=(
            Party(text=both("Dei føresette", "De foresatte"), subject=True),
            Party(text=both("Folkeregisteret", "Folkeregisteret")),
            Party(text=both("Nettsida til skulen", "Nettsiden til skolen"), public=True),
        ),
        recipients=(Party(text=both("Private barnehagar", "Private barnehager")),),
        transfers=(
            Transfer(
                country="US",
                recipient="Skyhjelp Inc.",
                ground=TransferGround.STANDARD_CLAUSES,
                safeguards=both("Be om kopi av avtalen.", "Be om kopi av avtalen."),
            ),
        ),
        outside_eea=Answer.YES,
        automated=Automated(
            permitted_by="22(2)(b)",
            logic=both("Systemet reknar ut poeng.", "Systemet regner ut poeng."),
            consequences=both("Poenga avgjer rekkjefølgja.", "Poengene avgjør rekkefølgen."),
        ),
        provision=Provision.STATUTORY,
        provision_note=both("Utan dei får barnet ikkje plass.", "Uten dem får barnet ikke plass."),
    )


@pytest.fixture
def vault(tmp_path: Path, sealed_vault: Path, clock: FixedClock) -> Iterator[Vault]:
    """As everywhere, with the collections subscribed."""
    import shutil

    folder = shutil.copytree(sealed_vault.parent, tmp_path / "vault")
    opened = Vault.open(folder / sealed_vault.name, USER, PASSWORD, clock=clock)
    service.subscribe(opened)
    yield opened
    opened.close()


@dataclass(slots=True)
class Desk:
    """Takes collections to a stage by the program's own services."""

    vault: Vault
    activity_id: EntryId

    @property
    def today(self) -> date:
        """The day on the clock."""
        return self.vault.clock.today()

    def read(self, case_id: CaseId) -> Collection:
        """As it stands in the vault."""
        return store.collection(self.vault.db, case_id)

    def intake(self, **changes: object) -> Intake:
        """Obtained four days ago, from the population register."""
        made = Intake(
            obtained=self.today - timedelta(days=4),
            sources=("Folkeregisteret",),
            activity_id=self.activity_id,
            categories=("Namn og adresse",),
            subject=Person(name="Kari Berg-Hansen", address=ADDRESS),
            caseworker=USER,
            unit="Barnehagekontoret",
        )
        return replace(made, **changes)  # type: ignore[arg-type]

    def register(self, told: Told | None = None, **changes: object) -> CaseId:
        """A new collection."""
        return CaseId(service.register_collection(self.vault, self.intake(**changes), told).id)

    def group(self, count: int = 3, **changes: object) -> CaseId:
        """A collection about many, with their addresses."""
        some = tuple(Recipient(name=f"Ola Nr {n}", address=ADDRESS) for n in range(1, count + 1))
        subject = Person(name="Alle søkjarar til barnehage 2027")
        return self.register(group=True, subject=subject, persons=40, recipients=some, **changes)

    def told(self, way: ToldWay = ToldWay.FORM, **changes: object) -> Told:
        """Told yesterday."""
        day = self.today - timedelta(days=1)
        return replace(Told(way=way, told_on=day, by=USER), **changes)  # type: ignore[arg-type]

    def exempted(self, **changes: object) -> CaseId:
        """A collection where telling would take too much, with the substitute in place."""
        case_id = self.register(**changes)
        use = ExceptionUse(
            exception=InformationException.DISPROPORTIONATE,
            reason="Dei er mange og lite omtalte.",
            published_where="Nettsida til kommunen",
            published_on=self.today,
        )
        service.use_exception(self.vault, case_id, use)
        return case_id

    def decide(self, case_id: CaseId) -> None:
        """The delegated person agrees."""
        service.note_decision(
            self.vault,
            case_id,
            text="Vi bruker unntaket.",
            name="Tore Testdal",
            role="Kommunedirektør",
            decided_on=self.today,
        )

    def file(self, case_id: CaseId) -> None:
        """Into the archive."""
        casework.file_case(
            self.vault,
            case_id,
            archive_number="26/1",
            archive_title="Informasjon",
            public_title="Informasjon om innsamling",
        )


@pytest.fixture
def desk(vault: Vault) -> Desk:
    """Where collections are made, with an activity in the record."""
    return Desk(vault, EntryId(entries.add_entry(vault, make_activity()).id))


def order_for(desk, case_id, **changes) -> LetterOrder:
    """The letter that the collection calls for."""
    template = letter_template(desk.read(case_id))
    return replace(LetterOrder(template=template, language=Language.NYNORSK), **changes)
