"""Share dialog: link, sentence, QR code and the code that embeds a figure."""

import re
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Axe, OpenPage
from tests.support.browser.chromium import wait_until_ready
from tests.support.browser.playground import Playground

PHONE = (390, 844)
SEARCH = "?steps=300&run=adam,eta:0.3&two-steps.steps=3"
DARK = """canvas => {
  const {width, height} = canvas;
  const {data} = canvas.getContext("2d").getImageData(0, 0, width, height);
  let dark = 0;
  for (let k = 0; k < data.length; k += 4) dark += data[k] < 128;
  return dark / (width * height);
}"""


def opened(page: Page) -> Locator:
    """Open the dialog by keyboard."""
    page.get_by_role("button", name="Share this state").press("Enter")
    dialog = page.get_by_role("dialog", name="Share this state")
    expect(dialog).to_be_visible()
    return dialog


def test_link_sentence_and_code_are_of_what_is_seen(open_page: OpenPage) -> None:
    page = open_page()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/" + SEARCH)
    wait_until_ready(page)
    Playground(page).until_swept()
    assert not [url for url in asked if "/dist/share-" in url], "loaded once it is opened"
    dialog = opened(page)
    address = page.evaluate("location.href")
    link = dialog.get_by_role("textbox", name="Link")
    expect(link).to_have_value(address)
    text = dialog.get_by_role("textbox", name="Text with the outcome")
    found = page.locator("#error-finding").inner_text()
    expect(text).to_have_value(f"E(w1, w2) = 3 w1^2 + 10 w2^2: {found}. {address}")
    dialog.get_by_role("button", name="Copy link").click()
    # In the dialog: what is outside of it is not heard while it is open.
    expect(dialog.get_by_role("status")).to_have_text("The link is copied.")
    expect(dialog.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == address
    assert 0.3 < dialog.get_by_role("img", name="QR code").evaluate(DARK) < 0.5

    expect(dialog.get_by_role("link")).to_have_count(0)  # files are the export dialog's
    dialog.get_by_role("combobox", name="Figure").select_option("Two steps")
    dialog.get_by_role("combobox", name="Size").select_option("600 × 400")
    dialog.get_by_role("combobox", name="Colours").select_option("dark")
    origin = page.evaluate("location.origin")
    source = f"{origin}/?embed=two-steps&theme=dark&steps=3"
    code = dialog.get_by_role("textbox", name="Code").input_value()
    quoted = source.replace("&", "&amp;")
    assert code.startswith(f'<iframe src="{quoted}" width="600" height="400" ')
    preview = page.frame_locator("iframe[title='Preview of the embedded figure']")
    expect(preview.locator("#two-steps-figure[data-ready=true]")).to_be_visible()
    expect(preview.locator("html")).to_have_attribute("data-theme", "dark")
    assert {url.split("/")[2] for url in asked if url.startswith("http")} == {origin.split("/")[2]}
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Share this state")).to_be_focused()


@pytest.mark.parametrize(
    ("can_copy", "name", "said"),
    [(True, "Copied", "The text is copied."), (False, "Press Ctrl+C", "Press Ctrl+C to copy it.")],
)
def test_without_https_it_copies_or_says_the_keys(
    open_page: OpenPage, can_copy: bool, name: str, said: str
) -> None:
    page = open_page()
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', {get() {}})")
    if not can_copy:
        page.add_init_script("document.execCommand = () => false")
    Playground(page).open()
    dialog = opened(page)
    dialog.get_by_role("button", name="Copy text").press("Enter")
    expect(dialog.get_by_role("button", name=name)).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_text(said)
    text = dialog.get_by_role("textbox", name="Text with the outcome")
    selected = text.evaluate("({selectionStart, selectionEnd}) => [selectionStart, selectionEnd]")
    assert selected == [0, len(text.input_value())]
    expect(dialog.get_by_role("button", name="Copy text")).to_be_visible()
    expect(dialog.get_by_role("status")).to_have_text("")


def test_a_phone_hands_it_to_another_app(open_page: OpenPage) -> None:
    page = open_page(*PHONE, touch=True)
    Playground(page).open()
    native = "Share with another app"
    dialog = opened(page)
    expect(dialog.get_by_role("button", name=native)).to_have_count(0)
    page.add_init_script("navigator.share = async (given) => { window.shared = given; }")
    page.goto("/" + SEARCH)
    wait_until_ready(page)
    dialog = opened(page)
    dialog.get_by_role("button", name=native).tap()
    assert page.evaluate("shared") == {
        "title": page.title(),
        "text": dialog.get_by_role("textbox", name="Text with the outcome").input_value(),
        "url": page.evaluate("location.href"),
    }


def test_what_is_too_long_for_a_code_is_shared_without_one(open_page: OpenPage) -> None:
    page = open_page()
    run = "adam,eta:0.12345678901234567,beta1:0.12345678901234567"
    parts = {"E": f"w1+{'*'.join('λ' * 290)}", "p": "λ:1", "steps": 100, "run": [run] * 6}
    page.goto("/?" + urlencode(parts, doseq=True, quote_via=quote))
    wait_until_ready(page)
    dialog = opened(page)
    expect(dialog.get_by_role("img", name="QR code")).to_have_count(0)
    assert len(dialog.get_by_role("textbox", name="Link").input_value()) > 2900
    expect(dialog.get_by_role("textbox", name="Code")).not_to_have_value("")


def test_the_preview_is_no_step_for_back_and_lets_escape_through(open_page: OpenPage) -> None:
    page = open_page()
    Playground(page).open()
    before = page.evaluate("history.length")
    dialog = opened(page)
    preview = page.frame_locator("iframe[title='Preview of the embedded figure']")
    for theme in ("dark", "light"):
        dialog.get_by_role("combobox", name="Colours").select_option(theme)
        expect(preview.locator("html")).to_have_attribute("data-theme", theme)
    dialog.get_by_role("button", name="Close").click()
    assert page.evaluate("history.length") == before
    # From within the preview, too, Escape closes the dialog: what is open in the preview first.
    opened(page)
    preview.get_by_role("button", name="Export this state").press("Enter")
    inner = preview.get_by_role("dialog")
    expect(inner).to_be_visible()
    page.keyboard.press("Escape")
    expect(inner).to_be_hidden()
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Share this state")).to_be_focused()


def test_it_is_of_what_is_seen_however_the_address_was_typed(open_page: OpenPage) -> None:
    page = open_page()
    page.goto("/?E=w1^2%2Bk*(w2-a)^2&p=k:25&p=a:-.5&steps=30.&run=adam&Start=1,%202&utm_source=x")
    wait_until_ready(page)
    dialog = opened(page)
    query = "?E=w1%5E2%2Bk%2A%28w2-a%29%5E2&p=k:25&p=a:-0.5&start=1,2&steps=30&run=adam"
    address = page.evaluate("location.origin") + "/" + query
    expect(dialog.get_by_role("textbox", name="Link")).to_have_value(address)
    text = dialog.get_by_role("textbox", name="Text with the outcome").input_value()
    assert text.startswith("E(w1, w2) = w1^2+k*(w2-a)^2, k = 25, a = −0.5: ")
    assert text.endswith(f". {address}")
    code = dialog.get_by_role("textbox", name="Code").input_value()
    assert f"?embed=playground&{query[1:]}".replace("&", "&amp;") in code
    # A refused text in the box is not what is seen.
    page.goto("/?E=sim(w1)&steps=20")
    wait_until_ready(page)
    dialog = opened(page)
    expect(dialog.get_by_role("textbox", name="Link")).to_have_value(re.compile(r"/\?steps=20$"))
    text = dialog.get_by_role("textbox", name="Text with the outcome").input_value()
    assert text.startswith("E(w1, w2) = 3 w1^2 + 10 w2^2: ")


def test_a_change_is_in_it_before_the_address_has_it(open_page: OpenPage) -> None:
    page = open_page()
    Playground(page).open(steps=20)
    dialog = opened(page)
    page.keyboard.press("Escape")
    before, link = page.evaluate(
        """async () => {
          const box = document.querySelector("#hyperparameter-rmsprop-eta-slider");
          box.stepUp(1);
          box.dispatchEvent(new Event("input", {bubbles: true}));
          document.getElementById("page-share").click();
          const dialog = document.querySelector("dialog.share");
          while (!dialog.open) await new Promise(requestAnimationFrame);
          return [location.search, document.getElementById("share-link").value];
        }"""
    )
    assert before == "?steps=20"
    assert "run=rmsprop,eta:" in link
    expect(page).to_have_url(link)
    expect(dialog.get_by_role("textbox", name="Link")).to_have_value(link)


def test_it_follows_what_was_done_since(open_page: OpenPage) -> None:
    page = open_page()
    playground = Playground(page)
    playground.open()
    dialog = opened(page)
    dialog.get_by_role("button", name="Close").click()
    with playground.settling():
        page.get_by_role("slider", name="learning rate").press("ArrowRight")
    opened(page)
    expect(dialog.get_by_role("textbox", name="Link")).to_have_value(page.evaluate("location.href"))


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_in_it(open_page: OpenPage, axe: Axe, size: tuple[int, int]) -> None:
    page = open_page(*size, touch=size == PHONE)
    page.goto("/?steps=20")
    wait_until_ready(page)
    dialog = opened(page)
    preview = page.frame_locator("iframe[title='Preview of the embedded figure']")
    wait_until_ready(preview)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    box = dialog.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= size[0]
    assert axe(page) == []
