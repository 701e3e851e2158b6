"""An activity that lacks nothing, to take something from."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.core.bilingual import same
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import (
    Answer,
    Assessment,
    DataCategory,
    Dpia,
    DpiaExcuse,
    InformationWay,
    Law,
    LawfulBasis,
    Party,
    Provision,
    Purpose,
    Retention,
    Security,
    Sensitivity,
    SpecialBasis,
    Subject,
    Unstructured,
)
from gdpr_desktop.register.acts import act_named
from gdpr_desktop.register.entries.model import EntryId


def law(act: str = "barnehagelova", section: str = "§ 18") -> Law:
    """A provision that exists."""
    return Law(act=act_named(act), section=section)


def basis(letter: str, **more: Any) -> LawfulBasis:
    """A basis of art. 6(1)."""
    return LawfulBasis(basis=Basis(letter), **more)


def purpose(*bases: LawfulBasis, **more: Any) -> Purpose:
    """A purpose on ``bases``."""
    return Purpose(text=same("tildele plass"), bases=bases, **more)


def data(text: str = "namn", kept: Retention | None = None, **more: Any) -> DataCategory:
    """A category of data that is kept a year, unless said otherwise."""
    usual = Retention(months=12, counted_from=same("barnet sluttar"))
    return DataCategory(text=same(text), retention=kept or usual, **more)


def party(text: str = "skulen", **more: Any) -> Party:
    """A source or a recipient."""
    return Party(text=same(text), **more)


def condition(letter: str, *laws: Law) -> SpecialBasis:
    """A condition of art. 9(2)."""
    return SpecialBasis(condition=Condition(letter), laws=laws)


SPECIAL = data("helsekort", sensitivity=Sensitivity.SPECIAL)
ON_CONTRACT = purpose(basis("b", contract="skriftleg, 2024, leige av bustad"))
ON_INTERESTS = purpose(basis("f", interest=same("tryggleik i bygget")), public_task=False)
WEIGHED = Assessment(
    kind="interests", made_on=date(2026, 1, 2), made_by="Kari", conclusion="Interessa veg tyngst."
)
SOUND = Activity(
    name=same("Opptak"),
    unit_id=EntryId(1),
    responsible="styrar",
    purposes=(purpose(basis("e", laws=(law(),))),),
    subjects=(Subject(text=same("barn")),),
    data=(data(),),
    sources=(party("folkeregisteret"),),
    recipients=(party(),),
    outside_eea=Answer.NO,
    security=Security(technical=same("kryptering")),
    systems=(EntryId(2),),
    profiling=Answer.NO,
    automatic=Answer.NO,
    dpia=Dpia(needed=Answer.NO, excuses=(DpiaExcuse.SMALL_SCALE,)),
    risk_assessed_on=date(2026, 1, 2),
    information=(InformationWay.STATEMENT,),
    provision=Provision.VOLUNTARY,
    unstructured=Unstructured(allowed=Answer.NO),
)


def found(**changes: Any) -> dict[str, str]:
    """Code and severity of what is found when ``changes`` are made to the sound activity."""
    return {one.code: one.severity.value for one in replace(SOUND, **changes).findings()}
