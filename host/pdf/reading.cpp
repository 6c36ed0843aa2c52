#include "pdf/reading.h"

#include "pdf/active_content.h"
#include "pdf/page_labels.h"
#include "pdf/reader_refusal.h"
#include "pdf/source_file.h"
#include "pdf/source_navigation.h"
#include "pdf/source_survey.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <new>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QUtil.hh>
#include <sstream>

namespace engross {

namespace {

constexpr std::string_view stampBegins = "/Artifact <</Type /Pagination>> BDC q ";
constexpr std::size_t longestStamp = 4096;

std::string bytesOf(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// "<0001> <0041>" rows of a ToUnicode map, as its own stamp font has them.
std::map<unsigned, std::string> unicodeRows(QPDFObjectHandle font) {
    std::map<unsigned, std::string> rows;
    QPDFObjectHandle map = font.isDictionary() ? font.getKey("/ToUnicode") : QPDFObjectHandle::newNull();
    if (!map.isStream()) {
        return rows;
    }
    std::istringstream lines(bytesOf(map));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t gap = line.find("> <");
        unsigned code = 0;
        if (gap == 5 && line.front() == '<' && line.back() == '>' &&
            std::from_chars(line.data() + 1, line.data() + 5, code, 16).ec == std::errc()) {
            const std::string units = QUtil::hex_decode(line.substr(gap + 3, line.size() - gap - 4));
            rows.emplace(code, QPDFObjectHandle::newString("\xFE\xFF" + units).getUTF8Value());
        }
    }
    return rows;
}

std::string textOf(const std::string& codes, const QPDFObjectHandle& font) {
    const auto rows = unicodeRows(font);
    std::string text;
    for (std::size_t i = 1; i + 4 < codes.size(); i += 4) {
        unsigned code = 0;
        std::from_chars(codes.data() + i, codes.data() + i + 4, code, 16);
        const auto row = rows.find(code);
        text += row == rows.end() ? "\xEF\xBF\xBD" : row->second;
    }
    return text;
}

/// The words of the stamp's content after its opening: six matrix numbers, "cm", the patch, then the text.
struct StampWords {
    std::array<double, 6> matrix{};
    std::string fontName;
    double size = 0;
    double x = 0;
    double y = 0;
    std::string codes;
    bool complete = false;
};

StampWords wordsOf(const std::string& content) {
    StampWords stamp;
    std::istringstream in(content);
    in.imbue(std::locale::classic());
    for (double& number : stamp.matrix) {
        in >> number;
    }
    for (std::string word; in >> word && word != "Tr";) {
    }
    std::string operation;
    in >> stamp.fontName >> stamp.size >> operation >> stamp.x >> stamp.y >> operation >> stamp.codes;
    stamp.complete = !in.fail() && operation == "Td" && stamp.codes.size() > 2 && stamp.codes.front() == '<';
    return stamp;
}

std::optional<ReadStamp> stampOf(QPDFObjectHandle page, const PageGeometry& geometry) {
    QPDFObjectHandle contents = page.getKey("/Contents");
    if (!contents.isArray() || contents.getArrayNItems() == 0) {
        return std::nullopt;
    }
    QPDFObjectHandle last = contents.getArrayItem(contents.getArrayNItems() - 1);
    if (!last.isStream() || !last.getDict().getKey("/Length").isInteger() ||
        last.getDict().getKey("/Length").getIntValue() > static_cast<long long>(longestStamp)) {
        return std::nullopt;
    }
    const std::string content = bytesOf(last);
    const std::size_t begin = content.find(stampBegins);
    if (begin == std::string::npos) {
        return std::nullopt;
    }
    const StampWords words = wordsOf(content.substr(begin + stampBegins.size()));
    if (!words.complete) {
        return std::nullopt;
    }
    ReadStamp stamp;
    QPDFObjectHandle fonts = page.getKey("/Resources").getKey("/Font");
    stamp.text = textOf(words.codes, fonts.isDictionary() ? fonts.getKey(words.fontName) : fonts);
    stamp.size = words.size;
    const auto wanted = geometry.uprightAt(0, 0);
    for (std::size_t i = 0; i < 4; ++i) {
        stamp.upright = stamp.upright && std::abs(wanted.at(i) - words.matrix.at(i)) < 1e-4;
    }
    const auto& m = words.matrix;
    const double pageX = m[0] * words.x + m[2] * words.y + m[4];
    const double pageY = m[1] * words.x + m[3] * words.y + m[5];
    const auto place = geometry.toView({pageX, pageY, pageX, pageY});
    stamp.inCorner = place[0] >= 0 && place[0] <= geometry.width() && place[1] >= 0 &&
                     place[1] <= geometry.height() / 2 && place[0] + words.size >= geometry.width() / 2;
    return stamp;
}

std::string textIn(QPDFObjectHandle dictionary, const char* key) {
    QPDFObjectHandle text = dictionary.isDictionary() ? dictionary.getKey(key) : dictionary;
    return text.isString() ? text.getUTF8Value() : std::string();
}

/// What is active anywhere in the file. What the fast reader does not read, libqpdf writes out object by object.
std::map<std::string, std::size_t> activeAnywhere(const SourceFile& file, const std::string& path,
                                                  const PdfLimits& limits) {
    try {
        return activeContentOf(SourceBytes::map(path, file.name(), limits), file.name());
    } catch (const ReaderRefused&) {
        ActiveContent content;
        for (QPDFObjectHandle object : file.pdf().getAllObjects()) {
            const bool isStream = object.isStream();
            content.look(isStream ? object.getDict().unparseResolved() : object.unparseResolved(), isStream);
        }
        return content.found();
    }
}

class Reader {
public:
    Reader(SourceFile& file, const std::string& path, const PdfLimits& limits)
        : file_(file), path_(path), limits_(limits), destinations_(file) {
        reading_.bytes = std::filesystem::file_size(path);
    }

    PdfReading run() {
        readDocument();
        const std::vector<std::string> labels = labelsFrom(file_.catalog().getKey("/PageLabels"), file_.pages().size());
        for (std::size_t i = 0; i < file_.pages().size(); ++i) {
            const PageGeometry& geometry = file_.geometries().at(i);
            ReadPage page;
            page.label = labels.at(i);
            page.stamp = stampOf(file_.pages().at(i), geometry);
            page.width = geometry.width();
            page.height = geometry.height();
            page.rotation = geometry.rotation;
            page.links = linksOf(i);
            reading_.pages.push_back(std::move(page));
        }
        for (const auto& bookmark : bookmarksOf(file_, destinations_)) {
            reading_.bookmarks.push_back(plain(bookmark));
        }
        for (const auto& [kind, count] : activeAnywhere(file_, path_, limits_)) {
            std::size_t& known = reading_.active[kind];
            known = std::max(known, count);
        }
        return std::move(reading_);
    }

private:
    void readDocument() {
        QPDFObjectHandle catalog = file_.catalog();
        const SourceSurvey found = survey(file_);
        reading_.active = found.leftBehind;
        if (const auto comments = reading_.active.find("comment"); comments != reading_.active.end()) {
            reading_.comments = comments->second;
            reading_.active.erase(comments);
        }
        reading_.encrypted = file_.pdf().isEncrypted();
        reading_.repairs = file_.repairs();
        reading_.hasLabels = catalog.getKey("/PageLabels").isDictionary();
        reading_.hiddenLayers = !found.hiddenLayers.empty();
        reading_.tagged = catalog.getKey("/StructTreeRoot").isDictionary();
        reading_.opensWithBookmarks = catalog.getKey("/PageMode").isNameAndEquals("/UseOutlines");
        QPDFObjectHandle names = catalog.getKey("/Names");
        for (const auto& [name, place] : namesOf(names.isDictionary() ? names.getKey("/Dests") : names)) {
            reading_.names.push_back(name);
            QPDFObjectHandle target =
                QPDFObjectHandle(place).isDictionary() ? QPDFObjectHandle(place).getKey("/D") : place;
            const std::size_t page = target.isArray() && target.getArrayNItems() > 0
                                         ? file_.indexOf(target.getArrayItem(0))
                                         : file_.pages().size();
            if (page < file_.pages().size()) {
                reading_.places.emplace(name, page + 1);
            }
        }
        QPDFObjectHandle language = catalog.getKey("/Lang");
        reading_.language = language.isString() ? language.getUTF8Value() : std::string();
        QPDFObjectHandle opening = catalog.getKey("/OpenAction");
        if (opening.isArray() && opening.getArrayNItems() > 4 && opening.getArrayItem(4).isNumber()) {
            reading_.openingZoom = opening.getArrayItem(4).getNumericValue();
        }
        QPDFObjectHandle trailer = file_.pdf().getTrailer();
        reading_.objectStreams = trailer.getKey("/Type").isNameAndEquals("/XRef");
        QPDFObjectHandle info = trailer.getKey("/Info");
        reading_.title = textIn(info, "/Title");
        reading_.author = textIn(info, "/Author");
        // A linearized file has two tables from the start (ISO 32000-1 annex F).
        reading_.earlierVersions = trailer.hasKey("/Prev") && !file_.pdf().isLinearized();
        QPDFObjectHandle id = trailer.getKey("/ID");
        if (id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString()) {
            reading_.identity = QUtil::hex_encode(id.getArrayItem(0).getStringValue());
        }
    }

    std::vector<ReadLink> linksOf(std::size_t index) {
        std::vector<ReadLink> links;
        const PageGeometry& geometry = file_.geometries().at(index);
        QPDFObjectHandle annotations = QPDFObjectHandle(file_.pages().at(index)).getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Link") ||
                !annotation.getKey("/Rect").isRectangle()) {
                continue;
            }
            ReadLink link;
            const auto box = annotation.getKey("/Rect").getArrayAsRectangle();
            const auto view = geometry.toView({box.llx, box.lly, box.urx, box.ury});
            constexpr double slack = 0.5;
            link.insidePage = view[0] >= -slack && view[1] >= -slack && view[2] <= geometry.width() + slack &&
                              view[3] <= geometry.height() + slack && view[2] > view[0] && view[3] > view[1];
            const auto corner = [&annotation](int n) {
                return annotation.getKey("/Rect").getArrayItem(n).getNumericValue();
            };
            link.wellFormed =
                annotation.hasKey("/A") != annotation.hasKey("/Dest") && corner(0) < corner(2) && corner(1) < corner(3);
            QPDFObjectHandle action = annotation.getKey("/A");
            if (action.isDictionary() && action.getKey("/URI").isString()) {
                link.address = action.getKey("/URI").getStringValue();
            }
            readFileBeside(action, link);
            if (const auto place = destinations_.resolve(Destinations::of(annotation))) {
                link.page = place->page + 1;
            }
            links.push_back(std::move(link));
        }
        return links;
    }

    /// A link from one volume of a bundle to another names its file alone, without a way to it. It is no remote link.
    void readFileBeside(QPDFObjectHandle action, ReadLink& link) {
        if (!action.isDictionary() || !action.getKey("/S").isNameAndEquals("/GoToR") || action.hasKey("/Next")) {
            return;
        }
        QPDFObjectHandle file = action.getKey("/F");
        file = file.isDictionary() ? file.getKey("/UF") : file;
        const std::string name = file.isString() ? file.getUTF8Value() : std::string();
        if (name.empty() || name.find_first_of("/\\:") != std::string::npos || !name.ends_with(".pdf")) {
            return;
        }
        link.file = name;
        link.target = action.getKey("/D").isString() ? action.getKey("/D").getStringValue() : std::string();
        if (const auto remote = reading_.active.find("remote-link");
            remote != reading_.active.end() && --remote->second == 0) {
            reading_.active.erase(remote);
        }
    }

    static ReadBookmark plain(const SourceBookmark& bookmark) {
        ReadBookmark result{bookmark.title, std::nullopt, {}};
        if (bookmark.place) {
            result.page = bookmark.place->page + 1;
        }
        for (const auto& child : bookmark.children) {
            result.children.push_back(plain(child));
        }
        return result;
    }

    SourceFile& file_;
    const std::string& path_;
    const PdfLimits& limits_;
    Destinations destinations_;
    PdfReading reading_;
};

}  // namespace

PdfReading readFinished(const std::string& path, const std::string& name, const PdfLimits& limits) {
    SourceFile file(path, name, {}, limits);
    try {
        return Reader(file, path, limits).run();
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed");
    } catch (const ReaderRefused&) {
        throw PdfError("pdf-damaged", name, "the file is damaged");
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged");
    }
}

}  // namespace engross
