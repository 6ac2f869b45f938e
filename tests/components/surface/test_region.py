"""Region: a view widened to the shape of a stage, with one scale on both axes, and some room."""

import pytest

from components.state.address_error import AddressError
from components.surface.region import ROOM, aspect_of, region, widened
from optimizers.presets import PRESETS


@pytest.mark.parametrize("aspect", [0.2, 0.9, 1, 1.76, 5])
@pytest.mark.parametrize("view", [(-20, 20, -25, 25), (-2, 2, -0.27, 1.07), (5, 6, 7, 17)])
def test_a_widened_view_has_the_shape_and_holds_the_view_with_its_centre(
    view: tuple[float, float, float, float], aspect: float
) -> None:
    left, right, bottom, top = widened(view, aspect)
    assert (right - left) / (top - bottom) == pytest.approx(aspect)
    assert left <= view[0] + 1e-12
    assert bottom <= view[2] + 1e-12
    assert (left + right) / 2 == pytest.approx((view[0] + view[1]) / 2)
    assert (bottom + top) / 2 == pytest.approx((view[2] + view[3]) / 2)
    # Widened along one axis only.
    assert right - left == pytest.approx(view[1] - view[0]) or top - bottom == pytest.approx(
        view[3] - view[2]
    )


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.key)
@pytest.mark.parametrize("aspect", [1 / ROOM, 1, 390 / 354, ROOM])
def test_the_layouts_region_fills_every_stage_that_is_nearly_square(
    preset: object, aspect: float
) -> None:
    view = preset.view  # type: ignore[attr-defined]
    seen, known = widened(view, aspect), region(view)
    assert all(known[k] <= seen[k] + 1e-12 for k in (0, 2))
    assert all(known[k] >= seen[k] - 1e-12 for k in (1, 3))


def test_an_aspect_is_read_from_a_request() -> None:
    assert aspect_of({}) == 1
    assert aspect_of({"aspect": ["1.76"]}) == 1.76
    for text in ("0", "-1", "nan", "wide", "9", "1e400", ""):
        with pytest.raises(AddressError, match=r"^aspect: Give a number from 0.125 to 8\.$"):
            aspect_of({"aspect": [text]})
