"""A bundler as such scripts are written today, on pikepdf and ReportLab: cover, index, page numbers, bookmarks, labels.
Usage: peer_bundler.py LIST OUT, where each line of LIST is a file."""
import io
import os
import sys

import pikepdf
from reportlab.pdfgen import canvas

ROWS = 45


def front(rows):
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, pagesize=(595, 842))
    page.setFont("Helvetica", 24)
    page.drawString(72, 600, "TRIBUNAL BUNDLE")
    page.showPage()
    for begin in range(0, len(rows), ROWS):
        page.setFont("Helvetica", 10)
        for line, (name, number) in enumerate(rows[begin:begin + ROWS]):
            page.drawString(60, 780 - 16 * line, name)
            page.drawString(500, 780 - 16 * line, str(number))
        page.showPage()
    page.save()
    buffer.seek(0)
    return pikepdf.open(buffer)


def stamps(sizes):
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    for number, (width, height) in enumerate(sizes, 1):
        page.setPageSize((width, height))
        page.setFont("Helvetica-Bold", 12)
        page.drawRightString(width - 24, 24, str(number))
        page.showPage()
    page.save()
    buffer.seek(0)
    return pikepdf.open(buffer)


def main(listing, output):
    with open(listing, encoding="utf-8") as lines:
        sources = [(path, pikepdf.open(path)) for path in lines.read().split("\n") if path]
    first = 1 + 1 + (len(sources) + ROWS - 1) // ROWS
    rows = []
    for path, source in sources:
        rows.append((os.path.basename(path), first))
        first += len(source.pages)
    bundle = pikepdf.new()
    index = front(rows)
    bundle.pages.extend(index.pages)
    for _, source in sources:
        bundle.pages.extend(source.pages)
    sizes = [(float(page.mediabox[2]), float(page.mediabox[3])) for page in bundle.pages]
    numbers = stamps(sizes)
    for place in range(len(sizes)):
        bundle.pages[place].add_overlay(numbers.pages[place])
    with bundle.open_outline() as outline:
        for name, number in rows:
            outline.root.append(pikepdf.OutlineItem(name, number - 1))
    bundle.Root.PageLabels = pikepdf.Dictionary(Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.D)])
    bundle.save(output)


main(*sys.argv[1:])
