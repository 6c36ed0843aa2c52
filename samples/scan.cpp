#include "scan.h"

#include "picture_files.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross::samples {
namespace {

double darkness(const Raster& page, double x, double y) {
    const int left = static_cast<int>(std::floor(x));
    const int top = static_cast<int>(std::floor(y));
    if (left < 0 || top < 0 || left + 1 >= page.width || top + 1 >= page.height) {
        return 0.18;
    }
    const double across = x - left;
    const double down = y - top;
    const double upper = std::lerp(page.at(left, top).green, page.at(left + 1, top).green, across);
    const double lower = std::lerp(page.at(left, top + 1).green, page.at(left + 1, top + 1).green, across);
    return 1 - std::lerp(upper, lower, down);
}

/// A PDF file written object by object (ISO 32000-1 section 7.5).
class ObjectFile {
public:
    void object(const std::string& body) {
        offsets_.push_back(out_.size());
        out_ += std::to_string(offsets_.size()) + " 0 obj\n" + body + "\nendobj\n";
    }
    [[nodiscard]] std::string finish() {
        const auto table = out_.size();
        out_ += "xref\n0 " + std::to_string(offsets_.size() + 1) + "\n0000000000 65535 f \n";
        for (const auto offset : offsets_) {
            std::array<char, 24> line{};
            std::snprintf(line.data(), line.size(), "%010zu 00000 n \n", offset);
            out_ += line.data();
        }
        return out_ + "trailer\n<< /Size " + std::to_string(offsets_.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
               std::to_string(table) + "\n%%EOF\n";
    }

private:
    std::string out_ = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
    std::vector<std::size_t> offsets_;
};

std::string stream(const std::string& entries, const std::string& bytes) {
    return "<< " + entries + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes + "\nendstream";
}

std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    return text.data();
}

std::string written(QPDFWriter& writer) {
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

Raster scanned(const Raster& page, double degrees, std::uint32_t seed) {
    Raster out(page.width, page.height);
    const double angle = degrees * std::numbers::pi / 180;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            const double right = x - page.width / 2.0;
            const double down = y - page.height / 2.0;
            const double ink = darkness(page, right * cosine + down * sine + page.width / 2.0 + 4,
                                        down * cosine - right * sine + page.height / 2.0 - 3);
            const double paper = 0.955 + 0.02 * (cloud(x / 300.0, y / 300.0, seed, 3) - 0.5);
            const double edge = 0.25 * (1 - smoothStep(0, 14, x)) + 0.12 * (1 - smoothStep(0, 9, page.height - 1 - y));
            const double dust = scatter(x / 2, y / 2, seed + 7) > 0.9998 ? 0.5 : 0;
            const double grain = (scatter(x, y, seed) - 0.5) * 0.07;
            const double grey = paper - 0.88 * ink - edge - dust + grain;
            out.set(x, y, {grey, grey, grey});
        }
    }
    return out;
}

std::string pictureOnlyPdf(const std::vector<Raster>& pages, int dotsPerInch) {
    ObjectFile file;
    std::string kids;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        kids += std::to_string(3 + 3 * i) + " 0 R ";
    }
    file.object("<< /Type /Catalog /Pages 2 0 R >>");
    file.object("<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [ " + kids + "] >>");
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto& page = pages.at(i);
        const std::string width = number(page.width * 72.0 / dotsPerInch);
        const std::string height = number(page.height * 72.0 / dotsPerInch);
        const std::string first = std::to_string(4 + 3 * i);
        const std::string second = std::to_string(5 + 3 * i);
        std::string leaf = "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 ";
        leaf.append(width).append(" ").append(height).append(" ] /Contents ").append(first);
        leaf.append(" 0 R /Resources << /XObject << /Scan ").append(second).append(" 0 R >> >> >>");
        file.object(leaf);
        std::string paint = "q ";
        paint.append(width).append(" 0 0 ").append(height).append(" 0 0 cm /Scan Do Q");
        file.object(stream("", paint));
        file.object(
            stream("/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter "
                   "/DCTDecode /Width " +
                       std::to_string(page.width) + " /Height " + std::to_string(page.height),
                   jpeg(page, true, 68)));
    }
    return file.finish();
}

std::string storedSideways(const std::string& pdf) {
    QPDF document;
    document.processMemoryFile("schedule", pdf.data(), pdf.size());
    for (auto& page : QPDFPageDocumentHelper(document).getAllPages()) {
        const auto box = page.getMediaBox().getArrayAsRectangle();
        page.addPageContents(document.newStream("q 0 1 -1 0 " + number(box.ury) + " 0 cm\n"), true);
        page.addPageContents(document.newStream("\nQ\n"), false);
        page.getObjectHandle().replaceKey("/MediaBox", QPDFObjectHandle::newFromRectangle({0, 0, box.ury, box.urx}));
        page.getObjectHandle().replaceKey("/Rotate", QPDFObjectHandle::newInteger(90));
        for (const auto* other : {"/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"}) {
            page.getObjectHandle().removeKey(other);
        }
    }
    QPDFWriter writer(document);
    return written(writer);
}

std::string locked(const std::string& pdf, const std::string& password) {
    QPDF document;
    document.processMemoryFile("survey", pdf.data(), pdf.size());
    QPDFWriter writer(document);
    writer.setStaticID(true);  // the key is made from the file's ID
    writer.setR4EncryptionParametersInsecure(password.c_str(), "owner", true, true, true, true, true, true,
                                             qpdf_r3p_full, true, true);
    writer.setStaticAesIV(true);
    return written(writer);
}

}  // namespace engross::samples
