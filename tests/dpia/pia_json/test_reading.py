"""Files of that program, also bad ones: what is taken in, and what is told."""

import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dpia.pia_json.making import PIA, comment, evaluation, gauge, listed, measure, save, text, whole
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.dpia.codes import MeasureStatus, RiskKind
from gdpr_desktop.dpia.content import Estimate
from gdpr_desktop.dpia.pia_json import FindingCode, Imported, read
from gdpr_desktop.dpia.pia_json.listed import split
from gdpr_desktop.dpia.pia_json.model import Finding
from gdpr_desktop.dpia.pia_json.words import finding_words, findings_words


def _read(tmp_path: Path, **parts: Any) -> Imported:
    empty: dict[str, Any] = {"answers": [], "measures": [], "evaluations": [], "comments": []}
    raw = {"pia": dict(PIA), **empty, **parts}
    return read(save(tmp_path / "pia.json", raw))


def _codes(found: Imported) -> set[FindingCode]:
    return {one.code for one in found.findings}


def test_everything_in_a_usual_file_finds_its_place(tmp_path: Path) -> None:
    found = read(save(tmp_path / "pia.json", whole())).assessment
    assert found.about.title == "Ny skjermbruk i barnehagen"
    assert found.about.unit == "Oppvekst"
    assert found.about.responsible == "Kari Leiar"
    what = found.answer("what").text
    assert what.plain == "Barna teiknar på nettbrett.\nTo økter"
    assert what.blocks[0].spans[1].bold
    assert found.answer("aim").text.plain == "Læring gjennom leik"
    assert found.answer("views_asked").choice == "yes"
    access, gone = found.scenarios
    assert (access.kinds, gone.kinds) == ((RiskKind.CONFIDENTIALITY,), (RiskKind.AVAILABILITY,))
    assert split(access.description).sources == ("Foreldre", "Tjuvar")
    assert access.before == Estimate(
        consequence=3, likelihood=2, consequence_why="Barn er sårbare", likelihood_why="Hender"
    )
    # x is how grave, y how likely, with the plan carried out
    assert (access.after.consequence, access.after.likelihood) == (2, 1)
    assert access.after_why == "Slette kvar veke"
    titles = [found.measure(key) for key in access.measures]
    assert [one.title for one in titles if one] == ["Tilgangsstyring", "Skjermlås"]
    trained = next(one for one in found.measures if one.title == "Opplæring")
    assert trained.status is MeasureStatus.PLANNED
    assert (trained.owner, trained.due) == ("Styraren", date(2026, 4, 1))  # midnight in Norway
    assert found.opinions.officer_may_go_ahead is False


def test_a_negative_verdict_of_the_officer_is_kept(tmp_path: Path) -> None:
    found = _read(tmp_path, pia={**PIA, "dpo_status": 0}).assessment
    assert found.opinions.officer_may_go_ahead is False
    found = _read(tmp_path, pia={**PIA, "dpo_status": None}).assessment
    assert found.opinions.officer_may_go_ahead is None


def test_an_approval_in_that_program_is_told_and_is_none_here(tmp_path: Path) -> None:
    assert FindingCode.WAS_VALIDATED in _codes(_read(tmp_path))
    assert FindingCode.WAS_VALIDATED not in _codes(_read(tmp_path, pia={**PIA, "status": "x"}))


def test_null_instead_of_a_list_is_an_empty_one(tmp_path: Path) -> None:
    found = _read(tmp_path, answers=None, measures=None, evaluations={}, comments="x")
    assert [one.detail for one in found.findings if one.code is FindingCode.NULL_LIST] == [
        "answers",
        "measures",
        "evaluations",
        "comments",
    ]


def test_junk_is_told_and_passed_over(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        answers=[
            None,
            7,
            {"reference_to": 111},
            text("abc", "borte"),
            text(True, "borte"),
            text(99999, "Ukjent"),
            gauge(325, 9),
            gauge(326, "x"),
            listed(321, None, 3, "", " a \n b "),
        ],
        evaluations=[
            evaluation("3.1.77", 2, evaluation_comment="x"),
            evaluation("tull", 1),
            evaluation("9.9", 1),
            {"reference_to": None},
            evaluation("3.3", 7, gauges=None, estimated_implementation_date="i går"),
        ],
        comments=[comment(None, "For alle"), comment(5, "borte", for_measure=True)],
    )
    assert {
        FindingCode.BAD_ROW,
        FindingCode.JUNK_REFERENCE,
        FindingCode.UNKNOWN_QUESTION,
        FindingCode.BAD_LEVEL,
        FindingCode.BAD_DATE,
    } <= _codes(found)
    assert found.assessment.answer("pia:99999").text.plain == "Ukjent"
    assert split(found.assessment.scenarios[0].description).impacts == ("3", "a b")
    assert [one.about for one in found.assessment.comments if one.text == "For alle"] == [""]
    assert all(finding_words(one) for one in found.findings)


def test_measures_of_one_title_get_a_number_and_the_first_is_joined(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        answers=[listed(324, "Lås", "Lås")],
        measures=[
            measure(1, "Lås"),
            measure("2", "Lås", "<p>ein til</p>"),
            measure(3, None),
            measure(4, "Lås (3)"),
            measure(5, "Lås"),
        ],
    )
    titles = [one.title for one in found.assessment.measures]
    assert titles == ["Lås", "Lås (2)", "Lås (3)", "Lås (4)"]
    assert found.assessment.scenarios[0].measures == (found.assessment.measures[0].key,)


def test_an_answer_that_is_not_asked_yet_is_kept_and_told(tmp_path: Path) -> None:
    found = _read(tmp_path, answers=[text(222, "Skriftleg"), text(221, "På nett")])
    assert found.assessment.answer("consent_how").text.plain == "Skriftleg"
    folded = [one.detail for one in found.findings if one.code is FindingCode.FOLDED]
    assert folded == ["consent_how"]


def test_answers_that_are_folded_away_are_told_of_once_in_a_list() -> None:
    folded = [Finding(code=FindingCode.FOLDED, detail=one) for one in ("consent_how", "aim")]
    other = Finding(code=FindingCode.BAD_DATE, detail="i går")
    first, second = findings_words((folded[0], other, folded[1]))
    assert "i går" in first
    assert second.startswith("2 ")
    assert second.count("\n  – ") == 2
    assert findings_words(folded[:1]) == [finding_words(folded[0])]


def test_an_answer_given_twice_is_kept_twice(tmp_path: Path) -> None:
    found = _read(tmp_path, answers=[text(211, "Ein"), text("211", "To"), text(211, "")])
    assert found.assessment.answer("aim").text.plain == "Ein\nTo"
    assert FindingCode.TWICE in _codes(found)


def test_a_question_of_a_template_keeps_its_title(tmp_path: Path) -> None:
    question = {"id": 2210, "title": "Kva meiner rådet?"}
    tree = {"sections": [{"items": [{"questions": [question, None]}, None]}, 3]}
    pia = {**PIA, "structure_id": 4, "structure_data": tree}
    found = _read(tmp_path, pia=pia, answers=[text(2210, "Dei er for")])
    assert found.assessment.answer("pia:2210").text.plain == "Kva meiner rådet?\nDei er for"


def test_five_megabytes_in_one_answer_are_cut_and_told(tmp_path: Path) -> None:
    found = _read(tmp_path, answers=[text(111, "<p>" + "ord " * 1_250_000)])
    assert FindingCode.CUT in _codes(found)
    assert 0 < len(found.assessment.answer("what").text.plain) <= 50_000
    many = [text(111, f"<p>{n} " + "ord " * 5_000) for n in range(10)]
    found = _read(tmp_path, answers=many)
    assert FindingCode.CUT in _codes(found)
    assert len(found.assessment.answer("what").text.plain) <= 50_000


def test_scripts_pictures_and_halves_of_characters_do_not_come_in(tmp_path: Path) -> None:
    html = '<script>x()</script><img src="data:image/png;base64,AAAA">Hei \ud83d\x00du<b>!</b>'
    path = tmp_path / "pia.json"
    path.write_text(json.dumps({"pia": {"name": "\ud800"}, "answers": [text(111, html)]}))
    found = read(path).assessment
    assert found.answer("what").text.plain == "Hei \ufffddu!"
    found.about.title.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b'{"pia": null}',
        b'{"structure": {}}',
        b"[" * 200_000,
        b"\xff\xfe\x00",
        b"1" * 9999,
    ],
)
def test_what_is_no_assessment_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "pia.json"
    path.write_bytes(data)
    with pytest.raises(AppError) as caught:
        read(path)
    assert caught.value.hint


def test_a_missing_folder_and_a_broken_zip_are_refused(tmp_path: Path) -> None:
    with pytest.raises(AppError):
        read(tmp_path / "borte.json")
    path = tmp_path / "pia.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("pia.json", json.dumps(whole()))
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(30)
    path.write_bytes(data)
    with pytest.raises(AppError):
        read(path)


def test_of_a_zip_the_attachments_come_along_and_what_that_program_made_does_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "pia.zip"
    with zipfile.ZipFile(path, "w") as folder:
        folder.writestr("pia-x.json", json.dumps(whole()))
        folder.writestr("pia-x.pdf", b"pdf")
        folder.writestr("Doc/x-pia.doc", b"doc")
        folder.writestr("CSV/x.csv", b"csv")
        folder.writestr("Images/risksOverview.png", b"png")
        folder.writestr("Pièces jointes/../../etc/ROS.docx", b"ros")
        folder.writestr("Attachments/a:b?.txt", b"a")
    found = read(path)
    assert [(one.name, one.content) for one in found.files] == [
        ("ROS.docx", b"ros"),
        ("a-b-.txt", b"a"),
    ]
    assert FindingCode.ATTACHMENTS_NOT_IN_FILE not in _codes(found)


def test_an_attachment_that_is_too_large_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "pia.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as folder:
        folder.writestr("pia.json", json.dumps(whole()))
        folder.writestr("Vedlegg/stor.bin", bytes(25_000_001))
    found = read(path)
    assert found.files == ()
    assert FindingCode.ATTACHMENT_TOO_LARGE in _codes(found)


def test_a_zip_packed_in_another_way_is_read_and_refused_when_it_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "pia.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as folder:
        folder.writestr("pia.json", json.dumps(whole()))
        folder.writestr("attachments/a\u202etxt.exe", b"MZ")
    assert [one.name for one in read(path).files] == ["atxt.exe"]
    data = bytearray(path.read_bytes())
    data[60:90] = bytes(30)
    path.write_bytes(data)
    with pytest.raises(AppError):
        read(path)
