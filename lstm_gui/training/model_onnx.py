"""A checkpoint as an ONNX model that says what it is."""

from lstm_gui import __version__
from lstm_gui.formats.onnx_file import onnx_model
from lstm_gui.training.network import NetworkChoice, new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Portrait
from lstm_gui.training.run import RunState
from lstm_gui.training.tasks.catalogue import BY_NAME

_ANSWERS = {
    "numbers": "y is the answer at each step",
    "classes": "y is a logit for each class, of which the largest is the answer",
    "bits": "y is a logit for each bit, which is 1 where that is above 0",
}


def refusal(choice: NetworkChoice) -> str:
    """Why ONNX cannot express a network, in a sentence; "" where it can."""
    network = new_network(choice, 1, 1, 0)
    try:
        onnx_model(network.layer, network.readout)
    except ValueError as error:
        return f"{error}."
    return ""


def model_onnx(plan: Plan, state: RunState, portrait: Portrait) -> bytes:
    """The content of a file. Raises ValueError for a cell that ONNX cannot express."""
    network = new_network(plan.network, portrait.inputs, portrait.outputs, plan.seed)
    network = network.with_vector(state.vector)
    about = (
        f"Trained on “{BY_NAME[plan.task.name].title}” by LSTM Lab {__version__}, {state.step} updates: "
        f"{portrait.score_name} {portrait.test.score:.6g} on the test set. x is (time, batch, "
        f"{portrait.inputs}); {_ANSWERS[portrait.answers]}."
    )
    texts = {"task": plan.task.name, "seed": str(plan.seed), "step": str(state.step)}
    texts |= {f"input {number}": name for number, name in enumerate(portrait.input_names)}
    texts |= {f"output {number}": name for number, name in enumerate(portrait.output_names)}
    texts |= {
        f"input {number} from its own units": f"({unit.form} - {unit.shift!r}) / {unit.scale!r}"
        for number, unit in enumerate(portrait.units)
    }
    return onnx_model(network.layer, network.readout, about=about, texts=texts)
