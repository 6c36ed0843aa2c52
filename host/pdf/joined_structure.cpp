#include "pdf/joined_structure.h"

#include "pdf/pdf_text.h"

namespace engross {

JoinedStructure::JoinedStructure(ObjectWriter& file, std::size_t pages, const std::string& language)
    : file_(file),
      language_(language),
      root_(file.allot()),
      document_(file.allot()),
      pageEntries_(file, "/Nums"),
      linkEntries_(file, "/Nums"),
      nextKey_(pages) {}

ObjectNumber JoinedStructure::document() const noexcept {
    return document_;
}

void JoinedStructure::adopt(ObjectNumber element) {
    documentKids_ += reference(element) + ' ';
}

void JoinedStructure::addPage(std::size_t page, std::string_view elements) {
    pageEntries_.add(std::to_string(page), elements);
}

std::size_t JoinedStructure::addLink(ObjectNumber element) {
    linkEntries_.add(std::to_string(nextKey_), reference(element));
    return nextKey_++;
}

void JoinedStructure::beginPart(const std::string& title) {
    part_ = file_.allot();
    partTitle_ = title;
    partKids_.clear();
    adopt(part_);
}

void JoinedStructure::endPart() {
    file_.write(part_, "<</Type/StructElem/S/Part/P " + reference(document_) + "/T" + textString(partTitle_) + "/K[" +
                           partKids_ + "]>>");
}

void JoinedStructure::addForeignPage(std::size_t page, ObjectNumber object, bool showsText,
                                     const std::string& description) {
    std::string body = showsText ? "<</Type/StructElem/S/P" : "<</Type/StructElem/S/Figure/Alt";
    if (!showsText) {
        body += textString(description);
    }
    body += "/P " + reference(part_) + "/Pg " + reference(object) + "/K 0>>";
    const std::string element = reference(file_.add(body));
    partKids_ += element + ' ';
    addPage(page, '[' + element + ']');
}

std::size_t JoinedStructure::addForeignLink(ObjectNumber page, ObjectNumber link) {
    const ObjectNumber element = file_.add("<</Type/StructElem/S/Link/P " + reference(part_) + "/Pg " +
                                           reference(page) + "/K<</Type/OBJR/Obj " + reference(link) + ">>>>");
    partKids_ += reference(element) + ' ';
    return addLink(element);
}

ObjectNumber JoinedStructure::finish() {
    file_.write(document_, "<</Type/StructElem/S/Document/P " + reference(root_) + "/Lang" + textString(language_) +
                               "/K[" + documentKids_ + "]>>");
    // Links have their keys after the pages, so that both kinds of leaves make one tree in order.
    const std::string leaves = pageEntries_.finish() + linkEntries_.finish();
    file_.write(root_, "<</Type/StructTreeRoot/K[" + reference(document_) + "]/ParentTree<<" +
                           (leaves.empty() ? "/Nums[]" : "/Kids[" + leaves + "]") + ">>/ParentTreeNextKey " +
                           std::to_string(nextKey_) + ">>");
    return root_;
}

}  // namespace engross
