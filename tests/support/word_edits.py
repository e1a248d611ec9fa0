"""Changes a document for Word as a person does in Word: by the controls, rows and paragraphs that she sees."""

from __future__ import annotations

import copy
import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


def w(name: str) -> str:
    """Return the full name of an element or attribute of Word."""
    return f"{{{W}}}{name}"


class Edited:
    """A document that a person works on."""

    def __init__(self, data: bytes) -> None:
        """Open the document."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {info.filename: archive.read(info) for info in archive.infolist()}
        self.root: _Element = etree.fromstring(self.parts["word/document.xml"])

    @property
    def data(self) -> bytes:
        """The document as it is saved."""
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return target.getvalue()

    def without_ancestor(self) -> Edited:
        """Take out what the document says of its making."""
        self.parts = {name: data for name, data in self.parts.items() if not name.startswith("customXml/")}
        rels = self.parts["word/_rels/document.xml.rels"]
        root = etree.fromstring(rels)
        for item in list(root):
            if "customXml" in item.get("Target", ""):
                root.remove(item)
        self.parts["word/_rels/document.xml.rels"] = etree.tostring(root)
        return self

    def control(self, tag: str) -> _Element:
        """Return the control with a tag."""
        for control in self.root.iter(w("sdt")):
            found = control.find(f"{w('sdtPr')}/{w('tag')}")
            if found is not None and found.get(w("val")) == tag:
                return control
        raise LookupError(tag)

    def say(self, tag: str, text: str, paragraph: int = 0) -> None:
        """Type another text in a control: in its only line, or in one of its paragraphs."""
        control = self.control(tag)
        prompt = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}")
        if prompt is not None:
            control.find(w("sdtPr")).remove(prompt)
        content = control.find(w("sdtContent"))
        paragraphs = content.findall(w("p"))
        set_text(paragraphs[paragraph] if paragraphs else content, text)

    def tick(self, tag: str, *, checked: bool) -> None:
        """Tick a checkbox, or take the tick away."""
        control = self.control(tag)
        state = control.find(f"{w('sdtPr')}/{{{W14}}}checkbox/{{{W14}}}checked")
        state.set(f"{{{W14}}}val", str(int(checked)))
        set_text(control.find(w("sdtContent")), "\u2612" if checked else "\u2610")

    def row(self, tag: str) -> _Element:
        """Return the row in which a control stands."""
        return next(self.control(tag).iterancestors(w("tr")))

    def paragraph(self, tag: str) -> _Element:
        """Return the paragraph in or around a control."""
        control = self.control(tag)
        inside = control.find(f"{w('sdtContent')}/{w('p')}")
        return inside if inside is not None else next(control.iterancestors(w("p")))

    def unwrap_controls(self, keep: Callable[[str], bool] = lambda _tag: False) -> None:
        """Remove content controls and leave what stands in them."""
        for control in list(self.root.iter(w("sdt"))):
            found = control.find(f"{w('sdtPr')}/{w('tag')}")
            if found is not None and not keep(str(found.get(w("val")))):
                unwrap(control)


def set_text(parent: _Element, text: str) -> None:
    """Give the runs in an element another text, in the look of the first."""
    runs = [run for run in parent.iter(w("r")) if run.find(w("t")) is not None]
    texts = [item for run in runs for item in run.findall(w("t"))]
    texts[0].text = text
    texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for item in texts[1:]:
        item.text = ""
    for line in [item for run in runs for item in run.findall(w("br"))]:
        line.getparent().remove(line)


def unwrap(control: _Element) -> None:
    """Put what stands in a control in its place."""
    parent, content = control.getparent(), control.find(w("sdtContent"))
    place = parent.index(control)
    for child in reversed(content):
        parent.insert(place, child)
    parent.remove(control)


def copied(element: _Element, *, with_tags: bool = True) -> _Element:
    """Return a copy as Word pastes it: with new ids, and with or without the controls."""
    twin = copy.deepcopy(element)
    for item in twin.iter():
        item.attrib.pop(f"{{{W14}}}paraId", None)
    if not with_tags:
        for control in list(twin.iter(w("sdt"))):
            unwrap(control)
    return twin


def set_cells(row: _Element, texts: list[str]) -> None:
    """Give the cells of a row these texts, each in one plain run."""
    for cell, text in zip(row.findall(w("tc")), texts, strict=True):
        for paragraph in cell.findall(w("p"))[1:]:
            cell.remove(paragraph)
        paragraph = cell.find(w("p"))
        for child in [item for item in paragraph if item.tag != w("pPr")]:
            paragraph.remove(child)
        run = etree.SubElement(paragraph, w("r"))
        etree.SubElement(run, w("t")).text = text


def track_insertion(paragraph: _Element, text: str, author: str) -> None:
    """Type text at the end of a paragraph while changes are tracked."""
    change = etree.SubElement(paragraph, w("ins"))
    change.set(w("id"), "9001")
    change.set(w("author"), author)
    change.set(w("date"), "2026-03-01T09:00:00Z")
    run = etree.SubElement(change, w("r"))
    words = etree.SubElement(run, w("t"))
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def track_deletion(paragraph: _Element, author: str) -> None:
    """Take the last run of a paragraph out while changes are tracked."""
    run = [item for item in paragraph.iter(w("r")) if item.find(w("t")) is not None][-1]
    change = etree.Element(w("del"))
    for name, value in {"id": "9002", "author": author, "date": "2026-03-01T09:00:00Z"}.items():
        change.set(w(name), value)
    run.addprevious(change)
    change.append(run)
    for text in run.findall(w("t")):
        text.tag = w("delText")


def comment_on(document: Edited, tag: str, text: str, author: str, *, reply_to: str = "") -> None:
    """Put a comment of a reader beside the paragraph of a control, or below another comment."""
    root = etree.fromstring(document.parts["word/comments.xml"])
    number = str(900 + len(root))
    comment = etree.SubElement(root, w("comment"))
    comment.set(w("id"), number)
    comment.set(w("author"), author)
    paragraph = etree.SubElement(comment, w("p"))
    paragraph.set(f"{{{W14}}}paraId", f"70000{number}")
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = text
    document.parts["word/comments.xml"] = etree.tostring(root)
    mark = etree.SubElement(etree.SubElement(document.paragraph(tag), w("r")), w("commentReference"))
    mark.set(w("id"), number)
    if reply_to:
        parent = next(item for item in root.iter(w("p")) if "".join(item.itertext()) == reply_to)
        _thread(document, paragraph.get(f"{{{W14}}}paraId"), parent.get(f"{{{W14}}}paraId"))


def _thread(document: Edited, reply: str, parent: str) -> None:
    """Keep beside the comments which one is a reply to which, as Word does."""
    root = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
    for identity, above in ((parent, ""), (reply, parent)):
        item = etree.SubElement(root, f"{{{W15}}}commentEx")
        item.set(f"{{{W15}}}paraId", identity)
        item.set(f"{{{W15}}}done", "0")
        if above:
            item.set(f"{{{W15}}}paraIdParent", above)
    document.parts["word/commentsExtended.xml"] = etree.tostring(root)
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    _relate(document, "rId900", kind, "commentsExtended", "wordprocessingml.commentsExtended+xml")


def add_footnote(document: Edited, tag: str, text: str) -> None:
    """Put a note at the foot of the page below the text of a control, in a document without notes."""
    root = etree.Element(w("footnotes"), nsmap={"w": W})
    for number, kind in (("-1", "separator"), ("0", "continuationSeparator"), ("1", "")):
        note = etree.SubElement(root, w("footnote"), {w("id"): number})
        run = etree.SubElement(etree.SubElement(note, w("p")), w("r"))
        etree.SubElement(run, w(kind or "t")).text = None if kind else text
        if kind:
            note.set(w("type"), kind)
    document.parts["word/footnotes.xml"] = etree.tostring(root)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    _relate(document, "rId902", kind, "footnotes", "wordprocessingml.footnotes+xml")
    sign = etree.SubElement(document.paragraph(tag), w("r"))
    etree.SubElement(sign, w("footnoteReference")).set(w("id"), "1")


def _relate(document: Edited, identity: str, kind: str, name: str, content: str) -> None:
    """Let a document know a part beside its text."""
    rels = etree.fromstring(document.parts["word/_rels/document.xml.rels"])
    names = {"Id": identity, "Type": kind, "Target": f"{name}.xml"}
    etree.SubElement(rels, f"{{{etree.QName(rels).namespace}}}Relationship", names)
    document.parts["word/_rels/document.xml.rels"] = etree.tostring(rels)
    types = etree.fromstring(document.parts["[Content_Types].xml"])
    names = {"PartName": f"/word/{name}.xml", "ContentType": f"application/vnd.openxmlformats-officedocument.{content}"}
    etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override", names)
    document.parts["[Content_Types].xml"] = etree.tostring(types)
