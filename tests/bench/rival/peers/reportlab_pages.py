"""The letter and the report in ReportLab's Platypus, warm. Usage: reportlab_pages.py FOLDER"""
import io
import json
import sys
import time

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

FONTS = "/usr/share/fonts/truetype/liberation2/LiberationSans-"
pdfmetrics.registerFont(TTFont("Sans", FONTS + "Regular.ttf"))
pdfmetrics.registerFont(TTFont("Sans-Bold", FONTS + "Bold.ttf"))
TEXT = ParagraphStyle("text", fontName="Sans", fontSize=12, leading=15, spaceAfter=7)
TITLE = ParagraphStyle("title", fontName="Sans-Bold", fontSize=16, leading=20, spaceAfter=8)
PART = ParagraphStyle("part", fontName="Sans-Bold", fontSize=13, leading=16, spaceBefore=6, spaceAfter=5)


def make(text):
    request = json.loads(text)
    recipient, officer = request["case"]["recipient"], request["case"]["officer"]
    fields = request["fields"]
    name = recipient["title"] + " " + recipient["name"]
    story = [
        Paragraph("<br/>".join([name, *recipient["address"]]), TEXT),
        Paragraph("Date: 9 November 2026<br/>Our reference: " + request["case_ref"], TEXT),
        Paragraph(request["type"], TITLE),
        Paragraph("Dear " + name, TEXT),
    ]
    story += [Paragraph(paragraph, TEXT) for paragraph in fields.get("paragraphs", [])]
    for part in fields.get("parts", []):
        story.append(Paragraph(part["heading"], PART))
        story += [Paragraph(paragraph, TEXT) for paragraph in part["paragraphs"]]
    story += [Paragraph("Yours sincerely", TEXT), Spacer(0, 12 * mm)]
    story.append(Paragraph("<br/>".join([officer["name"], officer["post"], officer["phone"]]), TEXT))
    pages = 0

    def foot(page, document):
        nonlocal pages
        pages = document.page
        page.setFont("Sans", 9)
        page.drawString(24.6 * mm, 12 * mm, request["case_ref"])
        page.drawRightString(A4[0] - 24.6 * mm, 12 * mm, f"Page {document.page}")

    out = io.BytesIO()
    margins = {"leftMargin": 24.6 * mm, "rightMargin": 24.6 * mm, "topMargin": 20 * mm, "bottomMargin": 20 * mm}
    SimpleDocTemplate(out, pagesize=A4, **margins).build(story, onFirstPage=foot, onLaterPages=foot)
    return pages, len(out.getvalue())


def measure(file, rounds):
    with open(f"{sys.argv[1]}/{file}", encoding="utf-8") as stream:
        text = stream.read()
    make(text)
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        pages, size = make(text)
        times.append((time.perf_counter() - begin) * 1000)
    return [f"{sorted(times)[rounds // 2]:.3f}", str(pages), str(size)]


print("\t".join([f"ReportLab {reportlab.__version__}", *measure("letter.json", 30), *measure("report.json", 3)]))
