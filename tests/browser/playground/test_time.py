"""Time: the scrubber is the axis of both charts; play, pause and speed."""

import pytest
from playwright.sync_api import Locator, Page, expect

from components import ids
from tests.browser.conftest import OpenPage
from tests.support.browser.playground import Playground
from tests.support.browser.time_section import TIME, box, button, time

# A clock for animation frames: each takes so many milliseconds, however busy the machine is.
FRAME_CLOCK = """{
  let now = 0, frame = 0;
  const native = requestAnimationFrame;
  window.requestAnimationFrame = callback => native(time => {
    if (time !== frame) [frame, now] = [time, now + 20];
    callback(now);
  });
  performance.now = () => now;
}"""


def said(page: Page) -> Locator:
    return page.locator(f"#{ids.SAID}")


def record(page: Page) -> None:
    """Keep the iterations that the page goes to."""
    page.evaluate(
        "() => { const {playground} = lockstep, seen = window.seen = [];"
        "const goTo = playground.goTo;"
        "playground.goTo = (t, ...rest) => { seen.push(t); goTo(t, ...rest); }; }"
    )


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080)])
def test_charts_scrubber_and_cursor_have_one_axis(
    playground: Playground, size: tuple[int, int]
) -> None:
    width, height = size
    playground.page.set_viewport_size({"width": width, "height": height})
    playground.open(step=170)
    for t, steps in ((170, 500), (0, 500), (500, 500), (60, 120)):
        playground.get(f"playground.change({{steps: {steps}}})")
        playground.get(f"playground.goTo({t}, {{isRace: true}})")
        playground.until(f"playground.trajectory.rows === {steps + 1}")
        expect(playground.page.locator(f"#{ids.SCRUBBER}")).to_have_value(str(t))
        error, trace = playground.chart("error"), playground.chart("trace")
        assert (error.left, error.width) == (trace.left, trace.width)
        x = error.left + error.width * t / steps
        cursor = box(playground, ids.TIME_CURSOR)
        assert cursor["x"] + cursor["width"] / 2 == pytest.approx(x, abs=0.7)
        track = box(playground, ids.SCRUBBER)
        thumb = 18
        at = track["x"] + thumb / 2 + (track["width"] - thumb) * t / steps
        assert at == pytest.approx(x, abs=0.5)
        # From the top of the upper chart to the thumb.
        assert cursor["y"] <= error.top
        assert cursor["y"] + cursor["height"] >= track["y"]


def test_nothing_plays_by_itself_and_at_rest_whole_runs_are_shown(playground: Playground) -> None:
    playground.open()
    playground.page.evaluate(
        "async () => { for (let k = 0; k < 30; k++) await new Promise(requestAnimationFrame); }"
    )
    assert time(playground) == (1, False, False)
    expect(playground.page.locator(f"#{ids.PLAY}")).to_have_text("Play")


def test_a_run_plays_to_its_end_and_rests(playground: Playground) -> None:
    page = playground.page
    page.add_init_script(FRAME_CLOCK)
    playground.open(steps=200)
    record(page)
    before = page.url
    button(page, "Play").click()
    expect(button(page, "Pause")).to_be_visible()
    playground.until(f"{TIME}.t > 20")
    assert time(playground)[1:] == (True, True)
    expect(said(page)).to_be_empty()
    assert page.url == before
    playground.until(f"{TIME}.t === 200 && !{TIME}.isPlaying")
    assert time(playground) == (200, False, False)
    expect(said(page)).to_contain_text("Gradient descent leads all the way.")
    expect(button(page, "Play")).to_be_visible()
    seen = page.evaluate("window.seen")
    # 10 s at 20 ms a frame, with parts of steps.
    assert len(seen) == pytest.approx(500, abs=15)
    assert sorted(seen) == seen
    assert any(t % 1 for t in seen)


def test_playing_pauses_and_goes_on_at_another_speed(playground: Playground) -> None:
    page = playground.page
    page.add_init_script(FRAME_CLOCK)
    playground.open()
    button(page, "Play").click()
    playground.until(f"{TIME}.t > 30")
    button(page, "Pause").click()
    playground.until(f"!{TIME}.isPlaying")
    t, is_race, _ = time(playground)
    assert is_race
    assert t == int(t)
    errors = [playground.numpy(place).error[int(t)] for place in (0, 1)]
    words = f"Gradient descent {errors[0]:.4g}, RMSProp {errors[1]:.4g}."
    expect(said(page)).to_contain_text(f"E at step {int(t)}: {words} Step {int(t)}.")
    expect(page.locator(f"#{ids.TIME_STEP}")).to_have_value(str(int(t)))
    speed = page.locator(f"#{ids.TIME_SPEED}")
    for label in ("2×", "4×", "½×", "1×", "2×", "4×"):
        speed.click()
        expect(speed).to_have_text(label)
        expect(speed).to_have_accessible_name(f"Speed: {label}")
    advance = playground.page.evaluate(
        """async () => {
          const {playground} = lockstep, from = playground.time.t;
          document.getElementById("play").click();
          for (let k = 0; k < 11; k++) await new Promise(requestAnimationFrame);
          return playground.time.t - from;
        }"""
    )
    # 4 times 50 steps a second, ten frames of 20 ms
    assert advance == pytest.approx(40, abs=8)


def test_with_reduced_motion_playing_steps(open_page: OpenPage) -> None:
    page = open_page()
    page.emulate_media(reduced_motion="reduce")
    page.add_init_script(FRAME_CLOCK)
    playground = Playground(page)
    playground.open(steps=20)
    record(page)
    button(page, "Play").click()
    playground.until(f"{TIME}.t === 20 && !{TIME}.isPlaying")
    assert page.evaluate("window.seen") == list(range(21))


@pytest.mark.parametrize(("width", "height"), [(176, 96), (256, 58)])
def test_a_small_section_has_the_curves_alone(
    playground: Playground, width: int, height: int
) -> None:
    playground.open(step=170)
    playground.page.evaluate(
        """([width, height]) => {
          const section = document.getElementById("time");
          section.classList.add("is-compact");
          Object.assign(section.style, {width: `${width}px`, alignSelf: "start",
            gridTemplateRows: `${height}px 20px 42px`});
        }""",
        [width, height],
    )
    playground.until(f"playground.charts.error.area().width === {width - 24}")
    error = playground.chart()
    assert error.height == height - 12
    track = box(playground, ids.SCRUBBER)
    assert track["x"] + 9 == pytest.approx(error.left, abs=0.1)
    assert track["x"] + track["width"] - 9 == pytest.approx(error.left + error.width, abs=0.1)
    expect(playground.page.get_by_role("heading", name="Error E")).to_be_hidden()
    expect(playground.page.locator(f"#{ids.TRACE_CHART}")).to_be_hidden()
    page = playground.page
    page.mouse.click(*error.pixel(300, sum(error.y) / 2))
    assert time(playground) == (300, True, False)
