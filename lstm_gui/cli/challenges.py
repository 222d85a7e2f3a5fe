"""`lstm-gui-cli challenge`: the cards that the simulator grades, and the grade of an answer."""

import argparse
from collections.abc import Sequence
from textwrap import wrap

from lstm_gui.cli.report import Refused, Report, table
from lstm_gui.cli.saving import saving
from lstm_gui.cli.scenes import scene_called
from lstm_gui.durable_file import write_durably
from lstm_gui.lessons.challenge import Challenge, Graded, Knob, Numeric, Predict
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge
from lstm_gui.lessons.scene import Scene
from lstm_gui.lessons.scene_file import scene_to_json
from lstm_gui.plain_text import in_one_line
from lstm_gui.simulator.graded.grade import (
    grade_answer,
    grade_scene,
    right_answer,
    scene_of,
    solved,
    values_of,
    where_it_failed,
    worked,
)
from lstm_gui.simulator.graded.result import Result, Unfit
from lstm_gui.simulator.number_text import typed_number

_WIDTH = 88  # characters of a line
_KINDS = {Predict: "predict", Challenge: "challenge", Numeric: "numeric"}


def run(arguments: argparse.Namespace) -> Report:
    """List the challenges, show one, or grade an answer to it. Raises Refused."""
    if arguments.name is None:
        return _listed()
    name: str = arguments.name
    if name not in challenge_names():
        raise Refused(
            f'There is no challenge called "{in_one_line(name)}"; '
            "lstm-gui-cli challenge lists those there are."
        )
    card = load_challenge(name)
    try:
        return _answered(name, card, arguments)
    except Unfit as unfit:
        raise Refused(str(unfit)) from None


def _answered(name: str, card: Graded, arguments: argparse.Namespace) -> Report:
    hinted, seed = arguments.hints > 0, arguments.seed
    if arguments.solution:
        return _with_scene(
            arguments, _solution(card, seed), solved(card) if isinstance(card, Challenge) else None
        )
    if isinstance(card, Challenge):
        if arguments.answer is not None:
            raise Unfit("This is answered by a scene: give it with --scene.")
        if arguments.scene is None:
            return _with_scene(arguments, _shown(name, card, arguments), scene_of(card))
        scene = scene_called(arguments.scene)
        result = grade_scene(card, scene, hinted=hinted)
        failed = None if result.passed else where_it_failed(card, scene, result)
        return _with_scene(arguments, _graded(card, result), failed)
    if arguments.scene is not None:
        raise Unfit("This is answered by a number: give it with --answer.")
    if arguments.answer is None:
        return _with_scene(arguments, _shown(name, card, arguments), scene_of(card, seed))
    answer = _numbers(arguments.answer)
    result = grade_answer(card, answer, seed=seed, hinted=hinted)
    return _with_scene(arguments, _graded(card, result, answer), scene_of(card, seed))


def _listed() -> Report:
    cards = [(name, load_challenge(name)) for name in challenge_names()]
    content = [
        {"name": name, "kind": _KINDS[type(card)], "title": card.asked.title, "topic": card.asked.topic}
        for name, card in cards
    ]
    return Report(content, table([(one["name"], one["kind"], one["topic"], one["title"]) for one in content]))


def _shown(name: str, card: Graded, arguments: argparse.Namespace) -> Report:
    asked, hints = card.asked, list(card.asked.hints[: arguments.hints])
    content: dict[str, object] = {
        "name": name,
        "kind": _KINDS[type(card)],
        "title": asked.title,
        "topic": asked.topic,
        "concept": asked.concept,
        "question": asked.question,
        "scene": asked.scene if isinstance(asked.scene, str) else asked.scene.title,
        "hints": hints,
        "hints_there_are": len(asked.hints),
    }
    about = [f"{asked.title} ({asked.topic})", *wrap(asked.question, _WIDTH)]
    if isinstance(card, Predict):
        content |= {"what": card.name, "unit": card.unit + 1, "first": card.first, "last": card.last}
        about += [f"Asked: {card.name}, {card.count} number{'s' * (card.count > 1)} from t = {card.first}"]
    if isinstance(card, Challenge):
        content["knobs"] = [{"what": _name_of(knob), "start": knob.start} for knob in card.knobs]
        about += ["Knobs: " + ", ".join(f"{_name_of(knob)} = {knob.start:g}" for knob in card.knobs)]
    if isinstance(card, Numeric):
        drawn = _drawn(card, arguments.seed)
        content |= {"seed": arguments.seed, "values": drawn}
        about += ["Values: " + ", ".join(f"{what} = {value:g}" for what, value in drawn.items())]
    return Report(content, [*about, *(line for hint in hints for line in wrap(f"Hint: {hint}", _WIDTH))])


def _solution(card: Graded, seed: int) -> Report:
    if isinstance(card, Challenge):
        knobs = {_name_of(knob): knob.solution for knob in card.knobs}
        lines = [f"{what} = {value:g}" for what, value in knobs.items()]
        return Report({"knobs": knobs, "why": card.asked.why}, [*lines, *wrap(card.asked.why, _WIDTH)])
    right = list(right_answer(card, seed))
    way = (
        [f"{symbol} = {one.substituted} {one.result}" for symbol, one in worked(card, seed)]
        if isinstance(card, Numeric)
        else []
    )
    numbers = ", ".join(f"{value:.4g}" for value in right)
    content = {"right": right, "worked": way, "why": card.asked.why}
    return Report(content, [*way, f"Right: {numbers}", *wrap(card.asked.why, _WIDTH)])


def _graded(card: Graded, result: Result, answer: Sequence[float] = ()) -> Report:
    content = {
        "passed": result.passed,
        "best_rating": int(result.cap),
        "sequence": result.sequence,
        "step": result.step,
        "off": result.off,
        "right": list(result.right),
        "why": card.asked.why if result.passed or result.right else "",
    }
    first = card.first if isinstance(card, Predict) else 1
    rows = [
        (str(step), f"{given:.3g}", f"{right:.3g}")
        for step, (given, right) in enumerate(zip(answer, result.right, strict=True), start=first)
    ]
    several = table([("step", "yours", "right"), *rows], right=(0, 1, 2)) if len(rows) > 1 else []
    lines = [_verdict(result), *several, f"The best rating you can give is {int(result.cap)}."]
    return Report(content, [*lines, *wrap(str(content["why"]), _WIDTH)])


def _verdict(result: Result) -> str:
    off = "" if result.off is None else f", off by up to {result.off:.3g}"
    right = f"; right is {result.right[0]:.3g}" if len(result.right) == 1 else ""
    if result.passed:
        return f"Right{off}{right}." if result.right else "Right."
    where = f"at step {result.step}" + (f" of the sequence {result.sequence}" if result.sequence else "")
    return f"Wrong: first {where}{off}{right}."


def _with_scene(arguments: argparse.Namespace, report: Report, scene: Scene | None) -> Report:
    """The report, and the scene in the file that was asked for. Raises Refused where there is no scene."""
    if arguments.output is None:
        return report
    if scene is None:
        raise Refused("There is no scene to be saved here.")
    with saving(arguments.output):
        write_durably(arguments.output, scene_to_json(scene).encode())
    return report


def _drawn(card: Numeric, seed: int) -> dict[str, float]:
    return {
        f"{one.name} at step {one.step}" if one.step else one.name: value
        for one, value in values_of(card, seed)
    }


def _name_of(knob: Knob) -> str:
    """W_i, or "W_i of unit 2, column 1" where it is not the first."""
    first = knob.unit == 0 and knob.source == 0
    return knob.name if first else f"{knob.name} of unit {knob.unit + 1}, column {knob.source + 1}"


def _numbers(text: str) -> tuple[float, ...]:
    found = [typed_number(part) for part in text[:10_000].split(",")]
    if any(number is None for number in found):
        raise Unfit(f'"{in_one_line(text, 40)}" is not a number, nor several with commas between.')
    return tuple(number for number in found if number is not None)
