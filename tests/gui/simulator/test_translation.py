"""Every word of the Qt-free simulator can be translated, and lupdate finds it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import EVERY_KIND
from lstm_gui.graph.states import STATES
from lstm_gui.gui.simulator import translation
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.gui.simulator.translation import CONTEXT, WORDS
from lstm_gui.lessons.catalogue import load
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.words import LABELS, PHRASES, SENTENCES


class Shouting(QTranslator):
    """Another language: the same words in brackets."""

    def translate(self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return f"[{text}]" if context == CONTEXT else ""


@pytest.fixture
def shouting(qapp: QCoreApplication) -> Iterator[None]:
    translator = Shouting()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def names_of_any() -> set[str]:
    """What a person calls the quantities, blocks and states of all cells, and the cells themselves."""
    graphs = [graph_of(kind) for kind in EVERY_KIND]
    quantities = {graph.words(name) for graph in graphs for name in graph.names}
    blocks = {block.words for graph in graphs for block in graph.blocks}
    states = {state.words for state in STATES.values()}
    return quantities | blocks | states | {graph.title for graph in graphs}


def test_every_text_of_the_tables_is_listed_once() -> None:
    tables = (LABELS, SENTENCES, PHRASES)
    texts = {text for table in tables for text in table.values()}
    assert sorted(WORDS) == sorted(texts | names_of_any())


def test_lupdate_finds_them(tmp_path: Path) -> None:
    found = tmp_path / "words.ts"
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([lupdate, str(translation.__file__), "-ts", str(found)], check=True, capture_output=True)
    text = found.read_text(encoding="utf-8")
    assert text.count("<source>") == len(WORDS)
    assert f"<name>{CONTEXT}</name>" in text


@pytest.mark.usefixtures("shouting")
def test_labels_and_sentences_are_said_in_the_language(qtbot: QtBot) -> None:
    controller = Controller(lambda callback: callback())
    panel = SimulatorPanel()
    qtbot.addWidget(panel)
    panel.connect_controller(controller)
    controller.open(load("remember"))
    controller.set_value(Quantity("b_f"), 1.0)
    assert controller.undo_label == "[move [[forget bias] b_f]]"
    panel.show()
    panel.weights.pointed_at.emit(Quantity("b_f"))
    highlight = panel.diagram.highlight
    assert isinstance(highlight, Highlight)
    assert highlight.sentence == "[[forget bias] b_f = 1.00 at every step]"
