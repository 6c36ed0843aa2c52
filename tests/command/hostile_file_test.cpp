#include "command/bundle_home.h"
#include "pdf/deflate.h"

#include <gtest/gtest.h>
#include <filesystem>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

/// A zlib stream of so many noughts, written by hand: one literal, then runs of 258 (RFC 1951 3.2.6).
std::string noughts(std::uint64_t bytes) {
    std::string stream = "\x78\x01";
    unsigned held = 0;
    unsigned count = 0;
    const auto put = [&](const char* bits) {
        for (; *bits != '\0'; ++bits) {
            held |= static_cast<unsigned>(*bits == '1') << count++;
            if (count == 8) {
                stream.push_back(static_cast<char>(held));
                held = count = 0;
            }
        }
    };
    put("110");
    put("00110000");
    for (std::uint64_t run = 0; run < bytes / 258; ++run) {
        put("1100010100000");
    }
    put("0000000");
    put("0000000");
    return stream;
}

/// Files that would end whatever reads them in its own process.
class HostileFile : public testing::Test {
protected:
    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }

    /// One page whose content is 8 GB of noughts.
    std::string bomb() {
        std::string path = folder.path("EN-2026-0142 bundle A.pdf");
        QPDF pdf;
        pdf.emptyPDF();
        QPDFObjectHandle page =
            pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] >>"));
        QPDFObjectHandle content = QPDFObjectHandle::newStream(&pdf);
        content.replaceStreamData(deflated(deflated(noughts(std::uint64_t{8} << 30U))),
                                  QPDFObjectHandle::parse("[/FlateDecode /FlateDecode /FlateDecode]"),
                                  QPDFObjectHandle::newNull());
        page.replaceKey("/Contents", content);
        QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(page), false);
        QPDFWriter writer(pdf, path.c_str());
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.write();
        return path;
    }

    TestFolder folder;
};

TEST_F(HostileFile, EndsItsReaderAndNotTheProgram) {
    const std::string path = bomb();
    ASSERT_LT(std::filesystem::file_size(path), std::size_t{1} << 20U);

    const Ran verify = engross({"verify", path});
    EXPECT_EQ(verify.exit, 3) << verify.err;
    EXPECT_NE(verify.err.find("the program that read it was stopped"), std::string::npos) << verify.err;

    const Ran given = engross({"bundle", "given", path, "--data", folder.path("data")});
    EXPECT_EQ(given.exit, 3) << given.err;
    EXPECT_NE(given.err.find("the program that read it was stopped"), std::string::npos) << given.err;
}

TEST_F(HostileFile, LeavesNoCopyBehind) {
    const std::string output = folder.path("copy.pdf");
    std::ofstream(folder.path("none.pdf")) << "no PDF at all";
    EXPECT_EQ(engross({"copy", folder.path("none.pdf"), "-o", output}).exit, 3);
    EXPECT_FALSE(std::filesystem::exists(output));
}

}  // namespace
}  // namespace engross
