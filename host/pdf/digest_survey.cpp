#include "pdf/digest_source.h"
#include "pdf/pdf_error.h"
#include "pdf/reader_refusal.h"

#include <map>

namespace engross {

namespace {

constexpr std::size_t mostNodes = 100'000;
constexpr std::size_t mostAnnotations = 200'000;
constexpr std::size_t longestChain = 64;  // of actions

/// What leaving an action behind is called; empty for an action that stays (ISO 32000-1 table 198).
std::string kindOf(const std::string& action) {
    static const std::map<std::string, std::string> kinds{{"/JavaScript", "javascript"},
                                                          {"/Launch", "launch"},
                                                          {"/SubmitForm", "submit-form"},
                                                          {"/ImportData", "import-data"},
                                                          {"/GoToR", "remote-link"},
                                                          {"/GoToE", "remote-link"},
                                                          {"/Movie", "multimedia"},
                                                          {"/Sound", "multimedia"},
                                                          {"/Rendition", "multimedia"},
                                                          {"/RichMediaExecute", "multimedia"},
                                                          {"/GoTo3DView", "multimedia"},
                                                          {"/GoTo", ""},
                                                          {"/URI", ""}};
    const auto found = kinds.find(action);
    return found == kinds.end() ? "action" : found->second;
}

class SourceCounts {
public:
    explicit SourceCounts(DigestSource& source) : source_(source) {}

    void run() {
        refuseForms();
        countCatalog();
        std::size_t annotations = 0;
        for (const SourceLeaf& leaf : source_.leaves) {
            countTriggers(leaf.page);
            for (const PdfValue& annotation : leaf.page["/Annots"].items()) {
                if (++annotations > mostAnnotations) {
                    throw PdfError("pdf-too-large", source_.name, "it has more notes and links than are allowed");
                }
                countAnnotation(annotation.followed());
            }
        }
    }

private:
    void refuseForms() const {
        const PdfValue form = source_.catalog["/AcroForm"];
        if (form["/Fields"].size() > 0 || !form["/XFA"].isNull()) {
            throw ReaderRefused(ReaderRefusal::Forms);
        }
    }

    void countCatalog() {
        if (source_.catalog["/OpenAction"].isDictionary()) {
            countAction(source_.catalog["/OpenAction"]);
        }
        countTriggers(source_.catalog);
        const PdfValue names = source_.catalog["/Names"];
        source_.count("javascript", countNames(names["/JavaScript"]));
        source_.count("attachment", countNames(names["/EmbeddedFiles"]));
    }

    void countAnnotation(const PdfValue& annotation) {
        static const std::map<std::string, std::string> kinds{
            {"/FileAttachment", "attachment"}, {"/Movie", "multimedia"},     {"/Sound", "multimedia"},
            {"/Screen", "multimedia"},         {"/RichMedia", "multimedia"}, {"/3D", "multimedia"}};
        if (!annotation.isDictionary()) {
            return;
        }
        const std::string type = annotation["/Subtype"].name();
        if (type == "/Widget") {
            throw ReaderRefused(ReaderRefusal::Forms);
        }
        if (const auto kind = kinds.find(type); kind != kinds.end()) {
            source_.count(kind->second);
        } else if (type != "/Link" && type != "/Popup" && !annotation["/Contents"].bytes().empty()) {
            source_.count("comment");
        }
        countAction(annotation["/A"]);
        countTriggers(annotation);
    }

    void countTriggers(const PdfValue& holder) {
        holder["/AA"].forEachEntry(
            [this](std::string_view, const PdfValue& action) { countAction(action.followed()); });
    }

    void countAction(const PdfValue& action) {
        std::vector<PdfValue> waiting{action};
        for (std::size_t seen = 0; seen < longestChain && !waiting.empty(); ++seen) {
            const PdfValue next = waiting.back();
            waiting.pop_back();
            for (const PdfValue& item : next.items()) {
                if (waiting.size() < longestChain) {
                    waiting.push_back(item.followed());
                }
            }
            if (next.isDictionary()) {
                const std::string type = next["/S"].name();
                source_.count(type.empty() ? type : kindOf(type));
                waiting.push_back(next["/Next"]);
            }
        }
    }

    static std::size_t countNames(const PdfValue& tree) {
        std::size_t count = 0;
        std::vector<PdfValue> waiting{tree};
        for (std::size_t seen = 0; !waiting.empty() && seen < mostNodes && count < mostNodes; ++seen) {
            const PdfValue node = waiting.back();
            waiting.pop_back();
            count += node["/Names"].size() / 2;
            for (const PdfValue& kid : node["/Kids"].items()) {
                if (waiting.size() < mostNodes) {
                    waiting.push_back(kid.followed());
                }
            }
        }
        return count;
    }

    DigestSource& source_;
};

void readLayers(SourceLayers& layers, const PdfValue& properties) {
    const PdfValue usual = properties["/D"];
    const bool hiddenBase = usual["/BaseState"].isName("/OFF");
    for (const PdfValue& group : properties["/OCGs"].items()) {
        if (group.isReference() && group.followed().isDictionary()) {
            layers.groups.push_back(group);
            if (hiddenBase) {
                layers.hidden.insert(group.object());
            }
        }
    }
    for (const PdfValue& group : usual[hiddenBase ? "/ON" : "/OFF"].items()) {
        if (hiddenBase) {
            layers.hidden.erase(group.object());
        } else {
            layers.hidden.insert(group.object());
        }
    }
}

}  // namespace

bool SourceLayers::hides(const PdfValue& optionalContent) const {
    const PdfValue value = optionalContent.followed();
    if (hidden.empty() || !value.isDictionary()) {
        return false;
    }
    if (!value["/Type"].isName("/OCMD")) {
        return hidden.count(optionalContent.object()) != 0;
    }
    const PdfValue listed = value.entry("/OCGs");
    const PdfValue list = listed.followed();
    if (list.isDictionary()) {
        return hidden.count(listed.object()) != 0;
    }
    std::size_t off = 0;
    const std::vector<PdfValue> items = list.items();
    for (const PdfValue& group : items) {
        off += hidden.count(group.object());
    }
    return value["/P"].isName("/AllOn") ? off > 0 : !items.empty() && off == items.size();
}

void surveySource(DigestSource& source) {
    SourceCounts(source).run();
    readLayers(source.layers, source.catalog["/OCProperties"]);
}

}  // namespace engross
