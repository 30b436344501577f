"""Markdown: the words stay where they are in the file, everything else is blanked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sphinx_briefing.models import Article
    from tests.articles.conftest import Reader

BODY = "The envoy said that about 400 troops would stay in Halden until the end of the year."


def words(article: Article, role: str = "") -> list[str]:
    return [article.printed(p.span) for p in article.paragraphs if role in ("", p.role)]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("about **400** troops", "about 400 troops"),
        ("_about_ 400 *troops*", "about 400 troops"),
        ("***about 400*** troops", "about 400 troops"),
        ("~~2,000~~ 400 troops", "2,000 400 troops"),
        ("**about _400_ troops**", "about 400 troops"),
        ("[400 troops](https://example.org/x)", "400 troops"),
        ('[400 troops](https://example.org/x_(y) "A title") stay', "400 troops stay"),
        ("[400 troops](<a b>) stay", "400 troops stay"),
        ("[*400* troops][ref] stay", "400 troops stay"),
        ("[Ref][] stays, [ref] stays", "Ref stays, ref stays"),
        ("[sic] and [Related: x]", "[sic] and [Related: x]"),
        ("[1] and [no][where]", "[1] and [no][where]"),
        ("a] b", "a] b"),
        ("before ![a “picture” of [400] tanks](x.png) after", "before after"),
        ("before ![x][ref] after", "before after"),
        ("the `400` troops", "the 400 troops"),
        ("the ``4`0`` troops", "the 4`0 troops"),
        ("troops[^1] stay[^note].", "troops stay."),
        ("R\\&D \\*star\\*", "R&D *star*"),
        ("a <b>bold</b> word<br/> here", "a bold word here"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("see <https://example.org/x>", "see https://example.org/x"),
        ("a <!-- hidden 7 --> b", "a b"),
        ("a <!-- never closed", "a <!-- never closed"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("*not closed", "*not closed"),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("400&nbsp;troops", "400 troops"),
        ("400<br>troops", "400 troops"),
        ("one  \ntwo\\\nthree", "one two three"),
        ("*a **b* c**", "a **b c**"),
    ],
)
def test_inline_markup(read: Reader, written: str, read_as: str) -> None:
    article = read(f"{BODY}\n\n{written}\n\n[ref]: https://example.org/x\n", "halden.md")
    assert words(article)[1] == read_as
    assert len(article.prose) == len(article.text)


def test_words_keep_their_offsets(read: Reader) -> None:
    article = read("# A\n\nabout **400** [troops](x)\n", "halden.md")
    for word in ("about", "400", "troops"):
        assert article.prose.index(word) == article.text.index(word)
    assert article.prose[article.text.index("(x)") :].strip() == ""


@pytest.mark.parametrize(
    "block",
    [
        "```python\ntroops = '9,000'\n```",
        "~~~\n9,000 troops\n~~~",
        "> ```\n> 9,000 troops\n> ```",
        "```\n9,000 troops never closed",
        "<script>\nalert('9,000 troops')\n</script>",
        "<style>\n.troops { width: 9000px }\n</style>",
        "<!-- 9,000\n\ntroops -->",
        "<script>9,000 troops never closed",
        "[troops]: https://example.org/9000 'troops'",
        ":::{note}\n:::",
        "![9,000 troops](troops.png)",
        "---",
        "* * *",
    ],
)
def test_no_prose(read: Reader, block: str) -> None:
    article = read(f"{BODY}\n\n{block}\n", "halden.md")
    assert "troops" not in article.prose.replace(BODY, "")
    assert words(article, "body") == [BODY]


def test_text_after_code_goes_on(read: Reader) -> None:
    article = read(f"```\nx\n```\n{BODY}\n\n<!-- x -->\n\n{BODY}\n", "halden.md")
    assert words(article) == [BODY, BODY]


def test_headings(read: Reader) -> None:
    article = read(
        f"# Mission to *shrink* #\n\n{BODY}\n## What comes next\n{BODY}\n\n"
        f"The camp\n--------\n\n# Not the title\n\n{BODY}",
        "halden.md",
    )
    assert words(article, "title") == ["Mission to shrink"]
    assert words(article, "heading") == ["What comes next", "The camp", "Not the title"]
    assert article.title == "Mission to shrink"


def test_underlined_title(read: Reader) -> None:
    assert words(read(f"Mission to shrink\n===\n\n{BODY}", "halden.md"), "title") == ["Mission to shrink"]


def test_an_empty_heading_is_nothing(read: Reader) -> None:
    assert words(read(f"#\n\n{BODY}", "halden.md")) == [BODY]


def test_front_matter_is_no_rule(read: Reader) -> None:
    article = read(f"---\ntitle: Given\n---\n{BODY}\n", "halden.md")
    assert article.title == "Given"
    assert words(article) == [BODY]


def test_lists_and_quotes(read: Reader) -> None:
    article = read(
        f"{BODY}\n\n- 300 engineers\n  from Norden\n- [x] 1,300 soldiers\n1. a tank\n\n"
        "> “Nobody is left,\n> behind,” she said.\n",
        "halden.md",
    )
    assert words(article)[1:] == [
        *("300 engineers from Norden", "1,300 soldiers", "a tank", "“Nobody is left, behind,” she said."),
    ]


def test_tables(read: Reader) -> None:
    article = read(f"{BODY}\n\n| Country | Troops |\n|:--|--:|\n|Norden|**400**|\n\n{BODY}", "halden.md")
    assert words(article)[1:3] == ["Country Troops", "Norden 400"]


def test_footnotes(read: Reader) -> None:
    article = read(f"{BODY}\n\n[^1]: A note on 30 troops.\n", "halden.md")
    assert words(article)[1] == "A note on 30 troops."


def test_paragraphs_as_lines(read: Reader) -> None:
    long = f"{BODY} {BODY}"
    assert words(read(f"{long}\n{long}\n", "halden.md")) == [long, long]


def test_hard_wrapped(read: Reader) -> None:
    assert words(read("The envoy said that\nabout 400 troops\nwould stay.\n", "halden.md")) == [
        "The envoy said that about 400 troops would stay."
    ]


def test_binary(read: Reader) -> None:
    article = read(bytes(range(256)) * 4, "halden.md")
    assert (article.text, article.paragraphs) == ("", ())
