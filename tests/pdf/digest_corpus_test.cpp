#include "pdf/child.h"
#include "pdf/digest.h"
#include "pdf/joined.h"
#include "pdf/label_stamp.h"
#include "pdf/raw_pdf.h"
#include "pdf/source_file.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>

namespace engross {
namespace {

/// What an object says with all that it leads to, apart from object numbers: streams by the hash of their packed bytes,
/// pages by their type, circles by a mark. Entries that a bundle leaves out are left out.
class ObjectWords {
public:
    std::string of(const QPDFObjectHandle& object) {
        words_.clear();
        add(object, 0);
        return Sha256::of(words_).hex();
    }

private:
    static bool isLeftOut(const std::string& key, bool ofStream) {
        static const std::set<std::string> names{"/Metadata", "/PieceInfo",    "/LastModified",
                                                 "/AF",       "/StructParent", "/StructParents",
                                                 "/Thumb",    "/OPI",          "/Alternates"};
        return names.count(key) != 0 || (ofStream && key == "/Length");
    }

    void add(QPDFObjectHandle object, int depth) {
        if (object.isIndirect()) {
            if (depth > 60 || !open_.insert(object.getObjGen()).second) {
                words_ += "circle ";
                return;
            }
        }
        if (object.isStream() || object.isDictionary()) {
            addEntries(object.isStream() ? object.getDict() : object, object.isStream(), depth);
        } else if (object.isArray()) {
            words_ += "[";
            for (auto& item : object.getArrayAsVector()) {
                add(item, depth + 1);
            }
            words_ += "]";
        } else {
            words_ += object.isNumber() ? pdfNumber(object.getNumericValue(), 6) + " " : object.unparseResolved() + " ";
        }
        if (object.isStream()) {
            const auto bytes = object.getRawStreamData();
            words_ += Sha256::of({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()}).hex();
        }
        open_.erase(object.getObjGen());
    }

    void addEntries(QPDFObjectHandle dictionary, bool ofStream, int depth) {
        words_ += "<<";
        const bool page = dictionary.isDictionaryOfType("/Page") || dictionary.isDictionaryOfType("/Pages");
        for (const auto& key : page ? std::set<std::string>{"/Type"} : dictionary.getKeys()) {
            if (!isLeftOut(key, ofStream) && key != "/EngrossLayer") {
                words_ += key + " ";
                add(dictionary.getKey(key), depth + 1);
            }
        }
        words_ += ">>";
    }

    std::string words_;
    std::set<QPDFObjGen> open_;
};

std::string contentBytes(QPDFObjectHandle page) {
    std::string bytes;
    QPDFObjectHandle contents = page.getKey("/Contents");
    for (auto& stream : contents.isArray() ? contents.getArrayAsVector() : std::vector{contents}) {
        if (stream.isStream()) {
            const auto data = stream.getStreamData(qpdf_dl_specialized);
            bytes.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
            bytes += '\n';
        }
    }
    return bytes;
}

/// The content of a bundle's page, or of the form that its source's page became, with the resources that belong to it.
struct ShownContent {
    std::string bytes;
    QPDFObjectHandle resources;
};

ShownContent shownOn(QPDFObjectHandle page) {
    QPDFObjectHandle wrapped = page.getKey("/Resources").getKey("/XObject").isDictionary()
                                   ? page.getKey("/Resources").getKey("/XObject").getKey("/EngrossPage")
                                   : QPDFObjectHandle::newNull();
    if (!wrapped.isStream()) {
        return {contentBytes(page), page.getKey("/Resources")};
    }
    QPDFObjectHandle holder = QPDFObjectHandle::newDictionary();
    holder.replaceKey("/Contents", wrapped);
    return {contentBytes(holder), wrapped.getDict().getKey("/Resources")};
}

void expectSameResources(QPDFObjectHandle source, QPDFObjectHandle joined) {
    ObjectWords words;
    for (const auto& kind : source.isDictionary() ? source.getKeys() : std::set<std::string>()) {
        QPDFObjectHandle entry = source.getKey(kind);
        for (const auto& name : entry.isDictionary() ? entry.getKeys() : std::set<std::string>()) {
            EXPECT_EQ(words.of(joined.getKey(kind).getKey(name)), words.of(entry.getKey(name))) << kind << name;
        }
    }
}

void expectSameBox(const PageGeometry& joined, const PageGeometry& source) {
    constexpr double rounding = 1e-4;
    EXPECT_NEAR(joined.left, source.left, rounding);
    EXPECT_NEAR(joined.bottom, source.bottom, rounding);
    EXPECT_NEAR(joined.right, source.right, rounding);
    EXPECT_NEAR(joined.top, source.top, rounding);
    EXPECT_EQ(joined.rotation, source.rotation);
    EXPECT_DOUBLE_EQ(joined.userUnit, source.userUnit);
}

/// The judge is libqpdf: what the fast reader took of every page must be what libqpdf sees there.
TEST(DigestCorpus, OfGoodFilesIsWhatLibqpdfSees) {
    const auto files = corpusFiles("good", {".pdf"});
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    std::size_t direct = 0;
    for (const auto& path : files) {
        const std::string name = std::filesystem::path(path).filename().string();
        SCOPED_TRACE(name);
        const DigestedFile digested = digestFile(path, name);
        ASSERT_TRUE(isSound(digested.digest, digested.bytes->view().size()));
        Joined joined({path});
        const SourceFile source(path, name, {}, {});
        ASSERT_EQ(digested.digest.pages.size(), source.pages().size());
        if (!digested.digest.detour.empty()) {
            RecordProperty(name, digested.digest.detour);
            continue;
        }
        ++direct;
        std::vector<QPDFObjectHandle> pages = joined.pdf.getAllPages();
        for (std::size_t i = 0; i < pages.size(); ++i) {
            SCOPED_TRACE(i + 1);
            expectSameBox(geometryOf(pages.at(i)), withStampRoom(source.geometries().at(i)));
            const ShownContent shown = shownOn(pages.at(i));
            std::string wanted = source.content(i).bytes;
            wanted.erase(wanted.find_last_not_of(" \n\r") + 1);
            EXPECT_NE(shown.bytes.find(wanted), std::string::npos) << "content differs";
            QPDFObjectHandle page = source.pages().at(i);
            expectSameResources(page.getKey("/Resources"), shown.resources);
        }
    }
    // Real files take the fast path: what does not should be known by name.
    EXPECT_GE(direct * 100, files.size() * 80);
}

TEST(DigestCorpus, OfGoodFilesAgreesWithTheFactsThatLibqpdfReads) {
    const auto files = corpusFiles("good", {".pdf"});
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    for (const auto& path : files) {
        SCOPED_TRACE(path);
        const Digest digest = digestFile(path, "AB/1").digest;
        const PdfFacts facts = factsOf(SourceFile(path, "AB/1", {}, {}));
        ASSERT_EQ(digest.facts.pages.size(), facts.pages.size());
        for (std::size_t i = 0; i < facts.pages.size(); ++i) {
            EXPECT_EQ(digest.facts.pages.at(i), facts.pages.at(i)) << "page " << i + 1;
        }
        auto leftBehind = digest.facts.leftBehind;
        EXPECT_EQ(leftBehind.erase(detourKind(digest.detour)), digest.detour.empty() ? 0U : 1U);
        leftBehind.erase("layer-state");  // looked at where pages are taken, by whichever way the file was read
        EXPECT_EQ(leftBehind, facts.leftBehind);
        EXPECT_EQ(digest.facts.layers, facts.layers);
        EXPECT_EQ(digest.facts.hiddenLayers, facts.hiddenLayers);
        EXPECT_EQ(digest.facts.tagged, facts.tagged);
    }
}

TEST(DigestCorpus, OfHostileFilesIsMadeOrTheFileIsNamed) {
    const auto files = corpusFiles("hostile", {".pdf"});
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    for (const auto& path : files) {
        SCOPED_TRACE(path);
        const ChildResult result = inChild(
            [&path] {
                const DigestedFile file = digestFile(path, "AB/1");
                return isSound(file.digest, file.bytes->view().size()) ? std::string("made") : std::string("unsound");
            },
            1024, 15);
        EXPECT_EQ(result.signal, 0);
        EXPECT_TRUE(result.said == "made" || result.said.rfind("pdf-", 0) == 0) << result.said;
    }
}

}  // namespace
}  // namespace engross
