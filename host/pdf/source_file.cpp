#include "pdf/source_file.h"

#include "pdf/mapped_input.h"
#include "pdf/source_bytes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <new>
#include <optional>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string_view>

namespace engross {

namespace {

constexpr std::size_t headerReach = 1024;  // ISO 32000-1 annex H, note 13
constexpr std::size_t treeDepth = 1000;
constexpr std::array inheritable{"/MediaBox", "/CropBox", "/Rotate", "/Resources"};

/// Takes bytes up to a limit and then stops the stream that sends them.
class BoundedSink : public Pipeline {
public:
    BoundedSink(std::string& bytes, std::size_t limit) : Pipeline("bounded", nullptr), bytes_(bytes), limit_(limit) {}

    void write(const unsigned char* data, std::size_t length) override {
        if (full_ || bytes_.size() + length > limit_) {
            full_ = true;
            throw std::length_error("content above the limit");
        }
        bytes_.append(reinterpret_cast<const char*>(data), length);
    }
    void finish() override {}
    [[nodiscard]] bool full() const noexcept {
        return full_;
    }

private:
    std::string& bytes_;
    std::size_t limit_;
    bool full_ = false;
};

using Box = std::array<double, 4>;

std::optional<Box> boxFrom(QPDFObjectHandle array) {
    if (!array.isArray() || array.getArrayNItems() != 4) {
        return std::nullopt;
    }
    Box box{};
    for (int i = 0; i < 4; ++i) {
        QPDFObjectHandle number = array.getArrayItem(i);
        const double value = number.isNumber() ? number.getNumericValue() : NAN;
        if (!std::isfinite(value) || std::abs(value) > 1e7) {
            return std::nullopt;
        }
        box.at(static_cast<std::size_t>(i)) = value;
    }
    const Box ordered{std::min(box[0], box[2]), std::min(box[1], box[3]), std::max(box[0], box[2]),
                      std::max(box[1], box[3])};
    const bool usable = ordered[2] - ordered[0] >= 1 && ordered[3] - ordered[1] >= 1;
    return usable ? std::optional(ordered) : std::nullopt;
}

QPDFObjectHandle arrayFrom(const Box& box) {
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const double value : box) {
        array.appendItem(QPDFObjectHandle::newReal(pdfNumber(value)));
    }
    return array;
}

int rotationOf(QPDFObjectHandle value) {
    const double degrees = value.isNumber() ? value.getNumericValue() : 0;
    if (!std::isfinite(degrees) || std::abs(degrees) > 1e6 || std::fmod(degrees, 90) != 0) {
        return 0;
    }
    const int turned = static_cast<int>(degrees) % 360;
    return turned < 0 ? turned + 360 : turned;
}

/// The leaves of a page tree, found without recursion: a hostile tree is deep, round, or both.
class PageWalk {
public:
    PageWalk(QPDF& pdf, const std::string& name, const PdfLimits& limits) : pdf_(pdf), name_(name), limits_(limits) {}

    std::vector<QPDFObjectHandle> run(QPDFObjectHandle root) {
        if (!root.isDictionary()) {
            throw PdfError("pdf-damaged", name_, "the file has no pages that can be read; upload another copy");
        }
        enter(root, {});
        while (!path_.empty()) {
            step();
        }
        if (lost_ > 0) {
            throw PdfError("pdf-pages-lost", name_,
                           std::to_string(lost_) + " of its pages cannot be read; upload another copy");
        }
        return std::move(pages_);
    }

private:
    using Inherited = std::map<std::string, QPDFObjectHandle>;
    struct Node {
        QPDFObjectHandle kids;
        int next = 0;
        Inherited inherited;
    };

    void enter(QPDFObjectHandle node, Inherited inherited) {
        const bool again = node.isIndirect() && !entered_.insert(node.getObjGen()).second;
        if (again || path_.size() >= treeDepth) {
            throw PdfError("pdf-damaged", name_, "its list of pages runs in a circle; print it to a new PDF");
        }
        for (const char* key : inheritable) {
            if (node.hasKey(key)) {
                inherited.insert_or_assign(key, node.getKey(key));
            }
        }
        path_.push_back({node.getKey("/Kids"), 0, std::move(inherited)});
    }

    /// A page may carry stray kids; where those are pages they are not passed over.
    static bool isBranch(QPDFObjectHandle node) {
        QPDFObjectHandle kids = node.getKey("/Kids");
        const bool stray = node.isDictionaryOfType("/Page") && (!kids.isArray() || kids.getArrayNItems() == 0);
        return !kids.isNull() && !stray;
    }

    void step() {
        Node& node = path_.back();
        if (!node.kids.isArray() || node.next >= node.kids.getArrayNItems()) {
            path_.pop_back();
            return;
        }
        QPDFObjectHandle kid = node.kids.getArrayItem(node.next++);
        if (!kid.isDictionary()) {
            ++lost_;
        } else if (isBranch(kid)) {
            enter(kid, node.inherited);
        } else {
            add(kid, node.inherited);
        }
        if (pages_.size() + lost_ > limits_.pages) {
            throw PdfError("pdf-too-large", name_,
                           "it has more than " + std::to_string(limits_.pages) + " pages; split it");
        }
    }

    void add(QPDFObjectHandle page, const Inherited& inherited) {
        if (!page.isIndirect()) {
            page = pdf_.makeIndirectObject(page);
        } else if (!leaves_.insert(page.getObjGen()).second) {
            page = pdf_.makeIndirectObject(page.shallowCopy());
        }
        for (const auto& [key, value] : inherited) {
            if (!page.hasKey(key)) {
                page.replaceKey(key, value);
            }
        }
        QPDFObjectHandle contents = page.getKey("/Contents");
        if (contents.isIndirect() && contents.isNull() && pdf_.anyWarnings()) {
            ++lost_;
        }
        pages_.push_back(page);
    }

    QPDF& pdf_;
    const std::string& name_;
    const PdfLimits& limits_;
    std::vector<Node> path_;
    std::set<QPDFObjGen> entered_;
    std::set<QPDFObjGen> leaves_;
    std::vector<QPDFObjectHandle> pages_;
    std::size_t lost_ = 0;
};

[[noreturn]] void rethrow(const QPDFExc& fault, const std::string& name) {
    if (fault.getErrorCode() == qpdf_e_password) {
        throw PdfError("pdf-encrypted", name, "it opens only with a password; supply it or upload an open copy");
    }
    if (fault.getErrorCode() == qpdf_e_unsupported) {
        throw PdfError("pdf-encrypted", name, "it is locked in a way that cannot be opened; upload an open copy");
    }
    throw PdfError("pdf-damaged", name, "the file is damaged and cannot be repaired; upload another copy");
}

}  // namespace

struct SourceFile::Impl {
    Impl(const std::string& path, std::string given, const PdfLimits& allowed)
        : name(std::move(given)), limits(allowed), file(SourceBytes::map(path, name, allowed)) {}

    void open(const std::string& password) {
        if (file->view().substr(0, headerReach).find("%PDF-") == std::string_view::npos) {
            throw PdfError("pdf-not-a-pdf", name, "it is called a PDF but is something else; upload the real file");
        }
        pdf->setSuppressWarnings(true);
        pdf->processInputSource(std::make_shared<MappedInput>(file, name), password.c_str());
        pages = PageWalk(*pdf, name, limits).run(pdf->getRoot().getKey("/Pages"));
        if (pages.empty()) {
            throw PdfError("pdf-damaged", name, "the file has no pages that can be read; upload another copy");
        }
        flatten();
    }

    void flatten() {
        QPDFObjectHandle tree = pdf->makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Pages >>"));
        for (auto& page : pages) {
            const PageGeometry geometry = geometryOf(page);
            const auto media = boxFrom(page.getKey("/MediaBox"));
            assumedSizes += media ? 0U : 1U;
            const Box shown{geometry.left, geometry.bottom, geometry.right, geometry.top};
            page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
            page.replaceKey("/MediaBox", arrayFrom(media.value_or(shown)));
            page.replaceKey("/CropBox", arrayFrom(shown));
            page.replaceKey("/Rotate", QPDFObjectHandle::newInteger(geometry.rotation));
            page.replaceKey("/Parent", tree);
            if (!page.getKey("/Resources").isDictionary()) {
                page.replaceKey("/Resources", QPDFObjectHandle::newDictionary());
            }
            indices.emplace(page.getObjGen(), geometries.size());
            geometries.push_back(geometry);
        }
        tree.replaceKey("/Kids", QPDFObjectHandle::newArray(pages));
        tree.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(pages.size())));
        pdf->getRoot().replaceKey("/Pages", tree);
    }

    std::string name;
    PdfLimits limits;
    std::shared_ptr<const SourceBytes> file;
    std::shared_ptr<QPDF> pdf = QPDF::create();
    std::vector<QPDFObjectHandle> pages;
    std::vector<PageGeometry> geometries;
    std::map<QPDFObjGen, std::size_t> indices;
    std::size_t assumedSizes = 0;
};

SourceFile::SourceFile(const std::string& path, const std::string& name, const std::string& password,
                       const PdfLimits& limits)
    : impl_(std::make_unique<Impl>(path, name, limits)) {
    try {
        impl_->open(password);
    } catch (const Error&) {
        throw;
    } catch (const QPDFExc& fault) {
        rethrow(fault, name);
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed; print it to a new PDF");
    } catch (const std::exception&) {
        throw PdfError("pdf-damaged", name, "the file is damaged and cannot be repaired; upload another copy");
    }
}

SourceFile::~SourceFile() = default;

const std::string& SourceFile::name() const noexcept {
    return impl_->name;
}

QPDF& SourceFile::pdf() const noexcept {
    return *impl_->pdf;
}

QPDFObjectHandle SourceFile::catalog() const {
    return impl_->pdf->getRoot();
}

const std::vector<QPDFObjectHandle>& SourceFile::pages() const noexcept {
    return impl_->pages;
}

const std::vector<PageGeometry>& SourceFile::geometries() const noexcept {
    return impl_->geometries;
}

std::size_t SourceFile::repairs() const {
    return impl_->pdf->numWarnings();
}

std::size_t SourceFile::assumedSizes() const {
    return impl_->assumedSizes;
}

std::size_t SourceFile::indexOf(const QPDFObjectHandle& page) const {
    const auto found = impl_->indices.find(page.getObjGen());
    return found == impl_->indices.end() ? impl_->pages.size() : found->second;
}

SourceContent SourceFile::content(std::size_t page) const {
    QPDFObjectHandle contents = QPDFObjectHandle(impl_->pages.at(page)).getKey("/Contents");
    std::vector<QPDFObjectHandle> streams;
    if (contents.isArray()) {
        streams = contents.getArrayAsVector();
    } else if (contents.isStream()) {
        streams.push_back(contents);
    }
    SourceContent content;
    BoundedSink sink(content.bytes, impl_->limits.contentBytes);
    for (auto& stream : streams) {
        const bool sent = stream.isStream() && stream.pipeStreamData(&sink, 0, qpdf_dl_specialized, true);
        content.whole = content.whole && sent;
        content.tooLarge = sink.full();
        if (content.tooLarge) {
            break;
        }
        content.bytes += '\n';
    }
    return content;
}

bool drawsFormsWithFonts(QPDFObjectHandle page) {
    QPDFObjectHandle objects = page.getKey("/Resources").getKey("/XObject");
    for (const auto& key : objects.isDictionary() ? objects.getKeys() : std::set<std::string>()) {
        QPDFObjectHandle object = objects.getKey(key);
        QPDFObjectHandle resources =
            object.isStream() ? object.getDict().getKey("/Resources") : QPDFObjectHandle::newNull();
        QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : resources;
        if (fonts.isDictionary() && !fonts.getKeys().empty()) {
            return true;
        }
    }
    return false;
}

PageGeometry geometryOf(QPDFObjectHandle page) {
    PageGeometry geometry;
    const Box media = boxFrom(page.getKey("/MediaBox")).value_or(Box{0, 0, 612, 792});
    const Box crop = boxFrom(page.getKey("/CropBox")).value_or(media);
    const Box both{std::max(media[0], crop[0]), std::max(media[1], crop[1]), std::min(media[2], crop[2]),
                   std::min(media[3], crop[3])};
    const Box shown = both[2] - both[0] >= 1 && both[3] - both[1] >= 1 ? both : media;
    geometry.left = shown[0];
    geometry.bottom = shown[1];
    geometry.right = shown[2];
    geometry.top = shown[3];
    geometry.rotation = rotationOf(page.getKey("/Rotate"));
    QPDFObjectHandle unit = page.getKey("/UserUnit");
    const double userUnit = unit.isNumber() ? unit.getNumericValue() : 1;
    geometry.userUnit = userUnit >= 0.001 && userUnit <= 75'000 ? userUnit : 1;
    return geometry;
}

}  // namespace engross
