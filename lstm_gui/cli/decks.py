"""`lstm-gui-cli deck …`: bring decks in and look at them."""

import argparse
from dataclasses import asdict

from lstm_gui.cli.opened import local_now, opened, settings_of
from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.formats.deck_import import preview_file
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.card import Card


def bring_in(arguments: argparse.Namespace) -> Report:
    """Add the cards of a file to the collection; cards known already keep their progress."""
    preview = preview_file(arguments.file)
    with opened(arguments, to_write=True) as collection:
        report = collection.import_deck(preview.deck)
    counts = {kind: len(getattr(report, kind)) for kind in ("added", "changed", "unchanged")}
    skipped = [asdict(part) for part in preview.skipped]
    words = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    lines = [f"{preview.deck.name}: {words}, {len(skipped)} skipped"]
    lines += [f"  line {part.line}: {part.reason} ({in_one_line(part.text)})" for part in preview.skipped]
    return Report({"name": preview.deck.name, **counts, "skipped": skipped}, lines)


def list_all(arguments: argparse.Namespace) -> Report:
    """The decks with how many cards they have, and how many are new and due."""
    with opened(arguments) as collection:
        chosen = settings_of(arguments)
        decks = collection.decks(local_now(), chosen.new_per_day)
    names = ("name", "cards", "new", "due", "mastery")
    rows = [
        (deck.name, str(deck.cards), str(deck.new), str(deck.due), f"{deck.mastery:.0%}") for deck in decks
    ]
    content = [{name: getattr(deck, name) for name in names} for deck in decks]
    return Report(content, table([names, *rows], right=(1, 2, 3, 4)))


def show(arguments: argparse.Namespace) -> Report:
    """The cards of one deck, question and answer."""
    with opened(arguments) as collection:
        chosen = settings_of(arguments)
        decks = collection.decks(local_now(), chosen.new_per_day)
        found = next((deck for deck in decks if deck.name == arguments.name), None)
        if found is None:
            names = ", ".join(in_one_line(deck.name) for deck in decks) or "none"
            raise Refused(f'There is no deck called "{in_one_line(arguments.name)}"; there is: {names}.')
        cards = collection.cards(found.name)
    content = {
        "name": found.name,
        "description": found.description,
        "cards": [asdict(card) for card in cards],
    }
    size = f"{found.cards} {'card' if found.cards == 1 else 'cards'}"
    lines = [f"{in_one_line(found.name, 200)}: {size}", *_indented("", found.description)]
    return Report(content, [*lines, *(line for card in cards for line in _card(card))])


def _card(card: Card) -> list[str]:
    """A card as it is read: its uid and topic, the whole question, the whole answer."""
    topic = f" ({in_one_line(card.topic, 200)})" if card.topic else ""
    head = in_one_line(card.uid, 200) + topic
    return ["", head, *_indented("Q: ", card.front), *_indented("A: ", card.back)]


def _indented(mark: str, text: str) -> list[str]:
    """Every line of a text set in, so that none can pass for the head of another card."""
    first, *rest = text.splitlines() or [""]
    return [f"  {mark}{first}", *(f"  {' ' * len(mark)}{line}" for line in rest)] if text else []
