"""The letter and the report in WeasyPrint, warm. Usage: weasyprint_pages.py FOLDER"""
import json
import sys
import time
from html import escape

import weasyprint
from weasyprint.text.fonts import FontConfiguration

STYLE = """<style>
@page { size: A4; margin: 20mm 24.6mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); } }
body { font: 12pt/1.25 "Liberation Sans"; } h1 { font-size: 16pt } h2 { font-size: 13pt }
</style>"""
FONTS = FontConfiguration()


def make(text):
    request = json.loads(text)
    recipient, officer = request["case"]["recipient"], request["case"]["officer"]
    fields = request["fields"]
    name = recipient["title"] + " " + recipient["name"]
    html = [f"<!doctype html><html lang=en-GB><title>{request['type']}</title>{STYLE}"]
    html.append("<p>" + "<br>".join(map(escape, [name, *recipient["address"]])))
    html.append(f"<p>Date: 9 November 2026<br>Our reference: {request['case_ref']}<h1>{request['type']}</h1>")
    html.append(f"<p>Dear {escape(name)}")
    html += ["<p>" + escape(paragraph) for paragraph in fields.get("paragraphs", [])]
    for part in fields.get("parts", []):
        html.append(f"<h2>{escape(part['heading'])}</h2>")
        html += ["<p>" + escape(paragraph) for paragraph in part["paragraphs"]]
    html.append("<p>Yours sincerely<p><br><p>" + "<br>".join([officer["name"], officer["post"], officer["phone"]]))
    document = weasyprint.HTML(string="".join(html)).render(font_config=FONTS)
    return len(document.pages), len(document.write_pdf())


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


print("\t".join([f"WeasyPrint {weasyprint.__version__}", *measure("letter.json", 7), *measure("report.json", 1)]))
