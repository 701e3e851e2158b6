"""The steps of a request, and what must come before one of them."""

from enum import StrEnum


class Step(StrEnum):
    """The steps, in the order they are shown; those from REVIEW to SEND belong to a part."""

    RECEIPT = "confirm_receipt"
    IDENTITY = "identity"
    COLLECT = "collect"
    REVIEW = "review"  # of what is given: access
    ASSESS = "assess"  # every other right
    ADVICE = "advice"
    DECISION = "decision"
    PACK = "pack"  # of data that the person takes along: portability
    CARRY_OUT = "carry_out"
    ANSWER = "answer"
    SEND = "send"
    TELL = "tell"  # recipients, art. 19
    FILE = "archive"
    CLOSE = "close"


class Missing(StrEnum):
    """What must come first."""

    IDENTITY = "identity"
    AUTHORITY = "authority"
    COLLECTION = "collection"
    REVIEW = "review"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    CARRIED_OUT = "carried_out"
    LOOSE_DATA = "loose_data"  # found outside the systems, and not deleted
    ANSWER = "answer"
    SENT = "sent"
    REFUSAL_TOLD = "refusal_told"  # refused in part: the letter with the reasons
    RECIPIENTS = "recipients"
    FILED = "filed"
    FEE = "fee"  # the person has not been told of it, or has not answered
