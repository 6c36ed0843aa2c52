#pragma once
#include "pdf/gate_report.h"

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>
#include <vector>

namespace engross {

/// What the parts of the gate share while they look at one file. Inside host/pdf only: it shows libqpdf.
struct GateFile {
    QPDF& pdf;
    std::vector<QPDFObjectHandle> pages;
    std::map<QPDFObjGen, std::size_t> pageNumbers;  // from 1
    std::string xmp;
    bool claimsLevelA = false;
    bool paints = false;  // something is drawn on a page
};

/// What the content of one page told.
struct PageContentIds {
    std::set<long long> ids;  // of marked content
    bool paints = false;
};

/// The value of an XMP property in element or attribute form, unescaped; empty where there is none. For a language
/// alternative or a list it is the first entry.
[[nodiscard]] std::string xmpValue(const std::string& packet, const std::string& name);

void checkDocument(GateFile& file, GateReport& report);
/// Reads the content of every page and the fonts it uses.
[[nodiscard]] std::vector<PageContentIds> checkContent(GateFile& file, GateReport& report);
void checkStructure(GateFile& file, const std::vector<PageContentIds>& content, GateReport& report);
void checkArchive(GateFile& file, GateReport& report);

}  // namespace engross
