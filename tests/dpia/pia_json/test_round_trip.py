"""Nothing is lost there and back again of what that program can hold."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dpia.filling import ABOUT, ANSWERS, MEASURES, SCENARIOS
from dpia.pia_json.making import PIA, comment, evaluation, gauge, listed, measure, save, text, whole
from gdpr_desktop.core.clock import FixedClock
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.codes import RiskKind
from gdpr_desktop.dpia.content import Answer, Assessment, Estimate, Scenario
from gdpr_desktop.dpia.pia_json import FindingCode, read, write
from gdpr_desktop.dpia.pia_json.places import TEXTS, VIEWS
from gdpr_desktop.dpia.pia_json.writing import packed
from gdpr_desktop.dpia.rich import rich
from gdpr_desktop.dpia.rich_html import from_html, to_html

CLOCK = FixedClock(datetime(2026, 11, 20, 14, tzinfo=UTC))
_LETTERS = "abcæøå <>&\"'{}/.–1"
lines = st.text(_LETTERS, max_size=20).map(str.split).map(" ".join)
words = lines.filter(bool)
bare = st.text("abcæøå 1", min_size=1, max_size=12).map(str.split).map(" ".join).filter(bool)
levels = st.integers(0, 4)
days = st.dates(date(2020, 1, 1), date(2035, 1, 1))
inline = st.builds("{}<strong>{}</strong> <em>{}</em>".format, bare, bare, bare)
html = st.lists(
    st.one_of(
        inline.map("<p>{}</p>".format),
        inline.map("<ul><li>{}</li><li>x</li></ul>".format),
        inline.map("<ol><li>{}</li></ol>".format),
    ),
    min_size=1,
    max_size=3,
).map("".join)
titles = st.lists(words, unique=True, min_size=1, max_size=4)


@st.composite
def files(draw: st.DrawFn) -> dict[str, Any]:
    """Files as that program writes them."""
    names = draw(titles)
    answers = [text(number, draw(html)) for number in draw(st.sets(st.sampled_from(list(TEXTS))))]
    evaluations = []
    for first in draw(st.sets(st.sampled_from([321, 331, 341]))):
        answers += [listed(first + n, *draw(st.lists(words, max_size=3))) for n in range(3)]
        answers += [listed(first + 3, *draw(st.sets(st.sampled_from(names))))]
        answers += [gauge(first + n, draw(levels), draw(lines.map(_escaped))) for n in (4, 5)]
        gauges = {"x": draw(levels), "y": draw(levels)}
        item = f"3.{first // 10 % 10}"
        plan = draw(bare)
        made = evaluation(item, draw(st.integers(0, 3)), gauges=gauges, action_plan_comment=plan)
        evaluations.append(made)
    for number in range(1, len(names) + 1):
        if draw(st.booleans()):
            made = evaluation(
                f"3.1.{number}",
                draw(st.integers(0, 3)),
                evaluation_comment=draw(bare),
                action_plan_comment=draw(bare),
                person_in_charge=draw(bare),
                estimated_implementation_date=f"{draw(days)}T00:00:00.000Z",
            )
            evaluations.append(made)
    evaluations += [
        evaluation(f"2.1.{number}", draw(st.integers(1, 3)), evaluation_comment=draw(bare))
        for number in draw(st.sets(st.sampled_from([211, 212, 213])))
    ]
    says = {"dpo_opinion": draw(bare), "dpo_status": draw(st.sampled_from([0, 1, None]))}
    asked = draw(st.sampled_from([True, False, None]))
    return {
        "pia": {**PIA, **says, "name": draw(words), "concerned_people_searched_opinion": asked},
        "answers": answers,
        "measures": [measure(n, name, draw(html)) for n, name in enumerate(names, 1)],
        "evaluations": evaluations,
        "comments": [comment(111, draw(bare)), comment(1, draw(bare), for_measure=True)],
    }


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;")


def _named(found: Assessment) -> Assessment:
    """With keys by place, so that two readings can be compared."""
    keys = {one.key: f"m{n}" for n, one in enumerate(found.measures)}
    keys |= {one.key: f"s{n}" for n, one in enumerate(found.scenarios)}

    def about(name: str) -> str:
        what, _colon, key = name.partition(":")
        return f"{what}:{keys.get(key, key)}"

    comments = [replace(one, key="", about=about(one.about)) for one in found.comments]
    return replace(
        found,
        measures=tuple(replace(one, key=keys[one.key]) for one in found.measures),
        scenarios=tuple(
            replace(one, key=keys[one.key], measures=tuple(keys[key] for key in one.measures))
            for one in found.scenarios
        ),
        comments=tuple(sorted(comments, key=str)),
    )


@given(raw=files())
@settings(max_examples=60, deadline=None)
def test_what_was_read_is_read_again_from_what_is_written(
    raw: dict[str, Any], tmp_path_factory: Any
) -> None:
    folder = tmp_path_factory.getbasetemp()
    found = read(save(folder / "inn.json", raw), clock=CLOCK).assessment
    write(found, folder / "ut.json", clock=CLOCK)
    again = read(folder / "ut.json", clock=CLOCK).assessment
    assert _named(again) == _named(found)


def test_the_file_has_the_keys_that_program_needs_and_no_others(tmp_path: Path) -> None:
    found = read(save(tmp_path / "inn.json", whole()), clock=CLOCK).assessment
    raw = json.loads(packed(found, clock=CLOCK).data)
    assert list(raw) == ["pia", "answers", "measures", "evaluations", "comments"]
    assert set(raw["pia"]) == set(PIA)
    assert all(isinstance(raw[key], list) for key in list(raw)[1:])
    assert all(isinstance(one["reference_to"], int) for one in raw["answers"])
    assert all(isinstance(one["reference_to"], str) for one in raw["evaluations"])
    assert all(set(one["data"]) == {"text", "gauge", "list"} for one in raw["answers"])
    titles = {one["title"] for one in raw["measures"]}
    named = [t for one in raw["answers"] if one["reference_to"] == 324 for t in one["data"]["list"]]
    assert set(named) <= titles  # that program joins them by their titles


def test_our_answers_stand_under_their_questions_and_come_back(tmp_path: Path) -> None:
    ours = Assessment(
        about=ABOUT,
        answers=(
            *ANSWERS,
            Answer(question="aim", text=rich("Tryggleik")),
            Answer(question="effect", text=rich("Tilsyn utan å vekkje")),
            Answer(question="eige_spm", text=rich("Eige svar")),
            Answer(question="consent_how", not_applicable="Ikkje samtykke"),
        ),
        measures=MEASURES,
        scenarios=SCENARIOS,
    )
    made = packed(ours, language=Language.NYNORSK, clock=CLOCK)
    path = tmp_path / "ut.json"
    path.write_bytes(made.data)
    again = read(path, clock=CLOCK).assessment
    assert again.answer("aim").text.plain == "Tryggleik"
    assert again.answer("effect").text.plain == "Tilsyn utan å vekkje"
    assert "Eige svar" in again.answer("what").text.plain
    assert "Ikkje samtykke" in again.answer("consent_how").text.plain
    assert "Rørsler – Når og kvar i rommet" in again.answer("data").text.plain
    assert [one.title for one in again.measures] == [one.title for one in MEASURES]
    assert {one.code for one in made.findings} >= {
        FindingCode.TABLES_AS_TEXT,
        FindingCode.LEVELS_FITTED,
    }


def test_many_risks_become_three_with_the_gravest_levels(tmp_path: Path) -> None:
    many = tuple(
        Scenario(
            key=f"s{n}",
            title=f"Hending {n}",
            kinds=(list(RiskKind)[n % 5],),
            before=Estimate(consequence=n % 5 + 1, likelihood=2),
        )
        for n in range(200)
    )
    made = packed(Assessment(about=ABOUT, scenarios=many), clock=CLOCK)
    path = tmp_path / "ut.json"
    path.write_bytes(made.data)
    again = read(path, clock=CLOCK).assessment
    assert len(again.scenarios) == 3
    assert [one.before.consequence for one in again.scenarios] == [1, 2, 3]
    text_of = str(again)
    assert all(one.title in text_of for one in many)  # also those that have no place there
    told = {one.code for one in made.findings}
    assert {FindingCode.RISKS_JOINED, FindingCode.RISKS_AS_TEXT} <= told


def test_every_question_of_ours_has_a_place_there() -> None:
    ours = {one.id for section in builtin().sections for one in section.questions}
    assert ours - {one for some in TEXTS.values() for one in some} == set(VIEWS)


def test_empty_assessments_can_be_written(tmp_path: Path) -> None:
    write(Assessment(about=ABOUT), tmp_path / "ut.json", clock=CLOCK)
    again = read(tmp_path / "ut.json", clock=CLOCK).assessment
    assert again.about.title == ABOUT.title
    assert again.answer("systems").text.plain == ABOUT.systems


def _evaluated(one: dict[str, Any], where: str) -> tuple[object, ...]:
    return (
        where,
        one["status"],
        from_html(one["evaluation_comment"]).plain,
        from_html(one.get("action_plan_comment", "")).plain,
        one.get("person_in_charge", ""),
        one.get("estimated_implementation_date"),
        tuple(one["gauges"].values()),
    )


def _held(raw: dict[str, Any]) -> dict[str, Any]:
    """What that program can hold, whatever ids it was given."""
    titles = {str(one["id"]): one["title"] for one in raw["measures"]}

    def where(reference: str) -> str:
        return f"3.1.{titles[reference[4:]]}" if reference.startswith("3.1.") else reference

    return {
        "texts": {
            one["reference_to"]: (
                to_html(from_html(one["data"]["text"] or "")),
                one["data"]["gauge"] or 0,
                tuple(one["data"]["list"]),
            )
            for one in raw["answers"]
            if any(one["data"].values())
        },
        "measures": [(one["title"], from_html(one["content"]).plain) for one in raw["measures"]],
        "evaluations": {_evaluated(one, where(one["reference_to"])) for one in raw["evaluations"]},
        "comments": {
            (one["description"], titles[str(one["reference_to"])] if one["for_measure"] else "")
            for one in raw["comments"]
        },
        "said": {
            key: value
            for key, value in raw["pia"].items()
            if key.endswith(("_name", "_names", "_status", "_opinion", "_content"))
        },
    }


@given(raw=files())
@settings(max_examples=40, deadline=None)
def test_what_that_program_can_hold_is_in_the_file_that_is_written(
    raw: dict[str, Any], tmp_path_factory: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / "inn.json"
    found = read(save(path, raw), clock=CLOCK).assessment
    assert _held(json.loads(packed(found, clock=CLOCK).data)) == _held(raw)
