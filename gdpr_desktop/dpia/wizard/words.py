"""Words for how far an assessment has come."""

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.catalogue.model import Catalogue, Question, QuestionKind
from gdpr_desktop.dpia.catalogue.words import answer_lines, question_words
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.wizard.progress import SectionState

words = CodeWords(
    (
        (SectionState.EMPTY, N_("Not begun")),
        (SectionState.BEGUN, N_("Begun")),
        (SectionState.DONE, N_("Done")),
        (SectionState.NEEDS_WORK, N_("Needs more work")),
    )
)
_NO_MORE = Question(id="", kind=QuestionKind.TEXT, text=Bilingual())
# icon and tone
SIGNS = {
    SectionState.EMPTY: ("open", "muted"),
    SectionState.BEGUN: ("next", "accent"),
    SectionState.DONE: ("done", "ok"),
    SectionState.NEEDS_WORK: ("warning", "warning"),
}


def size_words(size: int, language: Language | None = None) -> str:
    """``size`` in bytes as people say it: «340 kB», «2,4 MB»."""
    if size < 1_000_000:
        return _("{size} kB", language=language).format(size=max(round(size / 1000), 1))
    mega = f"{size / 1_000_000:.1f}".replace(".", ",")
    return _("{size} MB", language=language).format(size=mega)


def earlier_words(catalogue: Catalogue, answer: Answer) -> tuple[str, str]:
    """The question of an earlier version, and what was answered."""
    known = catalogue.known(answer.question) or _NO_MORE
    lines = answer_lines(known, answer)
    return question_words(catalogue, answer.question), "\n".join(lines)
