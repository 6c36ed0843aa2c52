#pragma once
#include "pdf/archive.h"

#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <vector>

namespace engross::test {

/// A file with one thing spoilt, and the rule that must name it.
struct Sabotage {
    const char* rule;
    const char* what;
    std::function<std::string()> make;
    std::vector<std::size_t> pages;  // as the finding must name them; empty for the whole file
    std::string profile = "drawn";
};

/// The bytes that libqpdf writes, streams as they are.
[[nodiscard]] std::string written(
    QPDF& pdf, const std::function<void(QPDFWriter&)>& settings = [](QPDFWriter&) {});
/// The sample document with one thing spoilt.
[[nodiscard]] std::string spoilt(const std::function<void(QPDF&)>& sabotage,
                                 ArchiveFlavour flavour = ArchiveFlavour::A2a);
/// The sample document's bytes with one text replaced; empty where it is not there.
[[nodiscard]] std::string replacedInFile(const std::string& from, const std::string& to);
/// The same with one byte raised by one: so far behind a second text that stands behind a first.
[[nodiscard]] std::string changedByte(const std::string& first, const std::string& second, std::size_t behind);
[[nodiscard]] Sabotage edit(const char* rule, const char* what, std::function<void(QPDF&)> sabotage,
                            std::vector<std::size_t> pages = {}, ArchiveFlavour flavour = ArchiveFlavour::A2a);

// Parts of the sample document. Pages by index.
[[nodiscard]] QPDFObjectHandle name(const char* text);
[[nodiscard]] QPDFObjectHandle pageOf(QPDF& pdf, std::size_t index);
[[nodiscard]] QPDFObjectHandle element(QPDF& pdf, const char* type);
[[nodiscard]] QPDFObjectHandle font(QPDF& pdf);
[[nodiscard]] QPDFObjectHandle image(QPDF& pdf);
[[nodiscard]] QPDFObjectHandle annotation(QPDF& pdf);

/// Puts operators after those of a page, or changes the first occurrence of a text in them.
void appendOperators(QPDF& pdf, std::size_t page, const std::string& operators);
void changeOperators(QPDF& pdf, std::size_t page, const std::string& from, const std::string& to);
void changeMetadata(QPDF& pdf, const std::string& from, const std::string& to);
void retype(QPDF& pdf, const char* from, const char* to);

[[nodiscard]] std::vector<Sabotage> catalogSabotages();
[[nodiscard]] std::vector<Sabotage> structureSabotages();
[[nodiscard]] std::vector<Sabotage> contentSabotages();
[[nodiscard]] std::vector<Sabotage> archiveSabotages();
[[nodiscard]] std::vector<Sabotage> accessSabotages();

}  // namespace engross::test
