#include "pdf/link_writer.h"

#include "pdf/pdf_error.h"
#include "pdf/pdf_text.h"

namespace engross {

LinkWriter::LinkWriter(ObjectWriter& file, const PlacedPages& pages, const std::map<std::string, PageNumber>& targets,
                       const std::map<std::string, std::string>& elsewhere)
    : file_(file), pages_(pages), targets_(targets), elsewhere_(elsewhere) {}

void LinkWriter::write(const Digest& digest, const DigestWriter& objects, std::size_t firstPage,
                       JoinedStructure& structure) {
    for (const DigestLink& link : digest.links) {
        std::string text = "<<";
        objects.append(text, link.text);
        if (link.element != nullId) {
            text += "/StructParent " + std::to_string(structure.addLink(objects.numberOf(link.element)));
        }
        const ObjectNumber object = objects.numberOf(link.object);
        if (link.leads == DigestLink::Leads::Out) {
            file_.write(object, text += ">>");
        } else if (link.leads == DigestLink::Leads::Within) {
            file_.write(object, text + "/Dest" + pages_.destination(firstPage + link.place.page, link.place) + ">>");
        } else {
            lead(object, std::move(text), link.target);
        }
    }
}

void LinkWriter::lead(ObjectNumber object, std::string text, const std::string& target) {
    if (const auto found = targets_.find(target); found != targets_.end()) {
        waiting_.push_back({object, std::move(text), found->second});
    } else if (const auto other = elsewhere_.find(target); other != elsewhere_.end()) {
        file_.write(object, text + "/A<</S/GoToR/F<</Type/Filespec/F" + byteString(other->second) + "/UF" +
                                textString(other->second) + ">>/D" + byteString(target) + "/NewWindow false>>>>");
    } else {
        unknown_.insert(target);
    }
}

void LinkWriter::finish() {
    if (!unknown_.empty()) {
        std::string names;
        for (const auto& name : unknown_) {
            names += (names.empty() ? "" : ", ") + name;
        }
        throw PdfError("pdf-target-unknown", names,
                       "a page refers to what is not in the bundle; add it or mend the reference");
    }
    for (const Waiting& link : waiting_) {
        file_.write(link.object, link.text + "/Dest" + pages_.destination(link.page - 1) + ">>");
    }
}

}  // namespace engross
