"""E48: templates made to do harm are refused or stopped, quickly, and nothing of them is run."""

import time

import pytest

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.letters import TemplateError, load_template, markdown, sandbox, time_limit
from gdpr_desktop.letters.facts import read_facts
from gdpr_desktop.letters.samples import sample_facts
from gdpr_desktop.letters.trial import try_out
from gdpr_desktop.letters.values import PLACEHOLDER, Values

TEMPLATE = load_template("access_answer")
NN = Language.NYNORSK
HEAD = "# Brev\n\n"
REFUSED = {
    "class": "{{ received.__class__ }}",
    "subclasses": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "globals": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "attr filter": "{{ received|attr('__class__') }}",
    "format": "{{ '{0.__class__}'.format(received) }}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "include": "{% include 'access_answer.nn.md' %}",
    "import": "{% import 'os' as os %}",
    "extends": "{% extends 'access_answer.nn.md' %}",
    "method": "{{ municipality.upper() }}",
    "huge string": "{{ 'a' * 10**9 }}",
    "huge power": "{% if 9**9**9 %}x{% endif %}",
    "huge number": "{% if received == " + "9" * 4_900 + " %}x{% endif %}",
    "float": "{% if places|length < 1e999 %}x{% endif %}",
    "endless loop": "{% for a in range(10**9) %}x{% endfor %}",
    "loop over text": "{% for a in municipality %}x{% endfor %}",
    "three loops": "{% for a in places %}{% for b in places %}{% for c in places %}"
    + "{% endfor %}" * 3,
    "nested ifs": "{% if redacted %}" * 5000 + "x" + "{% endif %}" * 5000,
    "some nested ifs": "{% if redacted %}" * 30 + "x" + "{% endif %}" * 30,
    "nested brackets": "{{ " + "(" * 2000 + "municipality" + ")" * 2000 + " }}",
    "long condition": "{% if " + " and ".join(["redacted"] * 400) + " %}x{% endif %}",
    "long negation": "{% if " + "not " * 1000 + "redacted %}x{% endif %}",
    "long filters": "{{ municipality" + "|lower_first" * 300 + " }}",
    "many branches": "{% if redacted %}a" + "{% elif redacted %}b" * 3000 + "{% endif %}",
    "long line": "a" * 100_000,
    "too large": "ord ord\n" * 13_000,
    "placeholder of a value": "\U000f0000 kven eig dette?",
    "empty placeholder": "a \U00100000 b",
    "private use": "\ue000",
    "null": "a\x00b",
    "control": "a\x0bb",
    "lone surrogate": "a\ud800b",
    "bidi": "a\u202eb",
    "mark inside": "a\ufeffb",
    "printed list": "{{ places|join_list }}",
    "picture": "![x](https://evil.example/x.png)",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_harmful_template_is_refused_with_a_line_within_five_seconds(text: str) -> None:
    begun = time.perf_counter()
    trial = try_out(TEMPLATE, NN, HEAD + text + "\n")
    assert time.perf_counter() - begun < 5
    assert trial.letter is None
    assert trial.problems
    assert all(1 <= problem.line <= 3 + text.count("\n") for problem in trial.problems)
    assert all(problem.text.endswith((".", ":")) or problem.text for problem in trial.problems)


@pytest.mark.parametrize(
    "text", ["a\x00b", "x\ue000", "\U000f0001", "a\ud800", "a" * 6000], ids=ascii
)
def test_characters_that_cannot_be_printed_name_their_line(text: str) -> None:
    trial = try_out(TEMPLATE, NN, f"{HEAD}God tekst.\n\n{text}\n")
    assert {problem.line for problem in trial.problems} == {5}


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 4999, "*a " * 1600, "](" * 2000, "<" * 4999, "- " * 2000, "&#" * 2000),
        "\n".join(["_*[a" * 1200] * 20),
        "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n" + "|b" * 2000 + "|",
        "\n".join("  " * depth + "- a" for depth in range(120)),
    ],
    ids=range(9),
)
def test_markdown_made_to_take_long_is_printed_or_refused_within_five_seconds(text: str) -> None:
    begun = time.perf_counter()
    trial = try_out(TEMPLATE, NN, f"{HEAD}{text}\n")
    assert time.perf_counter() - begun < 5
    assert trial.problems or trial.letter


def test_code_in_a_template_is_printed_and_leads_nowhere() -> None:
    text = f"{HEAD}<script>alert(1)</script> [her](javascript:alert(1)) [fil](file:///etc/passwd)\n"
    letter = try_out(TEMPLATE, NN, text).letter
    assert letter is not None
    assert "<script>" not in letter.html()
    assert "&lt;script&gt;" in letter.html()
    assert 'href="javascript' not in letter.html()
    assert 'href="file' not in letter.html()


def test_loops_that_print_nothing_are_counted_too() -> None:
    text = HEAD + "{% for a in places %}{% for b in places %}{% endfor %}{% endfor %}\n" * 3
    facts = sample_facts(TEMPLATE, NN) | {"places": [{"name": "x"}] * 1000}
    plain = read_facts(TEMPLATE.fields, facts, NN)
    begun = time.perf_counter()
    with pytest.raises(TemplateError):
        sandbox.run("x", text, TEMPLATE.fields, plain, NN, Values())
    assert time.perf_counter() - begun < 5


def test_reading_markdown_stops_when_its_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    markdown.parse.cache_clear()
    monkeypatch.setattr(time_limit, "MAX_SECONDS", -1.0)
    with pytest.raises(TemplateError):
        markdown.parse("# Brev\n\nTekst med **feit** skrift.\n")


def test_the_value_of_a_field_stays_out_of_markdown_in_an_own_wording_too() -> None:
    nasty = "**feit** [x](https://evil.example) {{ 7*7 }} <b> & # 1. æøå Áŋŋel 🦭"
    facts_text = f"{HEAD}{{{{ municipality }}}}\n\n- {{{{ municipality }}}}\n"
    facts = sample_facts(TEMPLATE, NN) | {"municipality": nasty}
    from gdpr_desktop.letters import render

    class Own:
        def body(self, template_id: str, language: Language) -> str | None:
            return facts_text if template_id == TEMPLATE.id else None

    letter = render(TEMPLATE, NN, facts | {"attachments": ()}, source=Own())
    assert letter.text().split("\n") == ["Brev", nasty, nasty]
    assert not PLACEHOLDER.search(letter.text())
