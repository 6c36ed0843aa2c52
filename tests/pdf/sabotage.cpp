#include "pdf/sabotage.h"

#include "pdf/drawing_sample.h"

#include <gtest/gtest.h>
#include <qpdf/Buffer.hh>

namespace engross::test {
namespace {

using Handle = QPDFObjectHandle;

std::vector<Handle> elements(QPDF& pdf, const char* type) {
    std::vector<Handle> found;
    for (Handle object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.getKey("/Type").isNameAndEquals("/StructElem") &&
            object.getKey("/S").isNameAndEquals(type)) {
            found.push_back(object);
        }
    }
    return found;
}

}  // namespace

Handle name(const char* text) {
    return Handle::newName(text);
}

std::string written(QPDF& pdf, const std::function<void(QPDFWriter&)>& settings) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    settings(writer);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string spoilt(const std::function<void(QPDF&)>& sabotage, ArchiveFlavour flavour) {
    PdfMetadata metadata = sampleMetadata();
    metadata.archive = flavour;
    const std::string good = sampleDocument(metadata);
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("good", good.data(), good.size());
    sabotage(pdf);
    return written(pdf);
}

Handle pageOf(QPDF& pdf, std::size_t index) {
    return pdf.getAllPages().at(index);
}

Handle element(QPDF& pdf, const char* type) {
    return elements(pdf, type).at(0);
}

Handle font(QPDF& pdf) {
    for (Handle object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.getKey("/Subtype").isNameAndEquals("/Type0")) {
            return object;
        }
    }
    throw std::logic_error("the sample has no font");
}

Handle image(QPDF& pdf) {
    for (Handle object : pdf.getAllObjects()) {
        if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) {
            return object;
        }
    }
    throw std::logic_error("the sample has no image");
}

void appendOperators(QPDF& pdf, std::size_t page, const std::string& operators) {
    pageOf(pdf, page).addPageContents(Handle::newStream(&pdf, operators), false);
}

void changeOperators(QPDF& pdf, std::size_t page, const std::string& from, const std::string& to) {
    Handle content = pageOf(pdf, page).getKey("/Contents");
    const auto data = content.getStreamData();
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    content.replaceStreamData(text, Handle::newNull(), Handle::newNull());
}

void changeMetadata(QPDF& pdf, const std::string& from, const std::string& to) {
    Handle metadata = pdf.getRoot().getKey("/Metadata");
    const auto data = metadata.getStreamData();
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    metadata.replaceStreamData(text, Handle::newNull(), Handle::newNull());
}

Handle annotation(QPDF& pdf) {
    return pageOf(pdf, 1).getKey("/Annots").getArrayItem(0);
}

Sabotage edit(const char* rule, const char* what, std::function<void(QPDF&)> sabotage, std::vector<std::size_t> pages,
              ArchiveFlavour flavour) {
    return {rule, what, [sabotage = std::move(sabotage), flavour] { return spoilt(sabotage, flavour); },
            std::move(pages)};
}

std::string replacedInFile(const std::string& from, const std::string& to) {
    std::string file = sampleDocument();
    const std::size_t at = file.find(from);
    return at == std::string::npos ? std::string() : file.replace(at, from.size(), to);
}

std::string changedByte(const std::string& first, const std::string& second, std::size_t behind) {
    std::string file = sampleDocument();
    const std::size_t at = file.find(second, file.find(first)) + second.size() + behind;
    file.at(at) = static_cast<char>(file.at(at) + 1);
    return file;
}

void retype(QPDF& pdf, const char* from, const char* to) {
    element(pdf, from).replaceKey("/S", name(to));
}

}  // namespace engross::test
