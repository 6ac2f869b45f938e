"""Box of the error function: a refused text to be mended, and examples of what can be typed."""

import json

from components import ids
from components.state.address import read_address
from components.state.remarks import refused_text
from components.ui import error_function_input
from components.ui.error_function_help import EXAMPLES
from optimizers import ErrorFunction
from optimizers.presets import PRESETS
from tests.support.layout_tree import only, props
from tests.support.queries import DEFAULT


def test_the_refused_text_of_an_address_is_in_the_box_with_its_mistake() -> None:
    query = {"E": ["w1 + sim(w2)"]}
    state, errors = read_address(query)
    assert state.E == DEFAULT.E
    layout = error_function_input.layout(state, refused=refused_text(query, errors))
    assert only(layout, id=ids.ERROR_FUNCTION_TEXT)["value"] == "w1 + sim(w2)"
    assert json.loads(only(layout, id=ids.ERROR_FUNCTION_MESSAGE)["data-mistake"]) == {
        "message": "'sim' at position 6 is not known: did you mean sin?",
        "position": 5,
        "replacement": "w1 + sin(w2)",
        "parameter": None,
    }
    menu = only(layout, id=ids.ERROR_FUNCTION_PRESET)
    assert [props(o)["value"] for o in menu["children"] if props(o)["selected"]] == [""]


def test_ten_different_functions_are_examples_of_what_can_be_typed() -> None:
    functions = {ErrorFunction.parse(text).text for text in EXAMPLES}
    assert len(functions) == len(EXAMPLES) == 10
    assert {preset.text for preset in PRESETS} & set(EXAMPLES)
