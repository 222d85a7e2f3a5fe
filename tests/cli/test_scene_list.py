"""The names of the scenes are listed and searched, and a wrong one leads to the right one."""

from lstm_gui.lessons.catalogue import load, scene_names, topics
from lstm_gui.lessons.scene_text import scene_to_text
from tests.cli.conftest import Run


def test_every_scene_is_listed_under_its_topic(run: Run) -> None:
    listed = run("scenes", "--json").json
    assert [each["name"] for each in listed] == scene_names()
    lines = run("scenes").out.splitlines()
    assert [line[:-1] for line in lines if line and not line.startswith(" ")] == [t.title for t in topics()]
    assert [line.split()[0] for line in lines if line.startswith(" ")] == scene_names()
    assert run("trace", listed[-1]["name"]).code == 0


def test_words_choose_and_no_match_is_said(run: Run) -> None:
    found = run("scenes", "reber", "grammar", "--json").json
    assert [each["name"] for each in found] == ["embedded-reber"]
    refused = run("scenes", "zebra")
    assert (refused.code, refused.out) == (1, "")
    assert 'No scene has the words "zebra"' in refused.err


def test_a_name_with_a_slip_is_put_right(run: Run) -> None:
    assert "did you mean remember?" in run("trace", "rememer").err
    assert "lstm-gui-cli scenes lists" in run("trace", "qqqqqq").err


def test_a_text_that_was_cut_off_is_not_taken_for_a_file(run: Run) -> None:
    text = scene_to_text(load("remember"))
    refused = run("trace", text[:200])
    assert refused.code == 1
    assert "not whole: copy the scene again" in refused.err
    assert run("trace", text).code == 0
