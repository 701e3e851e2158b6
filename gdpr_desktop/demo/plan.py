"""What happens in each demo case: when it came, how far it has gone, how it ended."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from gdpr_desktop.requests.model import Channel


class Stage(IntEnum):
    """How far a demo case has come."""

    REGISTERED = 1
    RECEIPT = 2
    IDENTITY_ASKED = 3
    IDENTIFIED = 4
    ASKED = 5
    COLLECTED = 6
    REVIEWED = 7
    ADVISED = 8
    DECIDED = 9
    ANSWER_WRITTEN = 10
    SENT = 11
    FILED = 12
    CLOSED = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What shall happen in one case. ``received`` decides every other date."""

    received: date
    stage: Stage
    channel: Channel
    ending: str = "all"  # all | part | nothing | not_identified | withdrawn
    extended: bool = False
    child: bool = False


# Days since receipt and stage of the open cases: every state that the window can show
_OPEN: tuple[tuple[int, Stage, Channel], ...] = (
    (0, Stage.REGISTERED, Channel.EMAIL),
    (0, Stage.REGISTERED, Channel.PHONE),
    (1, Stage.RECEIPT, Channel.EDIALOG),
    (2, Stage.IDENTITY_ASKED, Channel.EMAIL),
    (3, Stage.RECEIPT, Channel.LETTER),
    (4, Stage.IDENTIFIED, Channel.LETTER),
    (6, Stage.IDENTITY_ASKED, Channel.PHONE),
    (8, Stage.ASKED, Channel.EDIALOG),
    (10, Stage.ASKED, Channel.IN_PERSON),
    (13, Stage.COLLECTED, Channel.DIGITAL_POST),
    (17, Stage.REVIEWED, Channel.EDIALOG),
    (20, Stage.DECIDED, Channel.LETTER),
    (22, Stage.ADVISED, Channel.EDIALOG),
    (24, Stage.ASKED, Channel.EDIALOG),
    (26, Stage.ANSWER_WRITTEN, Channel.EDIALOG),
    (29, Stage.COLLECTED, Channel.EMAIL),
    (31, Stage.ASKED, Channel.LETTER),
    (34, Stage.DECIDED, Channel.EDIALOG),
    (37, Stage.ASKED, Channel.DIGITAL_POST),
    (38, Stage.SENT, Channel.EDIALOG),
    (40, Stage.FILED, Channel.DIGITAL_POST),
    (45, Stage.ASKED, Channel.EDIALOG),
)
_EXTENDED_AGES = frozenset({45})


def plans(chance: random.Random, today: date) -> list[Plan]:
    """About sixty requests: 40 closed over five years, the others open now."""
    found = [
        Plan(
            received=today - timedelta(days=age),
            stage=stage,
            channel=channel,
            extended=age in _EXTENDED_AGES,
            child=age == 13,
        )
        for age, stage, channel in _OPEN
    ]
    endings = ["all"] * 6 + ["part", "nothing", "not_identified", "withdrawn"]
    for number in range(40):
        age = 70 + number * 41 + chance.randrange(30)
        ending = endings[number % len(endings)]
        channel = chance.choice(list(Channel))
        found.append(
            Plan(
                received=today - timedelta(days=age),
                stage=Stage.CLOSED,
                channel=Channel.EMAIL if ending == "not_identified" else channel,
                ending=ending,
                extended=number % 9 == 4 and ending == "all",
                child=number % 11 == 6,
            )
        )
    return found
