"""The letter and the report in LibreOffice: a cold process each, as it is used from a shell, and one process that is
given many files, which leaves its start out of the figure. Usage: libreoffice_pages.py FOLDER"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import time
from html import escape

FOLDER = pathlib.Path(sys.argv[1])


def page_of(file):
    request = json.loads((FOLDER / file).read_text(encoding="utf-8"))
    fields = request["fields"]
    recipient = request["case"]["recipient"]
    html = ["<html><body style='font-family: Liberation Sans; font-size: 12pt'>"]
    html.append("<p>" + "<br>".join(map(escape, [recipient["name"], *recipient["address"]])))
    html.append(f"<h1>{request['type']}</h1><p>Dear {escape(recipient['name'])}</p>")
    html += [f"<p>{escape(paragraph)}</p>" for paragraph in fields.get("paragraphs", [])]
    for part in fields.get("parts", []):
        html.append(f"<h2>{escape(part['heading'])}</h2>")
        html += [f"<p>{escape(paragraph)}</p>" for paragraph in part["paragraphs"]]
    page = (FOLDER / file).with_suffix(".html")
    page.write_text("".join(html), encoding="utf-8")
    return page


def convert(pages):
    """Milliseconds that one process takes for these files."""
    line = ["soffice", "--headless", f"-env:UserInstallation={(FOLDER / 'office').as_uri()}"]
    line += ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(FOLDER), *map(str, pages)]
    begin = time.perf_counter()
    subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000


def made_of(page):
    pdf = page.with_suffix(".pdf").read_bytes()
    return [str(len(re.findall(rb"/Type\s*/Page[^s]", pdf))), str(len(pdf))]


def median(times):
    return sorted(times)[len(times) // 2]


def further(page, copies):
    """Milliseconds of each further file in a process that has begun."""
    names = [page.with_name(f"{page.stem}-{i}.html") for i in range(copies + 1)]
    for name in names:
        shutil.copyfile(page, name)
    return (convert(names) - convert(names[:1])) / copies


letter, report = page_of("letter.json"), page_of("report.json")
convert([letter])  # makes its profile
cold = [median([convert([letter]) for _ in range(3)]), convert([report])]
warm = [further(letter, 20), further(report, 4)]
for name, times in (("LibreOffice, a process each", cold), ("LibreOffice, one process", warm)):
    cells = [[f"{ms:.3f}", *made_of(page)] for ms, page in zip(times, (letter, report))]
    print("\t".join([name, *cells[0], *cells[1]]))
