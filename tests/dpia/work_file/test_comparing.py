"""Two copies of an assessment are put together: rules that hold whatever was written."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dpia.filling import ABOUT
from dpia.work_file.writing import said
from gdpr_desktop.dpia.content import Assessment, Measure, Scenario
from gdpr_desktop.dpia.work_file.comparing import Side, differences, merged

KEYS = st.sampled_from("abcd")
WORDS = st.sampled_from(["ein", "to", "tre"])
MEASURE = st.builds(lambda key, word: Measure(key=key, title=f"{key} {word}"), KEYS, WORDS)
SCENARIO = st.builds(lambda key, word: Scenario(key=key, title=f"{key} {word}"), KEYS, WORDS)
ANSWER = st.builds(said, KEYS, WORDS)


def unlike(items, key):
    return st.lists(items, max_size=4, unique_by=key).map(tuple)


def by_key(item) -> str:
    return item.key


CONTENT = st.builds(
    lambda answers, measures, scenarios, unit: Assessment(
        about=replace(ABOUT, unit=unit),
        answers=tuple(sorted(answers, key=lambda one: one.question)),
        measures=measures,
        scenarios=scenarios,
    ),
    unlike(ANSWER, lambda one: one.question),
    unlike(MEASURE, by_key),
    unlike(SCENARIO, by_key),
    WORDS,
)


def things(content: Assessment) -> dict[str, object]:
    found = {f"m{one.key}": one for one in content.measures}
    found |= {f"s{one.key}": one for one in content.scenarios}
    found |= {f"a{one.question}": one for one in content.answers}
    return found | {"unit": content.about.unit}


@given(CONTENT, CONTENT)
def test_what_nobody_touched_here_comes_as_it_is_in_the_file(base, there):
    found = differences(base, base, there)
    assert not any(one.clash for one in found)
    assert things(merged(base, found, {})) == things(there)


@given(CONTENT, CONTENT)
def test_a_file_in_which_nothing_was_changed_changes_nothing(base, here):
    assert differences(base, here, base) == ()
    assert merged(here, (), {}) == here


@given(CONTENT, CONTENT, CONTENT)
def test_what_was_written_here_is_only_lost_by_choice(base, here, there):
    found = differences(base, here, there)
    choices = {one.name: Side.HERE for one in found if one.clash}
    after = things(merged(here, found, choices))
    before, now = things(base), things(here)
    for name in before.keys() | now.keys():
        if before.get(name) != now.get(name):
            assert after.get(name) == now.get(name)


@given(CONTENT, CONTENT, CONTENT)
def test_taken_in_once_there_is_nothing_left_to_take(base, here, there):
    after = merged(here, differences(base, here, there), {})
    assert differences(there, after, there) == ()


def test_of_two_measures_with_one_title_the_second_gets_a_number_and_both_stay():
    base = Assessment(about=ABOUT)
    here = replace(base, measures=(Measure(key="a", title="Opplæring"),))
    there = replace(base, measures=(Measure(key="b", title="opplæring"),))
    after = merged(here, differences(base, here, there), {})
    assert [one.title for one in after.measures] == ["Opplæring", "opplæring (2)"]


def test_a_risk_names_no_measure_that_is_gone():
    measure, risk = Measure(key="m", title="M"), Scenario(key="s", title="S", measures=("m",))
    base = Assessment(about=ABOUT, measures=(measure,), scenarios=(replace(risk, measures=()),))
    here = replace(base, scenarios=(risk,))
    there = replace(base, measures=())
    after = merged(here, differences(base, here, there), {})
    assert after.scenarios[0].measures == ()
