#include "pdf/raw_pdf.h"

#include <cstdio>
#include <fstream>
#include <sstream>

namespace engross {

RawPdf::RawPdf() : bodies_(2) {
    add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
}

std::size_t RawPdf::add(const std::string& body) {
    bodies_.push_back(body);
    return bodies_.size();
}

std::size_t RawPdf::addStream(const std::string& content, const std::string& entries) {
    std::string body = "<< /Length ";
    body += std::to_string(content.size()) + " " + entries + " >>\nstream\n" + content + "\nendstream";
    return add(body);
}

std::size_t RawPdf::addPage(const std::string& entries, const std::string& content) {
    const std::size_t stream = addStream(content);
    std::string body = "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F 3 0 R >> >> /Contents ";
    body += std::to_string(stream) + " 0 R " + entries + " >>";
    pages_.push_back(add(body));
    return pages_.back();
}

std::size_t RawPdf::addTextPage(const std::string& text, const std::string& entries) {
    return addPage(entries, "BT /F 12 Tf 72 700 Td (" + text + ") Tj ET");
}

void RawPdf::countPage(std::size_t number) {
    pages_.push_back(number);
}

void RawPdf::catalog(const std::string& entries) {
    catalogEntries_ += entries;
}

void RawPdf::replace(std::size_t number, const std::string& body) {
    bodies_.at(number - 1) = body;
    pagesReplaced_ = pagesReplaced_ || number == 2;
}

std::size_t RawPdf::pages() const {
    return pages_.size();
}

std::size_t RawPdf::nextNumber() const {
    return bodies_.size() + 1;
}

std::string RawPdf::bytes() const {
    std::vector<std::string> bodies = bodies_;
    bodies[0] = "<< /Type /Catalog /Pages 2 0 R " + catalogEntries_ + " >>";
    if (!pagesReplaced_) {
        std::string kids;
        for (const std::size_t page : pages_) {
            kids += std::to_string(page) + " 0 R ";
        }
        bodies[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages_.size()) + " >>";
    }
    std::string file = "%PDF-1.7\n";
    std::string table = "xref\n0 " + std::to_string(bodies.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        char row[32];
        std::snprintf(row, sizeof row, "%010zu 00000 n \n", file.size());
        table += row;
        file += std::to_string(i + 1) + " 0 obj\n" + bodies[i] + "\nendobj\n";
    }
    const std::size_t start = file.size();
    file += table + "trailer\n<< /Size " + std::to_string(bodies.size() + 1) + " /Root 1 0 R >>\nstartxref\n";
    return file + std::to_string(start) + "\n%%EOF\n";
}

std::string RawPdf::writeTo(const std::string& path) const {
    return writeBytes(path, bytes());
}

std::string writeBytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
}

std::string readBytes(const std::string& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

}  // namespace engross
