"""The nineteen points of the handbook's checklist 12.1: which apply, and what meets each."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.sources import Surroundings
from gdpr_desktop.information.statements.uses import Use, uses
from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit
from gdpr_desktop.register.activities.parts import Answer, Transfer, TransferGround
from gdpr_desktop.register.countries import country_name

ARTICLES = {
    1: "13(1)(a)",
    2: "13(1)(a)",
    3: "13(1)(b)",
    4: "13(1)(c)",
    5: "13(1)(c)",
    6: "13(1)(d)",
    7: "14(1)(d)",
    8: "13(1)(f)",
    9: "13(1)(e)",
    10: "13(2)(a)",
    11: "13(2)(b)",
    12: "13(2)(c)",
    13: "13(2)(d)",
    14: "14(2)(f)",
    15: "13(2)(e)",
    16: "13(2)(f)",
    17: "13(2)(b)",
    18: "13(2)(a)",
    19: "",  # the handbook's own
}


class By(StrEnum):
    """What meets a point."""

    MUNICIPALITY = "municipality"
    STATEMENT = "statement"
    RECORD = "record"
    STANDING = "standing"  # a text that stands in every statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point. ``lacking`` names the uses that lack it; ``by`` what meets it. A point that does
    not apply is met."""

    number: int
    met: bool
    by: tuple[By, ...] = ()
    applies: bool = True
    lacking: tuple[Bilingual, ...] = ()


def points(statement: PrivacyStatement, around: Surroundings) -> tuple[Point, ...]:
    """All nineteen, in order."""
    return _Checker(statement, around).points()


def names_with(found: Iterable[Use], basis: Basis) -> tuple[Bilingual, ...]:
    """The uses that rest on ``basis``."""
    return tuple(use.name for use in found if basis in use.bases)


def names_for(found: Iterable[Use], right: DataRight) -> tuple[Bilingual, ...]:
    """The uses that ``right`` fits the basis of."""
    return tuple(
        use.name for use in found if any(fit(right, basis) is not Fit.NO for basis in use.bases)
    )


def all_transfers(around: Surroundings) -> tuple[Transfer, ...]:
    """What goes outside the EEA: with the activities, and with the processors."""
    found = [one for activity in around.activities for one in activity.transfers]
    found += [one for processor in around.processors for one in processor.transfers]
    return tuple(dict.fromkeys(found))


class _Checker:
    def __init__(self, statement: PrivacyStatement, around: Surroundings) -> None:
        self._statement, self._around = statement, around
        self._uses = uses(statement, around.activities)

    def points(self) -> tuple[Point, ...]:
        special: dict[int, Callable[[int], Point]] = {
            1: self._controller,
            2: self._representative,
            3: self._officer,
            8: self._transfers,
            9: self._recipients,
            11: _standing,
            12: self._withdrawal,
            13: _standing,
            17: self._portability,
            18: self._erasure,
            19: self._security,
        }
        return tuple(special.get(number, self._of_uses)(number) for number in ARTICLES)

    def _of_uses(self, number: int) -> Point:
        """A point that each use must meet for itself."""
        concerned = [use for use in self._uses if _concerned(number, use)]
        lacking = [use for use in concerned if not _told(number, use)]
        if number in (4, 5, 10) and not concerned:
            return Point(number=number, met=False)
        if not concerned:
            return Point(number=number, met=True, applies=False)
        met = [use for use in concerned if use not in lacking]
        return Point(
            number=number,
            met=not lacking,
            by=_by(met),
            lacking=tuple(use.name for use in lacking),
        )

    def _controller(self, number: int) -> Point:
        own, ours = self._statement.controller, self._around.municipality
        if own.name or self._statement.responsible:
            reached = own.reachable or any(one.contact for one in self._statement.responsible)
            met = reached or _reachable(ours)
            return Point(number=number, met=met, by=(By.STATEMENT,) if met else ())
        met = bool(ours.name) and _reachable(ours)
        return Point(number=number, met=met, by=(By.MUNICIPALITY,) if met else ())

    def _representative(self, number: int) -> Point:
        own = self._statement.representative
        if own.name:
            by = (By.STATEMENT,) if own.reachable else ()
            return Point(number=number, met=own.reachable, by=by)
        return Point(number=number, met=True, applies=False)

    def _officer(self, number: int) -> Point:
        own, ours = self._statement.officer, self._around.municipality.officer
        if own.reachable:
            return Point(number=number, met=True, by=(By.STATEMENT,))
        met = bool(ours.email or ours.phone or ours.address)
        return Point(number=number, met=met, by=(By.MUNICIPALITY,) if met else ())

    def _transfers(self, number: int) -> Point:
        around, own = self._around, self._statement.transfers
        found = all_transfers(around)
        answers = [one.outside_eea for one in around.activities]
        answers += [one.outside_eea for one in around.processors]
        outside = Answer.YES in answers
        if not (found or outside or own):
            return Point(number=number, met=True, applies=False)
        bad = [one for one in found if not _safe(one)]
        met = (not bad and bool(found)) or bool(own)
        by = [By.RECORD] if found and not bad else []
        lacking = [] if met else [_country(one) for one in bad]
        by += [By.STATEMENT] if own else []
        return Point(number=number, met=met, by=tuple(by), lacking=tuple(lacking))

    def _recipients(self, number: int) -> Point:
        by = list(_by([use for use in self._uses if use.recipients]))
        if self._around.processors and By.RECORD not in by:
            by.append(By.RECORD)
        if self._statement.recipients and By.STATEMENT not in by:
            by.append(By.STATEMENT)
        return Point(number=number, met=bool(by), by=tuple(by))

    def _withdrawal(self, number: int) -> Point:
        names = names_with(self._uses, Basis.CONSENT)
        if not names:
            return Point(number=number, met=True, applies=False)
        cookies = next((one for one in self._uses if one.name in names and _is_cookies(one)), None)
        if cookies is not None and not self._statement.cookie_choice:
            return Point(number=number, met=False, lacking=(cookies.name,))
        return Point(number=number, met=True, by=(By.STANDING,))

    def _portability(self, number: int) -> Point:
        applies = bool(names_for(self._uses, DataRight.PORTABILITY))
        by = (By.STANDING,) if applies else ()
        return Point(number=number, met=True, applies=applies, by=by)

    def _erasure(self, number: int) -> Point:
        if self._statement.erasure:
            return Point(number=number, met=True, by=(By.STATEMENT,))
        kept = [use for use in self._uses if use.activity and use.retention]
        return Point(number=number, met=bool(kept), by=(By.RECORD,) if kept else ())

    def _security(self, number: int) -> Point:
        if self._statement.security:
            return Point(number=number, met=True, by=(By.STATEMENT,))
        met = any(use.secured for use in self._uses)
        return Point(number=number, met=met, by=(By.RECORD,) if met else ())


def _standing(number: int) -> Point:
    return Point(number=number, met=True, by=(By.STANDING,))


def _concerned(number: int, use: Use) -> bool:
    match number:
        case 6:
            return Basis.LEGITIMATE_INTERESTS in use.bases
        case 7 | 14:
            return use.from_others
        case 15:
            return use.from_person
        case 16:
            return use.automated
        case _:
            return True


def _told(number: int, use: Use) -> bool:
    told = {
        4: use.purpose,
        5: use.based,
        6: use.interest,
        7: use.data,
        10: use.retention,
        14: use.from_others,
        15: use.provision,
        16: use.explained,
    }
    return told[number]


def _by(found: Iterable[Use]) -> tuple[By, ...]:
    kinds = [By.RECORD if use.activity else By.STATEMENT for use in found]
    return tuple(sorted(set(kinds)))


def _is_cookies(use: Use) -> bool:
    from gdpr_desktop.information.statements.words import both

    return use.name == both("place", "cookies")


def _reachable(ours: Municipality) -> bool:
    return bool(ours.email or ours.phone or ours.address)


def _safe(transfer: Transfer) -> bool:
    if transfer.ground is TransferGround.NONE:
        return False
    return transfer.ground is TransferGround.ADEQUACY or bool(transfer.safeguards)


def _country(transfer: Transfer) -> Bilingual:
    return Bilingual(
        nn=country_name(transfer.country, Language.NYNORSK),
        nb=country_name(transfer.country, Language.BOKMAL),
    )
