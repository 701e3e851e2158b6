"""From a file of that program to an assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from gdpr_desktop.core.clock import Clock, SystemClock
from gdpr_desktop.dpia.catalogue.folding import applies, by_question
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.content import About, Answer, Assessment, Comment, Opinions, new_key
from gdpr_desktop.dpia.pia_json.cleaning import line_of, moment_of, number_of, text_of, truth_of
from gdpr_desktop.dpia.pia_json.container import Opened, open_file
from gdpr_desktop.dpia.pia_json.evaluations import Evaluations
from gdpr_desktop.dpia.pia_json.headings import split_by_heading
from gdpr_desktop.dpia.pia_json.model import FindingCode, Imported
from gdpr_desktop.dpia.pia_json.places import STEPS, TEXTS, risk_of
from gdpr_desktop.dpia.pia_json.raw import Told, rows_of
from gdpr_desktop.dpia.pia_json.risks import RisksIn
from gdpr_desktop.dpia.pia_json.template_tree import is_built_in, own_questions
from gdpr_desktop.dpia.rich import Rich, RichBlock, Span, rich
from gdpr_desktop.dpia.rich_html import shortened

NAME = "PIA"  # who said what came from there: that program does not tell
LONGEST_TITLE = 200  # characters
OWN = "pia:"  # before the id, for an answer to a question that we do not know
_BEFORE = ("(IMPORT)", "(COPY)", "(EXAMPLE)")


def read(path: Path, *, clock: Clock | None = None) -> Imported:
    """Read a ``.json`` or ``.zip``. Raises ``AppError`` when it is no such assessment."""
    opened = open_file(path)
    told = Told()
    for one in opened.findings:
        told.add(one.code, one.detail)
    reader = _Reader(raw=opened.raw, told=told, now=(clock or SystemClock()).now())
    assessment = reader.assessment(path.stem)
    _tell_of_folded(assessment, told)
    _tell_of_head(opened, told)
    return Imported(
        assessment=assessment, findings=told.all(), files=opened.files, source=opened.source
    )


def _tell_of_folded(assessment: Assessment, told: Told) -> None:
    answers = by_question(assessment.answers)
    for question in map(builtin().question, answers):
        if question is not None and not applies(question, answers):
            told.add(FindingCode.FOLDED, question.id)


def _tell_of_head(opened: Opened, told: Told) -> None:
    pia = opened.raw["pia"]
    status = number_of(pia.get("status")) or 0
    if status in (1, 2, 3, 4):
        told.add(FindingCode.WAS_VALIDATED, status)
    if not opened.files:
        told.add(FindingCode.ATTACHMENTS_NOT_IN_FILE)


@dataclass(slots=True, kw_only=True)
class _Reader:
    raw: dict[str, Any]
    told: Told
    now: datetime
    answers: dict[str, Rich] = field(default_factory=dict)

    def assessment(self, file_name: str) -> Assessment:
        pia = self.raw["pia"]
        risks = RisksIn(told=self.told)
        self._read_answers(risks, own_questions(pia))
        risks.read_measures(rows_of(self.raw, "measures", self.told))
        risks.join()
        evaluations = Evaluations(told=self.told, risks=risks, now=self.now)
        evaluations.read(rows_of(self.raw, "evaluations", self.told))
        comments = (*evaluations.comments, *self._comments(risks))
        opinions = self._opinions(pia)
        return Assessment(
            about=_about(pia, file_name),
            answers=self._all_answers(opinions),
            scenarios=risks.all_scenarios(),
            measures=risks.all_measures(),
            comments=comments,
            scale=STEPS,
            opinions=opinions,
        )

    def _read_answers(self, risks: RisksIn, own: Mapping[int, str]) -> None:
        for row in rows_of(self.raw, "answers", self.told):
            number = number_of(row.get("reference_to"))
            data = row.get("data")
            if number is None or not isinstance(data, dict):
                self.told.add(FindingCode.JUNK_REFERENCE, "answers")
            elif risk_of(number) is not None:
                risks.read_answer(number, data)
            else:
                self._read_text(number, data, own)

    def _read_text(self, number: int, data: dict[str, Any], own: Mapping[int, str]) -> None:
        listed = data.get("list")
        text = self.told.rich(data.get("text"), number)
        if isinstance(listed, list) and listed:  # a question of a template, answered by points
            points = tuple(line for one in listed[:500] if (line := line_of(one)))
            text = Rich(blocks=(*text.blocks, *rich("\n".join(points)).blocks))
        if not text:
            return
        if is_built_in(number):
            for question, part in split_by_heading(TEXTS[number], text):
                self._keep(question, part, number)
            return
        code = FindingCode.OWN_QUESTION if number in own else FindingCode.UNKNOWN_QUESTION
        self.told.add(code, own.get(number, number))
        title = rich_heading(own[number]).blocks if number in own else ()
        self._keep(f"{OWN}{number}", Rich(blocks=(*title, *text.blocks)), number)

    def _keep(self, question: str, text: Rich, number: int) -> None:
        before = self.answers.get(question)
        if before == text:
            return
        if before is not None:
            self.told.add(FindingCode.TWICE, number)
            text = Rich(blocks=(*before.blocks, *text.blocks))
        kept = shortened(text)
        if kept != text:
            self.told.add(FindingCode.CUT, number)
        self.answers[question] = kept

    def _all_answers(self, opinions: Opinions) -> tuple[Answer, ...]:
        views = {
            "views_how": rich(opinions.people),
            "views_result": rich(opinions.people_say),
            "views_why_not": rich(opinions.why_not_asked),
        }
        texts = self.answers | {name: text for name, text in views.items() if text}
        found = [Answer(question=name, text=text) for name, text in texts.items()]
        if opinions.asked_people is not None:
            choice = "yes" if opinions.asked_people else "no"
            found.append(Answer(question="views_asked", choice=choice))
        return tuple(sorted(found, key=_question))

    def _comments(self, risks: RisksIn) -> tuple[Comment, ...]:
        found = []
        for row in rows_of(self.raw, "comments", self.told):
            text = text_of(row.get("description")).strip()
            number = number_of(row.get("reference_to"))
            about = self._about(risks, number, truth_of(row.get("for_measure")))
            if about is None:
                self.told.add(FindingCode.JUNK_REFERENCE, "comments")
            if text:
                at = moment_of(row.get("created_at")) or self.now
                made = Comment(key=new_key(), about=about or "", text=text, name=NAME, at=at)
                found.append(made)
        return tuple(found)

    def _about(self, risks: RisksIn, number: int | None, measure: bool | None) -> str | None:
        if number is None:
            return None
        if measure:
            key = risks.key_of(number)
            return f"measure:{key}" if key else None
        if risk_of(number) is not None:
            return f"scenario:{risks.scenario_at(number).key}"
        return f"question:{TEXTS[number][0]}" if number in TEXTS else None

    def _opinions(self, pia: dict[str, Any]) -> Opinions:
        return Opinions(
            author=line_of(pia.get("author_name")),
            evaluator=line_of(pia.get("evaluator_name")),
            validator=line_of(pia.get("validator_name")),
            officer=line_of(pia.get("dpos_names")),
            officer_may_go_ahead=truth_of(pia.get("dpo_status")),
            officer_says=self.told.plain(pia.get("dpo_opinion"), "dpo_opinion"),
            asked_people=truth_of(pia.get("concerned_people_searched_opinion")),
            people=line_of(pia.get("people_names")),
            people_for=truth_of(pia.get("concerned_people_status")),
            people_say=self._plain(pia, "concerned_people_opinion"),
            why_not_asked=self._plain(pia, "concerned_people_searched_content"),
            rejected_why=self._plain(pia, "rejection_reason"),
            changed_after=self._plain(pia, "applied_adjustments"),
        )

    def _plain(self, pia: dict[str, Any], key: str) -> str:
        return self.told.plain(pia.get(key), key)


def rich_heading(title: str) -> Rich:
    """A line in bold."""
    return Rich(blocks=(RichBlock(spans=(Span(text=title, bold=True),)),))


def _question(answer: Answer) -> str:
    return answer.question


def _about(pia: dict[str, Any], file_name: str) -> About:
    title = line_of(pia.get("name"))
    while title.startswith(_BEFORE):
        title = title.partition(")")[2].strip()
    return About(
        title=(title or line_of(file_name))[:LONGEST_TITLE],
        unit=line_of(pia.get("category"))[:LONGEST_TITLE],
        responsible=line_of(pia.get("validator_name"))[:LONGEST_TITLE],
    )
