#include "pdf/object_writer.h"

#include "pdf/file_sink.h"
#include "pdf/pdf_error.h"
#include "pdf/placed_pages.h"
#include "pdf/raw_pdf.h"
#include "pdf/tree_leaves.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <functional>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {
namespace {

struct FileEnd {
    void operator()(FILE* file) const noexcept {
        std::fclose(file);
    }
};

std::string written(CrossReferences references, const std::function<void(ObjectWriter&)>& fill) {
    TestFolder folder;
    const std::string path = folder.path("out.pdf");
    const std::unique_ptr<FILE, FileEnd> file(std::fopen(path.c_str(), "wb"));
    FileSink sink(file.get());
    ObjectWriter writer(sink, references);
    fill(writer);
    return readBytes(path);
}

void endAround(ObjectWriter& writer, const std::string& catalog) {
    const ObjectNumber root = writer.add("<</Type/Catalog" + catalog + ">>");
    writer.finish(root, writer.allot(), "[<00><00>]");
}

/// A file of so many empty pages.
std::string pagesFile(CrossReferences references, std::size_t count) {
    return written(references, [count](ObjectWriter& writer) {
        const PlacedPages pages(count, writer);
        for (std::size_t page = 0; page < count; ++page) {
            writer.write(pages.object(page), "<</Type/Page/MediaBox[0 0 9 9]/N " + std::to_string(page) + "/Parent " +
                                                 reference(pages.parent(page)) + ">>");
        }
        pages.writeTree(writer);
        const ObjectNumber info = writer.add("<<>>");
        const ObjectNumber root = writer.add("<</Type/Catalog/Pages " + reference(pages.root()) + ">>");
        writer.finish(root, info, "[<00><00>]");
    });
}

/// Opened by libqpdf, without a word of complaint.
std::shared_ptr<QPDF> opened(const std::string& bytes) {
    auto pdf = QPDF::create();
    pdf->setSuppressWarnings(true);
    pdf->processMemoryFile("written", bytes.data(), bytes.size());
    return pdf;
}

class ObjectWriterForm : public testing::TestWithParam<CrossReferences> {};

TEST_P(ObjectWriterForm, GivesEveryPageInOrderInATreeOfFewKids) {
    for (const std::size_t count : {1U, 64U, 65U, 4096U, 4097U}) {
        const std::string bytes = pagesFile(GetParam(), count);
        const auto pdf = opened(bytes);
        const auto pages = pdf->getAllPages();
        ASSERT_EQ(pages.size(), count);
        for (std::size_t page = 0; page < count; ++page) {
            QPDFObjectHandle object = pages[page];
            ASSERT_EQ(object.getKey("/N").getIntValue(), static_cast<long long>(page));
            QPDFObjectHandle kids = object.getKey("/Parent").getKey("/Kids");
            ASSERT_LE(kids.getArrayNItems(), 64);
        }
        EXPECT_EQ(pdf->getRoot().getKey("/Pages").getKey("/Count").getIntValue(), static_cast<long long>(count));
        EXPECT_FALSE(pdf->anyWarnings());
    }
}

TEST_P(ObjectWriterForm, KeepsTheBytesOfStreamsOfAnySize) {
    for (const std::size_t size : {0U, 1U, 65535U, 65536U, 3000000U}) {
        std::string content(size, 'x');
        for (std::size_t i = 0; i < size; i += 7) {
            content[i] = static_cast<char>(i % 251);
        }
        ObjectNumber stream = 0;
        const std::string bytes = written(GetParam(), [&](ObjectWriter& writer) {
            stream = writer.addStream("/Kept(yes)", content);
            const ObjectNumber info = writer.add("<<>>");
            const ObjectNumber root = writer.add("<</Type/Catalog/S " + reference(stream) + ">>");
            writer.finish(root, info, "[<00><00>]");
        });
        const auto pdf = opened(bytes);
        QPDFObjectHandle object = pdf->getObject(static_cast<int>(stream), 0);
        const auto read = object.getRawStreamData();
        EXPECT_EQ(std::string(reinterpret_cast<const char*>(read->getBuffer()), read->getSize()), content);
        EXPECT_EQ(object.getDict().getKey("/Kept").getStringValue(), "yes");
        EXPECT_FALSE(pdf->anyWarnings());
    }
}

TEST_P(ObjectWriterForm, RefusesAnObjectThatWasPromisedAndNeverWritten) {
    EXPECT_THROW(written(GetParam(), [](ObjectWriter& writer) { endAround(writer, ""); }), std::logic_error);
}

TEST_P(ObjectWriterForm, RefusesAnObjectThatIsWrittenTwice) {
    EXPECT_THROW(written(GetParam(),
                         [](ObjectWriter& writer) {
                             const ObjectNumber object = writer.add("1");
                             writer.write(object, "2");
                         }),
                 std::logic_error);
}

INSTANTIATE_TEST_SUITE_P(Both, ObjectWriterForm, testing::Values(CrossReferences::Packed, CrossReferences::Table),
                         [](const testing::TestParamInfo<CrossReferences>& info) {
                             return info.param == CrossReferences::Packed ? "Packed" : "Table";
                         });

TEST(ObjectWriter, PacksManyObjectsIntoFewStreams) {
    const std::string packed = pagesFile(CrossReferences::Packed, 4096);
    const std::string loose = pagesFile(CrossReferences::Table, 4096);
    EXPECT_LT(packed.size() * 8, loose.size());
    EXPECT_NE(packed.find("/ObjStm"), std::string::npos);
    EXPECT_EQ(loose.find("/ObjStm"), std::string::npos);
    EXPECT_NE(loose.find("\nxref\n"), std::string::npos);
}

TEST(ObjectWriter, SaysThatTheDiskRefused) {
    const std::unique_ptr<FILE, FileEnd> full(std::fopen("/dev/full", "wb"));
    FileSink sink(full.get());
    ObjectWriter writer(sink, CrossReferences::Packed);
    try {
        writer.addStream("", std::string(100000, 'x'));
        FAIL() << "a full disk was not noticed";
    } catch (const PdfError& fault) {
        EXPECT_EQ(fault.code(), "pdf-not-written");
        EXPECT_TRUE(fault.retryable());
    }
}

TEST(TreeLeaves, LimitEachLeafAndHoldEveryEntryInOrder) {
    std::string kids;
    const std::string bytes = written(CrossReferences::Packed, [&kids](ObjectWriter& writer) {
        TreeLeaves leaves(writer, "/Nums");
        for (std::size_t key = 0; key < 600; ++key) {
            leaves.add(std::to_string(key), std::to_string(key * 2));
        }
        kids = leaves.finish();
        const ObjectNumber info = writer.add("<<>>");
        writer.finish(writer.add("<</Type/Catalog/PageLabels<</Kids[" + kids + "]>>>>"), info, "[<00><00>]");
    });
    const auto pdf = opened(bytes);
    QPDFObjectHandle leaves = pdf->getRoot().getKey("/PageLabels").getKey("/Kids");
    ASSERT_EQ(leaves.getArrayNItems(), 3);
    long long next = 0;
    for (QPDFObjectHandle leaf : leaves.getArrayAsVector()) {
        QPDFObjectHandle numbers = leaf.getKey("/Nums");
        EXPECT_EQ(leaf.getKey("/Limits").getArrayItem(0).getIntValue(), next);
        for (int i = 0; i < numbers.getArrayNItems(); i += 2, ++next) {
            EXPECT_EQ(numbers.getArrayItem(i).getIntValue(), next);
            EXPECT_EQ(numbers.getArrayItem(i + 1).getIntValue(), next * 2);
        }
        EXPECT_EQ(leaf.getKey("/Limits").getArrayItem(1).getIntValue(), next - 1);
    }
    EXPECT_EQ(next, 600);
}

}  // namespace
}  // namespace engross
