"""When a consent is valid: art. 4(11), 7, 8, 9(2)(a), 22(2)(c), 49(1)(a), and EDPB 05/2020.

What is not said of a consent is as it should be: the facts name what departs from a good one.
"""

from dataclasses import dataclass
from enum import StrEnum


class Requirement(StrEnum):
    """What the law asks of every consent, in the order of law.md 4.1."""

    FREELY_GIVEN = "freely_given"
    SPECIFIC = "specific"
    INFORMED = "informed"
    UNAMBIGUOUS = "unambiguous"
    EXPLICIT = "explicit"
    DEMONSTRABLE = "demonstrable"
    DISTINGUISHABLE = "distinguishable"
    WITHDRAWABLE = "withdrawable"
    NO_WALL = "no_wall"
    NO_SWAP = "no_swap"


class Told(StrEnum):
    """What a person must know before saying yes (EDPB 05/2020 § 64, recital 42)."""

    CONTROLLER = "controller"
    PURPOSE = "purpose"  # of each operation
    DATA = "data"  # what kinds
    WITHDRAWAL = "withdrawal"  # the right to take it back
    AUTOMATED = "automated"  # where a machine decides alone, art. 22(2)(c)
    TRANSFER_RISKS = "transfer_risks"  # to a country without adequacy, art. 46


class Act(StrEnum):
    """How the person showed the wish."""

    SIGNED = "signed"
    TICKED = "ticked"
    CLICKED = "clicked"
    SPOKEN = "spoken"
    PRE_TICKED = "pre_ticked"
    SILENCE = "silence"
    INACTIVITY = "inactivity"
    SCROLLING = "scrolling"  # § 86: nobody can tell it from reading on


class Recorded(StrEnum):
    """What the controller must be able to show (art. 7(1))."""

    WHO = "who"
    WHEN = "when"
    HOW = "how"
    WHAT = "what"  # the purposes, and the version of the text


class Fault(StrEnum):
    """Why a consent is not valid."""

    IMBALANCE = "imbalance"  # who is asked has no real choice against us
    CONDITIONAL = "conditional"  # the service depends on it, and does not need it
    DETRIMENT = "detriment"  # saying no, or taking it back, costs something
    BUNDLED = "bundled"  # one yes for several purposes
    UNSPECIFIC = "unspecific"  # no purpose, or no definite one
    UNINFORMED = "uninformed"
    PASSIVE = "passive"  # no clear act
    NOT_EXPLICIT = "not_explicit"
    UNPROVED = "unproved"
    BURIED = "buried"  # among other text
    UNCLEAR = "unclear"  # not in plain words
    NOT_WITHDRAWABLE = "not_withdrawable"
    HARDER_TO_WITHDRAW = "harder_to_withdraw"  # than to give
    WALL = "wall"  # nothing is seen without a yes
    SWAPPED = "swapped"  # another basis afterwards

    @property
    def requirement(self) -> Requirement:
        """Which requirement it breaks."""
        return _FAULTS[self][0]

    @property
    def article(self) -> str:
        """Where the requirement stands, as articles are written: ``7(4)``."""
        return _FAULTS[self][1]


_ACTIVE = frozenset({Act.SIGNED, Act.TICKED, Act.CLICKED, Act.SPOKEN})
_ALWAYS = frozenset({Told.CONTROLLER, Told.PURPOSE, Told.DATA, Told.WITHDRAWAL})
_FAULTS = {
    Fault.IMBALANCE: (Requirement.FREELY_GIVEN, "4(11)"),
    Fault.CONDITIONAL: (Requirement.FREELY_GIVEN, "7(4)"),
    Fault.DETRIMENT: (Requirement.FREELY_GIVEN, "4(11)"),
    Fault.BUNDLED: (Requirement.SPECIFIC, "6(1)(a)"),
    Fault.UNSPECIFIC: (Requirement.SPECIFIC, "6(1)(a)"),
    Fault.UNINFORMED: (Requirement.INFORMED, "4(11)"),
    Fault.PASSIVE: (Requirement.UNAMBIGUOUS, "4(11)"),
    Fault.NOT_EXPLICIT: (Requirement.EXPLICIT, "9(2)(a)"),
    Fault.UNPROVED: (Requirement.DEMONSTRABLE, "7(1)"),
    Fault.BURIED: (Requirement.DISTINGUISHABLE, "7(2)"),
    Fault.UNCLEAR: (Requirement.DISTINGUISHABLE, "7(2)"),
    Fault.NOT_WITHDRAWABLE: (Requirement.WITHDRAWABLE, "7(3)"),
    Fault.HARDER_TO_WITHDRAW: (Requirement.WITHDRAWABLE, "7(3)"),
    Fault.WALL: (Requirement.NO_WALL, "7(4)"),
    Fault.SWAPPED: (Requirement.NO_SWAP, "5(1)(a)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """How a consent is asked for. The defaults are those of a good one.

    ``imbalance``: who asks has power over who is asked (an authority, an employer, a school);
    it hurts only without a ``real_choice`` (recital 43: to say no, and be served as before).
    ``depends``: what is offered is refused without a yes that it does not need.
    ``loses``: saying no, or taking it back, costs more than what the yes itself brought.
    ``separate``: each purpose has its own answer. ``wanted``: art. 9 data, a transfer by art. 49
    or a machine's decision asks for an ``explicit`` statement.
    """

    imbalance: bool = False
    real_choice: bool = True
    depends: bool = False
    loses: bool = False
    purposes: int = 1
    separate: bool = True
    told: frozenset[Told] = frozenset(Told)
    act: Act = Act.SIGNED
    special: bool = False
    automated: bool = False
    transfer: bool = False
    explicit: bool = False
    recorded: frozenset[Recorded] = frozenset(Recorded)
    apart: bool = True  # from other text
    plain: bool = True
    withdrawable: bool = True
    as_easy: bool = True  # to take back as to give, and free of charge
    wall: bool = False
    swapped: bool = False

    @property
    def wants_explicit(self) -> bool:
        """Must the consent be explicit (art. 9(2)(a), 22(2)(c), 49(1)(a))?"""
        return self.special or self.automated or self.transfer


def faults(found: Circumstances) -> tuple[Fault, ...]:
    """What makes the consent invalid, in the order of ``Fault``; empty when it is valid."""
    wrong = {
        Fault.IMBALANCE: found.imbalance and not found.real_choice,
        Fault.CONDITIONAL: found.depends,
        Fault.DETRIMENT: found.loses,
        Fault.BUNDLED: found.purposes > 1 and not found.separate,
        Fault.UNSPECIFIC: found.purposes < 1,
        Fault.UNINFORMED: bool(lacks(found)),
        Fault.PASSIVE: found.act not in _ACTIVE,
        Fault.NOT_EXPLICIT: found.wants_explicit and not found.explicit,
        Fault.UNPROVED: found.recorded != frozenset(Recorded),
        Fault.BURIED: not found.apart,
        Fault.UNCLEAR: not found.plain,
        Fault.NOT_WITHDRAWABLE: not found.withdrawable,
        Fault.HARDER_TO_WITHDRAW: not found.as_easy,
        Fault.WALL: found.wall,
        Fault.SWAPPED: found.swapped,
    }
    return tuple(one for one in Fault if wrong[one])


def is_valid(found: Circumstances) -> bool:
    """Is nothing wrong with it?"""
    return not faults(found)


def lacks(found: Circumstances) -> tuple[Told, ...]:
    """What should have been told before the yes, and was not."""
    wanted = set(_ALWAYS)
    if found.automated:
        wanted.add(Told.AUTOMATED)
    if found.transfer:
        wanted.add(Told.TRANSFER_RISKS)
    return tuple(one for one in Told if one in wanted - found.told)


def must_stop(*, withdrawn: bool, expired: bool = False, other_basis: str = "") -> bool:
    """Must the processing that rests on the consent stop now (art. 7(3), 17(1)(b))?

    What was done before stays lawful. Another basis counts only where it held from the start
    and the person was told of it: no basis is found afterwards (EDPB 05/2020 §§ 121–123).
    """
    return (withdrawn or expired) and not other_basis
