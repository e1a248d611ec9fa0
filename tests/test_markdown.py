"""Light Markdown, and text as people paste it from Word, a page or a chat."""

from __future__ import annotations

import pytest
from lxml import html

from generator.page import markdown

LISTS = {
    "bullets that YAML folded into one line": (
        "Daarom doen wij drie dingen: - meedenken - zelf doen - terugkoppelen",
        "<p>Daarom doen wij drie dingen:</p><ul><li>meedenken</li><li>zelf doen</li><li>terugkoppelen</li></ul>",
    ),
    "a lone line of bullets that YAML folded": (
        "Drie dingen:\n\n- meedenken - zelf doen",
        "<p>Drie dingen:</p><ul><li>meedenken</li><li>zelf doen</li></ul>",
    ),
    "a lone item with a dash in it": ("- looptijd 2024 - 2026", "<ul><li>looptijd 2024 - 2026</li></ul>"),
    "items with a dash in them": (
        "- Jan - wijkmanager\n- Els - agent",
        "<ul><li>Jan - wijkmanager</li><li>Els - agent</li></ul>",
    ),
    "numbers that YAML folded": (
        "Zo doen wij het: 1. praten. 2. kiezen. 3. doen.",
        '<p>Zo doen wij het:</p><ol type="1"><li>praten.</li><li>kiezen.</li><li>doen.</li></ol>',
    ),
    "numbers in one sentence": (
        "Wij letten op: 1. leegstand, 2. schulden en 3. drugs. Dat is veel.",
        "<p>Wij letten op: 1. leegstand, 2. schulden en 3. drugs. Dat is veel.</p>",
    ),
    "a line after the last bullet": ("- een\n- twee\nSlot.", "<ul><li>een</li><li>twee</li></ul><p>Slot.</p>"),
    "an item over two lines": ("- een en\n  nog wat\n- twee", "<ul><li>een en nog wat</li><li>twee</li></ul>"),
    "an item that runs on without indentation": (
        "- een en\nnog wat\n- twee",
        "<ul><li>een en nog wat</li><li>twee</li></ul>",
    ),
    "an item of two paragraphs": ("- een\n\n  meer\n- twee", "<ul><li>een<p>meer</p></li><li>twee</li></ul>"),
    "a year at the start of a sentence": ("2026. Dat is het jaar.", "<p>2026. Dat is het jaar.</p>"),
    "a day at the start of a sentence": ("1. januari is de start.", "<p>1. januari is de start.</p>"),
    "a year before a list": (
        "2026. Het jaar.\n\n1. Praten.\n2. Doen.",
        '<p>2026. Het jaar.</p><ol type="1"><li>Praten.</li><li>Doen.</li></ol>',
    ),
    "numbers inside a paragraph": (
        "In de zomer van\n2026. was het druk. Er waren\n3) incidenten.",
        "<p>In de zomer van 2026. was het druk. Er waren 3) incidenten.</p>",
    ),
    "a list that goes on after a paragraph": (
        "1. een\n2. twee\n\nTussendoor.\n\n3. drie\n4. vier",
        '<ol type="1"><li>een</li><li>twee</li></ol><p>Tussendoor.</p>'
        '<ol start="3" type="1"><li>drie</li><li>vier</li></ol>',
    ),
    "items with a paragraph after each": (
        "1. een\n\nUitleg.\n\n2. twee\n\nUitleg.",
        '<ol type="1"><li>een</li></ol><p>Uitleg.</p><ol start="2" type="1"><li>twee</li></ol><p>Uitleg.</p>',
    ),
    "a number that is missing": (
        "1. een\n2. twee\n4. vier",
        '<ol type="1"><li>een</li><li>twee</li></ol><ol start="4" type="1"><li>vier</li></ol>',
    ),
    "numbers that are all the same": (
        "1. een\n1. twee",
        '<ol type="1"><li>een</li></ol><ol type="1"><li>twee</li></ol>',
    ),
    "numbers with a bracket": ("1) een\n2) twee", '<ol type="1"><li>een</li><li>twee</li></ol>'),
    "numbers between brackets": ("(1) een\n(2) twee", '<ol type="1"><li>een</li><li>twee</li></ol>'),
    "letters with a bracket": ("a) een\nb) twee", '<ol type="a"><li>een</li><li>twee</li></ol>'),
    "letters with a full stop": ("c. een\nd. twee", '<ol start="3" type="a"><li>een</li><li>twee</li></ol>'),
    "capitals": ("A. een\nB. twee", '<ol type="A"><li>een</li><li>twee</li></ol>'),
    "an initial": ("A. Bakker komt.", "<p>A. Bakker komt.</p>"),
    "Roman numbers": ("i) een\nii) twee", '<ol type="i"><li>een</li><li>twee</li></ol>'),
    "bullets from Word": ("Wij zien:\n•\teen\n•\ttwee", "<p>Wij zien:</p><ul><li>een</li><li>twee</li></ul>"),
    "a bullet of its symbol font": ("\uf0b7\teen\n\uf0a7   twee", "<ul><li>een<ul><li>twee</li></ul></li></ul>"),
    "a bullet that nobody knows": ("\ue123 een", "<ul><li>een</li></ul>"),
    "dashes": ("– een\n— twee", "<ul><li>een</li><li>twee</li></ul>"),
    "levels of Word": (
        "•\teen\no\tdieper\n▪\tdiepst\n•\ttwee",
        "<ul><li>een<ul><li>dieper<ul><li>diepst</li></ul></li></ul></li><li>twee</li></ul>",
    ),
    "bullets under a number": (
        "1. een:\n- a\n- b\n2. twee",
        '<ol type="1"><li>een:<ul><li>a</li><li>b</li></ul></li><li>twee</li></ol>',
    ),
    "numbers under a letter": (
        "a. een\n  1. x\n  2. y\nb. twee",
        '<ol type="a"><li>een<ol type="1"><li>x</li><li>y</li></ol></li><li>twee</li></ol>',
    ),
    "lists that are too deep": (
        "- een\n  - twee\n    - drie\n      - vier",
        "<ul><li>een<ul><li>twee<ul><li>drie</li><li>vier</li></ul></li></ul></li></ul>",
    ),
    "two lists of another kind": (
        "- een\n- twee\n\n1. drie\n2. vier",
        '<ul><li>een</li><li>twee</li></ul><ol type="1"><li>drie</li><li>vier</li></ol>',
    ),
    "numbers of numbers": (
        "1. een\n1.1 a\n1.2 b\n2. twee",
        '<ol type="1"><li>een</li></ol><p>1.1 a<br>1.2 b</p><ol start="2" type="1"><li>twee</li></ol>',
    ),
    "a note under a text with stars": (
        "De bijdrage* is onzeker.\n\n* exclusief btw",
        "<p>De bijdrage* is onzeker.</p><p>* exclusief btw</p>",
    ),
}
BLOCKS = {
    "a heading": ("# Kop\nTekst", "<p><strong>Kop</strong></p><p>Tekst</p>"),
    "a heading with nothing under it": ("# 1 op de lijst", "<p># 1 op de lijst</p>"),
    "a quote": (
        "> “Het is hier stil”\n> - zegt Els",
        "<blockquote><p>“Het is hier stil”</p><ul><li>zegt Els</li></ul></blockquote>",
    ),
    "more than": ("> 50% van de bewoners", "<p>&gt; 50% van de bewoners</p>"),
    "a table": ("| a | b |\n|---|---|\n| 1 | 2 |", "<p>| a | b |<br>|---|---|<br>| 1 | 2 |</p>"),
    "a table with tabs": ("jaar\taantal\n2025\t12", "<p>jaar aantal<br>2025 12</p>"),
    "paragraphs that are wrapped": ("een\ntwee\n\ndrie", "<p>een twee</p><p>drie</p>"),
    "paragraphs that are too long to be wrapped": (
        f"{'woord ' * 40}\nTwee",
        f"<p>{('woord ' * 40).strip()}</p><p>Twee</p>",
    ),
}
LINES = {
    "sums and codes": ("2*3*4 en A*B*C en __init__ en bijlage_nr_3", "2*3*4 en A*B*C en __init__ en bijlage_nr_3"),
    "notes": ("De bijdrage* en de subsidie*. *) zonder **) met", "De bijdrage* en de subsidie*. *) zonder **) met"),
    "a name between underscores": ("het bestand _concept_ staat klaar", "het bestand _concept_ staat klaar"),
    "underscores of whoever knows Markdown": (
        "**vet** en _schuin_ en a_b_c",
        "<strong>vet</strong> en <em>schuin</em> en a_b_c",
    ),
    "stars": (
        "**vet**, *schuin* en ***beide***",
        "<strong>vet</strong>, <em>schuin</em> en <em><strong>beide</strong></em>",
    ),
    "signs with a backslash": (r"\*geen\* \[a](x.nl) 2\*3", "*geen* [a](x.nl) 2*3"),
    "a path": (r"C:\map\_bestand en \\server\*map", r"C:\map\_bestand en \\server\*map"),
    "a path in bold": (r"**\\server\map**", r"<strong>\\server\map</strong>"),
    "a website": ("[a](https://x.nl/b(c))", '<a href="https://x.nl/b(c)">a</a>'),
    "a website without https": ("[a](www.x.nl/b)", '<a href="https://www.x.nl/b">a</a>'),
    "a domain": ("[a](x.nl)", '<a href="https://x.nl">a</a>'),
    "a website with spaces": ("[a](https://x.nl/b c)", '<a href="https://x.nl/b%20c">a</a>'),
    "a phone number": ("[bel](tel:0123456789)", '<a href="tel:0123456789">bel</a>'),
    "an e-mail address": (
        "[mail](a@x.nl), [b](mailto:a@x.nl)",
        '<a href="mailto:a@x.nl">mail</a>, <a href="mailto:a@x.nl">b</a>',
    ),
    "a folder on a server": (r"[de map](<\\server\map x\plan.docx>)", r"de map (\\server\map x\plan.docx)"),
    "a file": ("[het plan](plan.docx), [b](file:///c/a)", "het plan (plan.docx), b (file:///c/a)"),
    "a script": ("[klik](javascript:alert(1))", "[klik](javascript:alert(1))"),
    "a link to nowhere": ("[a](#doel) [b](/c) [1](2)", "[a](#doel) [b](/c) [1](2)"),
    "a title of a link": ('[a](https://x.nl "titel")', "[a](https://x.nl &quot;titel&quot;)"),
    "a picture": ("![foto](https://x.nl/a.png)", "![foto](https://x.nl/a.png)"),
    "bold in a link": ("[**a**](x.nl)", '<a href="https://x.nl"><strong>a</strong></a>'),
    "HTML": ("<b>a</b> &amp;", "&lt;b&gt;a&lt;/b&gt; &amp;amp;"),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    """What people mean as a list is one, with the numbers that they typed; what is a sentence stays one."""
    text, expected = LISTS[name]
    assert markdown.to_html(text) == expected


@pytest.mark.parametrize("name", BLOCKS)
def test_blocks(name: str) -> None:
    """Headings and quotes show as what they are; rows of a table keep their own lines."""
    text, expected = BLOCKS[name]
    assert markdown.to_html(text) == expected


@pytest.mark.parametrize("name", LINES)
def test_marks_in_a_line(name: str) -> None:
    """Bold, italics and links are read at the edges of words; every other sign stays."""
    text, expected = LINES[name]
    assert markdown.to_line(text) == expected


def test_a_short_answer_keeps_the_ends_of_its_lines() -> None:
    """In a cell or a sentence a new line is a new line, and only what is one paragraph fits."""
    assert markdown.to_line("Regel een\n**Regel** twee") == "Regel een<br><strong>Regel</strong> twee"
    assert markdown.fits_line("Regel een\nRegel twee")
    assert not any(map(markdown.fits_line, ("- een\n- twee", "een\n\ntwee", "> citaat", "Dit: - een - twee")))


def test_a_name_is_one_line_without_links() -> None:
    """In a heading or a link, bold stays bold, and an address stands behind its words."""
    assert (
        markdown.to_name("**Buurt**\n[huis](www.x.nl) a[b](x.nl)")
        == "<strong>Buurt</strong> huis (www.x.nl) a[b](x.nl)"
    )


def test_items_lose_the_mark_that_their_list_gives_them() -> None:
    """Points that people numbered themselves have one number, and sub-points stand under their point."""
    texts = ["1. Een", "2. Twee:\na. x\nb. y", "4. Vier", "Vijf", "2026. wordt het jaar", "1.1 Zes"]
    assert [(item.number, item.html) for item in markdown.to_items(texts, numbered=True)] == [
        (1, "Een"),
        (2, '<p>Twee:</p><ol type="a"><li>x</li><li>y</li></ol>'),
        (4, "Vier"),
        (None, "Vijf"),
        (None, "2026. wordt het jaar"),
        (None, "1.1 Zes"),
    ]
    items = markdown.to_items(["- een", "•\t**twee**", "1) drie", "Vier\n\nen meer"], numbered=False)
    assert [item.html for item in items] == ["een", "<strong>twee</strong>", "1) drie", "<p>Vier</p><p>en meer</p>"]


LARGE = {
    "a word": "a" * 100_000,
    "stars": "*" * 20_000,
    "stars that open": "*a " * 20_000,
    "stars that close": "a* " * 20_000,
    "brackets": "[" * 50_000 + "](x.nl)",
    "links that do not end": "[a](b.nl" * 10_000,
    "backslashes": "\\*" * 20_000,
    "items": "- a\n" * 10_000,
    "numbers": "1. a\n" * 10_000,
    "marks on one line": "- " * 20_000 + "a",
    "headings": "# a\n" * 5_000,
    "hashes": "# #" + "#" * 50_000 + "a\nb",
    "quotes": "> " * 20_000 + "a",
    "folded items": "a: - b - c " * 5_000,
    "blank lines": "- a\n" + "\n" * 50_000 + "- b",
    "steps": "".join(" " * depth + "- a\n" for depth in range(500)),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_text_stays_whole(name: str) -> None:
    """However long a text is and whatever signs repeat in it, it is read at once and its words are all there."""
    found = html.fromstring(f"<div>{markdown.to_html(LARGE[name])}</div>")
    assert _letters(str(found.text_content())) == _letters(LARGE[name])


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())
