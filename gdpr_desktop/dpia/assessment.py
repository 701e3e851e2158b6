"""An assessment as a case: the need, what is written, the people, the deeds."""

from dataclasses import dataclass

from gdpr_desktop.casework.model import Case, Task
from gdpr_desktop.dpia.advice.model import Approval, Decision, Opinion, Review, SubmissionHead
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.consultation.model import Consultation
from gdpr_desktop.dpia.content import About, Assessment
from gdpr_desktop.dpia.screening.model import Need, NeedView, ScreeningAnswers
from gdpr_desktop.dpia.work_file.model import SentFile

LOOK_AGAIN, REVIEW_DUE = "dpia_look_again", "dpia_review"  # kinds of deadlines
MEASURE, CHANGED = "dpia_measure", "dpia_changed"  # kinds of tasks
WRITABLE = frozenset({State.DRAFT, State.MORE_WORK, State.SENT_BACK, State.UNDER_REVIEW})
BEFORE_WRITING = frozenset({State.SCREENING, State.NOT_NEEDED, State.COVERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dpia:
    """Everything about one assessment. ``content`` is what is worked on now."""

    case: Case
    state: State
    content: Assessment
    screening: ScreeningAnswers | None = None
    need: Need | None = None
    view: NeedView | None = None
    submissions: tuple[SubmissionHead, ...] = ()
    opinion: Opinion | None = None  # a draft, or the one given on the last submission
    opinions: tuple[Opinion, ...] = ()  # those given earlier, the last one last
    decision: Decision | None = None
    approval: Approval | None = None
    consultation: Consultation | None = None
    reviews: tuple[Review, ...] = ()
    sent_files: tuple[SentFile, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def about(self) -> About:
        """The first page."""
        return self.content.about

    @property
    def writable(self) -> bool:
        """May answers, risks and measures be changed now?"""
        return self.case.open and self.state in WRITABLE

    @property
    def about_writable(self) -> bool:
        """May the first page be changed now? Not while somebody advises, nor when approved."""
        return self.writable or (self.case.open and self.state in BEFORE_WRITING)

    @property
    def latest(self) -> SubmissionHead | None:
        """What was sent last."""
        return self.submissions[-1] if self.submissions else None
