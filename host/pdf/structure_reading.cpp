#include "pdf/structure_reading.h"

#include "pdf/source_file.h"

#include <charconv>
#include <map>
#include <new>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string_view>

namespace engross {

namespace {

constexpr std::size_t mostElements = 4'000'000;
constexpr std::size_t mostNodes = 1'000'000;
constexpr std::string_view textMark = "/P <</MCID 0>> BDC";
constexpr std::string_view figureMark = "/Figure <</MCID 0>> BDC";

using Ids = std::map<long long, QPDFObjGen>;  // of marked content on a page, and the elements that they belong to

std::string wordsAt(QPDFObjectHandle dictionary, const char* key) {
    QPDFObjectHandle text = dictionary.getKey(key);
    return text.isString() ? text.getUTF8Value() : std::string();
}

std::string typeOf(QPDFObjectHandle element) {
    QPDFObjectHandle type = element.getKey("/S");
    return type.isName() ? type.getName().substr(1) : std::string();
}

/// What the elements say of pages, found from the root of the tree downwards.
class TreeWalk {
public:
    explicit TreeWalk(const SourceFile& file) : file_(file), claims_(file.pages().size()) {
        QPDFObjectHandle root = file.catalog().getKey("/StructTreeRoot");
        if (root.isDictionary()) {
            waiting_.push_back({root.getKey("/K"), {}, file.pages().size(), {}});
        }
        while (!waiting_.empty() && steps_ < mostElements) {
            const Kid kid = waiting_.back();
            waiting_.pop_back();
            ++steps_;
            enter(kid);
        }
    }

    /// The ids of a page that elements claim.
    [[nodiscard]] const Ids& claims(std::size_t page) const {
        return claims_.at(page);
    }
    /// Whether two elements claim one id.
    [[nodiscard]] bool isClaimedTwice(std::size_t page) const {
        return twice_.contains(page);
    }
    [[nodiscard]] std::string partAbove(const QPDFObjGen& element) const {
        const auto above = parts_.find(element);
        return above == parts_.end() ? std::string() : above->second;
    }

private:
    struct Kid {
        QPDFObjectHandle value;
        QPDFObjGen element;  // whose it is
        std::size_t page;    // that the element is on
        std::string part;    // the title of the element above that one
    };

    void enter(const Kid& kid) {
        QPDFObjectHandle value = kid.value;
        if (value.isArray()) {
            for (int i = 0; i < value.getArrayNItems(); ++i) {
                waiting_.push_back({value.getArrayItem(i), kid.element, kid.page, kid.part});
            }
        } else if (value.isInteger()) {
            claim(kid, kid.page, value.getIntValue());
        } else if (value.isDictionary() && value.getKey("/MCID").isInteger()) {
            claim(kid, pageOf(value, kid.page), value.getKey("/MCID").getIntValue());
        } else if (value.isDictionary() && value.hasKey("/S") && entered_.insert(value.getObjGen()).second) {
            const QPDFObjGen own = value.getObjGen();
            if (!kid.part.empty()) {
                parts_.emplace(own, kid.part);
            }
            waiting_.push_back({value.getKey("/K"), own, pageOf(value, kid.page), wordsAt(value, "/T")});
        }
    }

    [[nodiscard]] std::size_t pageOf(QPDFObjectHandle holder, std::size_t inherited) const {
        QPDFObjectHandle page = holder.getKey("/Pg");
        return page.isDictionary() ? file_.indexOf(page) : inherited;
    }

    void claim(const Kid& kid, std::size_t page, long long id) {
        if (page < claims_.size() && !claims_[page].emplace(id, kid.element).second) {
            twice_.insert(page);
        }
    }

    const SourceFile& file_;
    std::vector<Kid> waiting_;
    std::size_t steps_ = 0;
    std::set<QPDFObjGen> entered_;
    std::map<QPDFObjGen, std::string> parts_;
    std::vector<Ids> claims_;
    std::set<std::size_t> twice_;
};

/// The entries of the parent tree, which lead from a page's ids to their elements.
std::map<long long, QPDFObjectHandle> parentsIn(const SourceFile& file) {
    std::map<long long, QPDFObjectHandle> entries;
    QPDFObjectHandle root = file.catalog().getKey("/StructTreeRoot");
    std::vector<QPDFObjectHandle> waiting;
    if (root.isDictionary()) {
        waiting.push_back(root.getKey("/ParentTree"));
    }
    for (std::size_t seen = 0; !waiting.empty() && seen < mostNodes; ++seen) {
        QPDFObjectHandle node = waiting.back();
        waiting.pop_back();
        QPDFObjectHandle leaves = node.isDictionary() ? node.getKey("/Nums") : QPDFObjectHandle::newNull();
        for (int i = 0; leaves.isArray() && i + 1 < leaves.getArrayNItems(); i += 2) {
            if (leaves.getArrayItem(i).isInteger()) {
                entries.emplace(leaves.getArrayItem(i).getIntValue(), leaves.getArrayItem(i + 1));
            }
        }
        QPDFObjectHandle kids = node.isDictionary() ? node.getKey("/Kids") : QPDFObjectHandle::newNull();
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            waiting.push_back(kids.getArrayItem(i));
        }
    }
    return entries;
}

/// "/MCID 12" wherever content that Engross wrote has it.
std::set<long long> idsIn(std::string_view content) {
    constexpr std::string_view key = "/MCID ";
    std::set<long long> ids;
    for (std::size_t at = content.find(key); at != std::string_view::npos; at = content.find(key, at + 1)) {
        long long id = 0;
        const char* begin = content.data() + at + key.size();
        if (std::from_chars(begin, content.data() + content.size(), id).ec == std::errc()) {
            ids.insert(id);
        }
    }
    return ids;
}

class StructureReader {
public:
    explicit StructureReader(const SourceFile& file) : file_(file), tree_(file), parents_(parentsIn(file)) {}

    ReadPageStructure page(std::size_t index) {
        ReadPageStructure page;
        const Ids listed = listedOn(index);
        const Ids& claimed = tree_.claims(index);
        page.sound = listed == claimed && !tree_.isClaimedTwice(index);
        page.mark = markOf(index);
        if (page.mark.empty()) {
            const std::string content = file_.content(index).bytes;
            std::set<long long> named;
            for (const auto& [id, element] : claimed) {
                named.insert(id);
            }
            page.sound = page.sound && idsIn(content) == named;
            page.unmarked = claimed.empty() && draws(index) && content.find("/Artifact", 1) == firstStamp(content);
        } else if (const auto whole = claimed.find(0); whole != claimed.end()) {
            QPDFObjectHandle element = file_.pdf().getObjectByObjGen(whole->second);
            page.element = {typeOf(element), wordsAt(element, "/Alt"), tree_.partAbove(whole->second)};
        }
        return page;
    }

private:
    /// The number of the page comes last, and is an artifact.
    static std::size_t firstStamp(const std::string& content) {
        return content.rfind("/Artifact <</Type /Pagination>> BDC q ");
    }

    [[nodiscard]] Ids listedOn(std::size_t index) const {
        Ids ids;
        QPDFObjectHandle key = QPDFObjectHandle(file_.pages().at(index)).getKey("/StructParents");
        const auto entry = key.isInteger() ? parents_.find(key.getIntValue()) : parents_.end();
        if (entry == parents_.end() || !QPDFObjectHandle(entry->second).isArray()) {
            return ids;
        }
        QPDFObjectHandle elements = entry->second;
        for (int i = 0; i < elements.getArrayNItems(); ++i) {
            if (QPDFObjectHandle element = elements.getArrayItem(i); element.isDictionary()) {
                ids.emplace(i, element.getObjGen());
            }
        }
        return ids;
    }

    [[nodiscard]] std::vector<QPDFObjectHandle> streamsOf(std::size_t index) const {
        QPDFObjectHandle contents = QPDFObjectHandle(file_.pages().at(index)).getKey("/Contents");
        return contents.isArray() ? contents.getArrayAsVector() : std::vector<QPDFObjectHandle>();
    }

    /// Whether there is content of a source between the stream that begins the page and the one that numbers it.
    [[nodiscard]] bool draws(std::size_t index) const {
        return streamsOf(index).size() > 2;
    }

    /// The stream that begins a page stands in the file once for all pages that begin so.
    std::string markOf(std::size_t index) {
        const std::vector<QPDFObjectHandle> streams = streamsOf(index);
        if (streams.empty() || !QPDFObjectHandle(streams.front()).isStream()) {
            return {};
        }
        const auto [known, isNew] = marks_.try_emplace(streams.front().getObjGen());
        if (isNew) {
            const auto bytes = QPDFObjectHandle(streams.front()).getStreamData(qpdf_dl_generalized);
            const std::string_view begin(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
            known->second = begin.starts_with(textMark) ? "P" : begin.starts_with(figureMark) ? "Figure" : "";
        }
        return known->second;
    }

    const SourceFile& file_;
    TreeWalk tree_;
    std::map<long long, QPDFObjectHandle> parents_;
    std::map<QPDFObjGen, std::string> marks_;
};

}  // namespace

std::vector<ReadPageStructure> readStructure(const std::string& path, const std::string& name,
                                             const PdfLimits& limits) {
    const SourceFile file(path, name, {}, limits);
    try {
        StructureReader reader(file);
        std::vector<ReadPageStructure> pages;
        pages.reserve(file.pages().size());
        for (std::size_t i = 0; i < file.pages().size(); ++i) {
            pages.push_back(reader.page(i));
        }
        return pages;
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed");
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged");
    }
}

}  // namespace engross
