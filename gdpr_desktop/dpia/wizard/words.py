"""Words for how far an assessment has come."""

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.dpia.catalogue.folding import Folded, pairs
from gdpr_desktop.dpia.catalogue.model import Catalogue, Question
from gdpr_desktop.dpia.content import Answer, Assessment
from gdpr_desktop.dpia.wizard.progress import Lack, Missing, SectionState
from gdpr_desktop.law.articles import cited

words = CodeWords(
    (
        (SectionState.EMPTY, N_("Not begun")),
        (SectionState.BEGUN, N_("Begun")),
        (SectionState.DONE, N_("Done")),
        (SectionState.NEEDS_WORK, N_("Needs more work")),
    )
)
# icon and tone
SIGNS = {
    SectionState.EMPTY: ("open", "muted"),
    SectionState.BEGUN: ("next", "accent"),
    SectionState.DONE: ("done", "ok"),
    SectionState.NEEDS_WORK: ("warning", "warning"),
}


def missing_words(catalogue: Catalogue, content: Assessment, lack: Missing) -> str:
    """What is missing, in a line."""
    if lack.lack is Lack.NO_RISKS:
        return _("No risk is written yet.")
    if lack.lack is Lack.RISK_NOT_JUDGED:
        named = {one.key: one.title for one in content.scenarios}
        text = _("How grave and how likely is it: {risk}")
        return text.format(risk=named.get(lack.scenario, ""))
    question = catalogue.question(lack.question)
    return question.text.in_(current_language()) if question else lack.question


def size_words(size: int) -> str:
    """``size`` in bytes as people say it: «340 kB», «2,4 MB»."""
    if size < 1_000_000:
        return _("{size} kB").format(size=max(round(size / 1000), 1))
    return _("{size} MB").format(size=f"{size / 1_000_000:.1f}".replace(".", ","))


def folded_words(catalogue: Catalogue, question: Question, because: Folded) -> str:
    """Why a question is not asked."""
    waited = {name for rule in question.when for name, _value in pairs(rule)}
    texts = [one.text for one in map(catalogue.question, sorted(waited)) if one is not None]
    named = ", ".join(f"«{text.in_(current_language())}»" for text in texts)
    if because is Folded.NOT_YET:
        return _("Waits for the answer to {question}").format(question=named)
    return _("Not asked because of the answer to {question}").format(question=named)


def source_words(question: Question) -> str:
    """Where the law and the handbook speak of it."""
    parts = []
    if question.articles:
        named = " · ".join(cited(one) for one in question.articles)
        parts.append(_("Article {article}").format(article=named))
    if question.handbook:
        named = ", ".join(question.handbook)
        parts.append(_("Handbook {chapter}").format(chapter=named))
    if question.own:
        parts.append(_("The municipality's own question"))
    return " · ".join(parts)


def earlier_words(catalogue: Catalogue, answer: Answer) -> tuple[str, str]:
    """The question of an earlier version, and what was answered."""
    known = catalogue.known(answer.question)
    title = known.text.in_(current_language()) if known is not None else answer.question
    rows = [" | ".join(cell for cell in row if cell) for row in answer.rows]
    reason = answer.not_applicable
    parts = (
        answer.choice,
        ", ".join(answer.picks),
        *rows,
        answer.text.plain,
        _("Does not apply: {reason}").format(reason=reason) if reason else "",
    )
    return title, "\n".join(part for part in parts if part)
