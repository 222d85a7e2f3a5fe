"""What the README says is so: its commands, its examples, its links."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from lstm_gui.cli.grammar import parser
from lstm_gui.formats.deck_file import parse_deck, read_deck
from lstm_gui.lessons.catalogue import scene_names
from lstm_gui.lessons.program import program_names
from lstm_gui.lessons.scene import MAX_INPUTS, MAX_UNITS
from lstm_gui.lessons.scene_file import parse_scene
from lstm_gui.lessons.trained import trained_names
from lstm_gui.sequences.presets import PRESETS
from tests.cli.test_main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


LINES = [line for block in blocks("sh") for line in block.splitlines()]
CLI_LINES = [line for line in LINES if line.startswith(".venv/bin/lstm-gui-cli ")]


def test_the_table_of_folders_names_every_one() -> None:
    named = set(re.findall(r"^\| `lstm_gui/(\w+)` \|", README, re.MULTILINE))
    assert named == {path.parent.name for path in (ROOT / "lstm_gui").glob("*/__init__.py")}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Over eighty scenes", len(scene_names()) - len(scene_names()) % 10),
        ("Twelve programs", len(program_names())),
        ("fourteen presets", len(PRESETS)),
        ("Two comparisons", len(trained_names())),
    ],
)
def test_the_changes_count_what_there_is(words: str, count: int) -> None:
    assert words in CHANGELOG
    assert count == {"two": 2, "twelve": 12, "fourteen": 14, "eighty": 80}[words.lower().split()[-2]]


def test_ci_runs_exactly_the_test_command() -> None:
    test_commands = [line for line in LINES if line.endswith("python -m tests")]
    assert len(test_commands) == 1
    before, *rest = [line for line in CI.splitlines() if "pip" in line]
    assert rest == test_commands
    assert before == test_commands[0].split(" -e ")[0] + " '.[reference]'"
    assert CI.index("set -eu") < CI.index("rm -rf .venv") < CI.index(before)
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_what_compares_with_pytorch_wants_the_release_that_was_recorded() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["optional-dependencies"]
    assert extras["reference"] == ["torch==2.13.0"]
    assert ".[reference]" in README


def test_what_is_said_to_be_run_at_every_line_is_what_is_counted() -> None:
    (said,) = re.findall(r"^`tests` holds (.*) at every line run\.$", README, re.MULTILINE)
    counted = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["coverage"]["run"]["source"]
    assert sorted(re.findall(r"`(\w+)`", said)) == sorted(Path(source).name for source in counted)


def test_one_line_opens_the_window() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert [line for line in LINES if line.endswith(" && .venv/bin/lstm-gui")]
    assert "lstm-gui" in scripts["gui-scripts"]
    assert "lstm-gui-cli" in scripts["scripts"]


@pytest.mark.parametrize("line", CLI_LINES)
def test_each_example_of_the_command_line_is_understood(line: str) -> None:
    assert callable(parser().parse_args(shlex.split(line)[1:]).run.startswith)


def test_the_card_rated_there_is_in_the_bundled_deck() -> None:
    (uid,) = {words[3] for line in CLI_LINES if (words := shlex.split(line))[1:3] == ["review", "rate"]}
    deck = read_deck(ROOT / "resources" / "decks" / "lstm-fundamentals.toml").deck
    assert uid in {card.uid for card in deck.cards}


def test_there_is_an_example_of_every_command() -> None:
    runs = {parser().parse_args(shlex.split(line)[1:]).run for line in CLI_LINES}
    assert runs == {command.get_default("run") for command in COMMANDS.values()}


def test_the_deck_shown_can_be_read() -> None:
    (example,) = blocks("toml")
    (card,) = parse_deck(example, "README.md").deck.cards
    assert card.formula
    assert card.scene


def test_the_scene_shown_can_be_read() -> None:
    (example,) = blocks("json")
    assert parse_scene(example, "README.md").steps == 4


def test_the_layers_shown_run_and_say_what_the_comments_say(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})
    kept, shape, reach = capsys.readouterr().out.split("\n", 2)
    assert 0.5 < float(kept) < 1  # a forget bias of 1 keeps more than half
    assert shape == "(32, 8)"
    assert len(reach.strip("[] \n").split()) == 50


def test_the_sizes_of_a_cell_are_those_that_files_take() -> None:
    assert f"take up to {MAX_UNITS} units and {MAX_INPUTS} inputs" in README


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?:)([^)#]+)\)", README))
def test_what_is_linked_is_there(target: str) -> None:
    assert (ROOT / target).exists()


def test_five_pictures_show_the_window() -> None:
    assert len(re.findall(r"!\[[^\]]+\]\(resources/pictures/[^)]+\.png\)", README)) == 5


@pytest.mark.parametrize("folder", re.findall(r"^\| `([\w/]+)` \|", README, re.MULTILINE))
def test_the_folders_named_are_there(folder: str) -> None:
    assert (ROOT / folder).is_dir()


def test_it_names_no_machine() -> None:
    assert not re.search(r"(?<![\w~.%])/(tmp|opt|root|home|work|usr)/|localhost|\d+\.\d+\.\d+\.\d+", README)
