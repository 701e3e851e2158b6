"""What may follow on what. Nothing is a dead end: every state but the last leads on and back."""

from gdpr_desktop.dpia.codes import State

NEXT: dict[State, frozenset[State]] = {
    State.SCREENING: frozenset({State.NOT_NEEDED, State.COVERED, State.DRAFT, State.DROPPED}),
    State.NOT_NEEDED: frozenset({State.SCREENING, State.COVERED, State.DRAFT, State.DROPPED}),
    State.COVERED: frozenset({State.SCREENING, State.NOT_NEEDED, State.DRAFT, State.DROPPED}),
    State.DRAFT: frozenset({State.SENT, State.SCREENING, State.DROPPED}),
    State.SENT: frozenset({State.AT_OFFICER, State.DRAFT, State.DROPPED}),  # taken back
    State.AT_OFFICER: frozenset({State.MORE_WORK, State.ADVISED, State.DROPPED}),
    State.MORE_WORK: frozenset({State.SENT, State.DROPPED}),
    State.ADVISED: frozenset({State.IN_FORCE, State.SENT_BACK, State.AT_OFFICER, State.DROPPED}),
    State.SENT_BACK: frozenset({State.SENT, State.DROPPED}),
    State.IN_FORCE: frozenset({State.UNDER_REVIEW, State.DROPPED}),
    State.UNDER_REVIEW: frozenset({State.SENT, State.IN_FORCE, State.DROPPED}),
    State.DROPPED: frozenset({State.SCREENING, State.DRAFT, State.UNDER_REVIEW}),
}


def may_follow(now: State, then: State) -> bool:
    """May ``then`` come after ``now``?"""
    return then in NEXT[now]
