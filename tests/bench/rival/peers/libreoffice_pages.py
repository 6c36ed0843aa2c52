"""The letter and the report in LibreOffice, a cold process each, as it is used. Usage: libreoffice_pages.py FOLDER"""
import json
import pathlib
import re
import subprocess
import sys
import time
from html import escape

FOLDER = pathlib.Path(sys.argv[1])


def measure(file, rounds):
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
    line = ["soffice", "--headless", f"-env:UserInstallation={(FOLDER / 'office').as_uri()}"]
    line += ["--convert-to", "pdf:writer_web_pdf_Export", "--outdir", str(FOLDER), str(page)]
    times = []
    for _ in range(rounds + 1):
        begin = time.perf_counter()
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append((time.perf_counter() - begin) * 1000)
    pdf = page.with_suffix(".pdf").read_bytes()
    pages = len(re.findall(rb"/Type\s*/Page[^s]", pdf))
    return [f"{sorted(times[1:])[rounds // 2]:.3f}", str(pages), str(len(pdf))]


print("\t".join(["LibreOffice, a process each", *measure("letter.json", 3), *measure("report.json", 1)]))
