"""SVG by hand: well formed whatever is put in, told in words, lines that fit."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_briefing.pages.rendering.svg.bars import Bar, draw_bars, told
from sphinx_briefing.pages.rendering.svg.elements import drawing, element, words
from sphinx_briefing.pages.rendering.svg.text import line, text_width, wrapped

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*bars: Bar, title: str = "Boats") -> ET.Element:
    return ET.fromstring(draw_bars(bars, title=title, name="boats"))


def widths(root: ET.Element) -> list[float]:
    return [float(rect.get("width", 0)) for rect in root.iter(f"{SVG}rect")]


def test_a_drawing_is_one_image_with_title_and_description():
    root = drawn(Bar(low=2, high=2, label="2 boats", note="on Tarn"), Bar(low=1, high=1, label="one"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "boats-title boats-desc"
    names = {node.get("id"): node.text for node in root.iter() if node.get("id")}
    assert names == {"boats-title": "Boats", "boats-desc": "2 boats, on Tarn; one"}
    assert [node.text for node in root.iter(f"{SVG}text")] == ["2 boats", "on Tarn", "one"]


def test_a_drawing_takes_the_colour_and_font_of_the_text_round_it():
    svg = draw_bars([Bar(low=1, high=2, label="x", sure=False)], title="t", name="n")
    assert 'fill="currentColor"' in svg
    assert not re.search(r"#[0-9a-f]{3}|rgb|font-family|<style|<script|href", svg)


def test_bars_begin_at_zero_and_are_as_long_as_their_values():
    first, second, third = widths(drawn(*(Bar(low=n, high=n, label="x") for n in (2000, 500, 1))))
    assert first == pytest.approx(4 * second, rel=0.01)
    assert third == 1.5  # the least that can be seen


def test_a_value_below_zero_is_on_the_other_side():
    left, right = drawn(Bar(low=-5, high=-5, label="x"), Bar(low=15, high=15, label="y")).iter(f"{SVG}rect")
    assert float(left.get("x")) == 1
    assert float(right.get("x")) == pytest.approx(1 + float(left.get("width")), abs=0.1)


def test_a_range_is_pale_between_its_ends():
    sure, pale = drawn(Bar(low=3, high=4, label="x")).iter(f"{SVG}rect")
    assert float(pale.get("x")) == pytest.approx(float(sure.get("x")) + float(sure.get("width")), abs=0.1)
    assert float(pale.get("opacity")) < float(sure.get("opacity"))


def test_a_plan_is_outlined_and_hatched():
    root = drawn(Bar(low=3, high=3, label="x"), Bar(low=4, high=4, label="y (planned)", sure=False))
    solid, hatched = root.iter(f"{SVG}rect")
    assert (solid.get("fill"), hatched.get("fill")) == (None, "url(#boats-hatching)")
    assert root.find(f".//{SVG}pattern").get("id") == "boats-hatching"
    assert not list(drawn(Bar(low=3, high=3, label="x")).iter(f"{SVG}pattern"))


def test_a_group_is_told_with_its_heading():
    bars = [
        Bar(low=4, high=4, label="before: 4", heading="boats", grouped=True),
        Bar(low=2, high=2, label="after: 2", grouped=True),
    ]
    assert told(bars) == "boats: before: 4; after: 2"
    bold = [n.text for n in drawn(*bars).iter(f"{SVG}text") if n.get("font-weight") == "bold"]
    assert bold == ["boats"]


def test_all_that_is_drawn_is_inside():
    long = "a very long name of what there is to be counted on the islands " * 4
    root = drawn(*(Bar(low=n, high=n + 1, label=long, note=long) for n in range(5)))
    height = float(root.get("height"))
    assert all(float(node.get("y")) <= height for node in root.iter() if node.get("y"))
    assert all(text_width(node.text, float(node.get("font-size"))) <= 400 for node in root.iter(f"{SVG}text"))


@given(st.text(), st.text(min_size=1))
def test_a_drawing_is_well_formed_whatever_is_written_in_it(text: str, title: str):
    root = drawn(Bar(low=1, high=2, label=text, note=text, heading=text, sure=False), title=title)
    told = root.find(f"{SVG}desc").text
    for word in re.findall(r"\w+", text, re.ASCII):
        assert word in told


@given(st.text(), st.floats(min_value=10, max_value=500))
def test_wrapped_lines_keep_every_word_in_its_order(text: str, width: float):
    lines = wrapped(text, 14, width)
    assert " ".join(lines).split() == text.split()
    assert all(text_width(one, 14) <= width for one in lines if " " in one)


def test_widths_tell_scripts_apart():
    assert text_width("iii", 10) < text_width("aaa", 10) < text_width("MMM", 10) < text_width("漢漢漢", 10)
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("bold", 10, bold=True) > text_width("bold", 10)


def test_elements_and_lines():
    assert (
        element("path", d="M0 0", stroke_width=1.0, x=1 / 3) == '<path d="M0 0" stroke-width="1" x="0.33"/>'
    )
    assert element("g", words("a < b & \x00c"), class_='"x"') == "<g class='\"x\"'>a &lt; b &amp; c</g>"
    assert line("a", 1, 2, 3, bold=True, anchor="end") == (
        '<text x="1" y="2" font-size="3" font-weight="bold" text-anchor="end">a</text>'
    )
    assert 'class="mine" role="img"' in drawing(
        "", width=1, height=1, title="", description="", name="n", class_="mine"
    )
