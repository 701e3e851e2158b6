"""The report and the short version: all that was written is told, and nothing else."""

import io
import re
import time
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dpia.filling import ABOUT, advised, in_force
from gdpr_desktop.casework.attachments.model import Attachment
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.service import catalogue
from gdpr_desktop.dpia.codes import ConsultationAnswer, Follow, State
from gdpr_desktop.dpia.consultation.model import Consultation, Suspension
from gdpr_desktop.dpia.content import Answer, Assessment, Estimate, Measure, Scenario
from gdpr_desktop.dpia.reports.names import names_in, parts_in
from gdpr_desktop.dpia.reports.report import report
from gdpr_desktop.dpia.reports.short import short_version
from gdpr_desktop.dpia.rich import BlockKind, Rich, RichBlock, Span, rich
from gdpr_desktop.dpia.screening.model import ScreeningAnswers
from gdpr_desktop.dpia.screening.rules import screen
from gdpr_desktop.dpia.screening.words import decided_words, reason_lines
from gdpr_desktop.vault import Vault

LONGEST = 50_000  # characters of an answer
ANSWERS = (
    Answer(
        question="collection",
        text=Rich(
            blocks=(
                RichBlock(spans=(Span(text="Ser "), Span(text="no", bold=True), Span(text=" nå"))),
                RichBlock(kind=BlockKind.BULLET, spans=(Span(text="Om natta"),)),
            )
        ),
    ),
    Answer(question="security", text=rich("Nøkkelen ligg i kjellaren.")),
    Answer(question="access", text=rich("Passordet er delt.")),
    Answer(question="views_asked", choice="no"),
    Answer(question="views_why_not", text=rich("Brukarrådet er spurt.")),
    Answer(question="views_how", text=rich("Eit gøymt svar")),  # folds: nobody was asked
    Answer(question="right_objection", not_applicable="Tenesta er frivillig."),
    Answer(question="basis", picks=("e", "hemmeleg")),
    Answer(question="no_more", text=rich("Eit gammalt svar")),
)


def written(vault: Vault, case_id: CaseId, *answers: Answer) -> Dpia:
    """The assessment with these answers beside its own."""
    found = store.dpia(vault.db, case_id)
    mine = {one.question: one for one in (*found.content.answers, *answers)}
    return replace(found, content=replace(found.content, answers=tuple(mine.values())))


def text_of(vault: Vault, found: Dpia, language: Language = Language.NYNORSK) -> str:
    return report(vault, found, language).text()


@pytest.mark.parametrize("language", Language)
def test_all_that_is_answered_is_told(officer: Vault, language: Language) -> None:
    text = text_of(officer, written(officer, in_force(officer), *ANSWERS), language)
    for said in (
        "Ser no nå",
        "Om natta",
        "Nøkkelen ligg i kjellaren.",
        "Brukarrådet er spurt.",
        "Tenesta er frivillig.",
        "Eit gammalt svar",
        "hemmeleg",
        "Delt passord",
        "Slette opptak etter sju dagar",
        "Godt arbeid.",
        "Kari Leiar",
        "Overvaking av sårbare i heimen.",
    ):
        assert said in text, said
    assert "Eit gøymt svar" not in text


def test_a_no_from_the_officer_stands_as_plainly_as_a_yes(officer: Vault) -> None:
    case_id = advised(
        officer, go_ahead=False, go_ahead_why="Det finst ein mildare måte.", consult=True
    )
    found = store.dpia(officer.db, case_id)
    decided = in_force(officer)
    against = store.dpia(officer.db, decided).decision
    assert against is not None
    found = replace(found, decision=replace(against, follow=Follow.NOT, why="Vi har inga anna."))
    text = text_of(officer, found)
    assert "Det finst ein mildare måte." in text
    assert "Vi har inga anna." in text
    yes = replace(found, opinion=replace(found.opinion, go_ahead=True))  # type: ignore[type-var]
    assert text_of(officer, yes) != text


def test_the_contents_point_to_every_heading(officer: Vault, tmp_path: Path) -> None:
    made = report(officer, written(officer, in_force(officer), *ANSWERS), Language.NYNORSK)
    path = tmp_path / "rapport.docx"
    made.save(path, None)  # compares what is saved with what was shown
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        xml = archive.read("word/document.xml").decode()
    marks = re.findall(r'<w:bookmarkStart w:id="9\d+" w:name="(contents\d+)"/>', xml)
    assert marks == re.findall(r"PAGEREF (contents\d+) ", xml)
    assert marks == re.findall(r'w:anchor="(contents\d+)"', xml)
    assert len(marks) > 10


def test_the_short_version_has_no_names_and_no_security(officer: Vault) -> None:
    found = written(officer, in_force(officer), *ANSWERS)
    text = short_version(officer, found, Language.NYNORSK).text()
    for told in (ABOUT.description, "Brukarrådet er spurt.", "Tenesta er frivillig."):
        assert told in text
    for kept in (
        "Kari Leiar",
        "Solveig Testnes",
        "Ola Sakshandsamar",
        "kjellaren",
        "Passordet",
        "Delt passord",
        "Uvedkomande",
        "Tilgangsstyring",
        "Systemansvarleg",
    ):
        assert kept not in text, kept
    assert names_in(found, f"{text} Spør Kari  Leiar.", ("Solveig Testnes",)) == ("Kari Leiar",)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Spør Kari Leiar om det.", ()),  # the whole name is found by ``names_in``
        ("Spør Kari om det, og Olas sjef.", ("Kari", "Ola")),
        ("Kariann er ikkje Kari-Anne.", ()),
        ("Ein leiar avgjer. Leiar på eininga er spurd.", ()),
        ("Snakk med fru Leiar.", ("Leiar",)),
        ("solveig", ()),
        ("Kari Leiar seier at Solveig ser på det.", ("Solveig",)),
    ],
)
def test_a_first_name_alone_is_pointed_out(
    officer: Vault, text: str, names: tuple[str, ...]
) -> None:
    found = store.dpia(officer.db, in_force(officer))
    assert parts_in(found, text, ("Solveig Testnes",)) == names


@pytest.mark.parametrize("language", Language)
def test_what_is_not_approved_says_so(officer: Vault, language: Language) -> None:
    found = store.dpia(officer.db, in_force(officer))
    draft = _("Draft", language=language).upper()
    since = _(
        "Version {number} is approved. What was changed afterwards is not approved anew.",
        language=language,
    ).format(number=1)
    for made in (report, short_version):
        text = made(officer, found, language).text()
        assert draft not in text
        assert since not in text
        opened = replace(found, state=State.UNDER_REVIEW)
        given = found.opinion
        assert given is not None
        again = replace(
            found,
            state=State.SENT,
            opinion=None,
            decision=None,
            approval=None,
            opinions=(replace(given, decision=found.decision, approval=found.approval),),
        )
        for changed in (opened, again):
            text = made(officer, changed, language).text()
            assert draft in text.split("\n")[:3]
            assert text.count(since) == 2  # at the front, and in the summary or the outcome
        text = made(officer, replace(again, opinions=()), language).text()
        assert draft in text
        assert since not in text


def test_each_consultation_is_told_with_its_times(officer: Vault) -> None:
    found = store.dpia(officer.db, in_force(officer))
    given = found.opinion
    assert given is not None
    first = Consultation(
        why="Ein høg risiko står att.",
        decided_by="Kari Leiar",
        decided_on=date(2026, 8, 3),
        sent_on=date(2026, 8, 4),
        received_on=date(2026, 8, 5),
        extended_on=date(2026, 9, 20),
        extended_why="Saka er vanskeleg.",
        suspensions=(
            Suspension(since=date(2026, 9, 1), until=date(2026, 9, 8), what="Avtalen manglar."),
        ),
        answered_on=date(2026, 10, 30),
        answer=ConsultationAnswer.ADVICE,
        answer_text="Slett raskare.",
        submission=1,
    )
    second = replace(first, why="Endra etter rådet.", submission=2, suspensions=())
    over = replace(given, consultation=first)
    text = text_of(officer, replace(found, opinions=(over,), consultation=second))
    for said in ("Ein høg risiko står att.", "Endra etter rådet.", "Saka er vanskeleg."):
        assert said in text, said
    assert "8. september 2026: Avtalen manglar." in text
    assert "20. september 2026, etter" in text  # later than the month
    assert text.index("Ein høg risiko") < text.index("Endra etter rådet.")


def test_two_hundred_risks_take_less_than_two_seconds(officer: Vault, tmp_path: Path) -> None:
    found = written(officer, in_force(officer), *ANSWERS)
    measures = tuple(
        Measure(key=f"m{n}", title=f"Tiltak {n}", text="Meir om det " * 9, due=date(2027, 1, 4))
        for n in range(200)
    )
    scenarios = tuple(
        Scenario(
            key=f"s{n}",
            title=f"Hending {n}",
            description="Det som skjer " * 20,
            before=Estimate(consequence=n % 5 + 1, likelihood=4, consequence_why=f"Difor {n}"),
            after=Estimate(consequence=n % 5 + 1, likelihood=2),
            measures=(f"m{n}", f"m{(n + 7) % 200}"),
        )
        for n in range(200)
    )
    content: Assessment = replace(found.content, scenarios=scenarios, measures=measures)
    start = time.perf_counter()
    made = report(officer, replace(found, content=content), Language.NYNORSK)
    made.save(tmp_path / "stor.docx", None)
    assert time.perf_counter() - start < 2
    assert "Hending 199" in made.text()


def test_the_longest_answer_in_the_smallest_pieces_comes_along(officer: Vault) -> None:
    answer = Answer(question="storage", text=rich("x\n" * (LONGEST // 2)))
    text = text_of(officer, written(officer, in_force(officer), answer))
    assert text.count("x\n") > LONGEST // 2 - 10


def test_datatilsynet_must_be_asked_only_of_a_risk_judged_with_the_measures(officer: Vault) -> None:
    found = store.dpia(officer.db, in_force(officer))
    high = Estimate(consequence=5, likelihood=5)
    waiting = Scenario(key="s", title="Varselet kjem ikkje fram", before=high)
    for one, must in ((waiting, False), (replace(waiting, after=high), True)):
        content = replace(found.content, scenarios=(one,))
        text = text_of(officer, replace(found, content=content))
        said = _("A risk that is left is high. Datatilsynet must be asked before the processing"
                 " begins (article 36(1)).", language=Language.NYNORSK)  # fmt: skip
        assert (said in text) is must


@pytest.mark.parametrize("language", Language)
def test_the_reasons_of_the_need_are_told(officer: Vault, language: Language) -> None:
    answers = ScreeningAnswers(
        listed=("school_camera",), criteria=("monitoring",), unsure=("vulnerable",)
    )
    found = replace(store.dpia(officer.db, in_force(officer)), screening=answers)
    lines = reason_lines(screen(answers).reasons, answers, language)
    assert len(lines) >= len(answers.listed + answers.criteria + answers.unsure)
    need = found.need
    assert need is not None
    covered = replace(need, needed=False, covered_reference="2026/7 Dørkamera")
    for one in (need, covered, None):  # the reasons are there before it is decided, too
        text = text_of(officer, replace(found, need=one), language)
        assert all(line in text for line in lines), lines
        if one is not None:
            assert decided_words(one, language) in text
            assert one.why in text
    assert "2026/7 Dørkamera" in text_of(officer, replace(found, need=covered), language)


def test_the_note_to_the_officer_is_not_headed_as_what_is_new(officer: Vault) -> None:
    text = text_of(officer, store.dpia(officer.db, in_force(officer)))
    assert "Merknad" in text
    assert "Kva som er nytt" not in text


def test_a_file_says_which_question_it_belongs_to(officer: Vault) -> None:
    found = store.dpia(officer.db, in_force(officer))
    files = tuple(
        Attachment(
            key=name, name=name, media_type="", size=9000, sha256="", about=about,
            added_at=datetime(2026, 10, 1, tzinfo=UTC), added_by="Ola",
        )
        for name, about in (
            ("a.pdf", "question:security"), ("b.pdf", ""), ("c.pdf", "question:no_more")
        )
    )  # fmt: skip
    content = replace(found.content, attachments=files)
    text = text_of(officer, replace(found, content=content))
    asked = catalogue(officer.db).known("security")
    assert asked is not None
    for name, about in (
        ("a.pdf", asked.text.in_(Language.NYNORSK)),
        ("b.pdf", "Heile vurderinga"),
        ("c.pdf", "(no_more)"),
    ):
        row = text[text.rindex(name) :][:400].partition("9 kB")[0]
        assert about in row, row


def test_what_suffers_is_called_what_the_dialog_calls_it(officer: Vault) -> None:
    text = text_of(officer, store.dpia(officer.db, in_force(officer)))
    assert "Kva det går ut over" in text
    assert "Slag" not in text
