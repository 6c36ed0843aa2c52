#include "pdf/active_entries.h"
#include "pdf/digest_source.h"
#include "pdf/layer_policy.h"
#include "pdf/pdf_error.h"
#include "pdf/reader_refusal.h"

#include <algorithm>

namespace engross {

namespace {

constexpr std::size_t mostNodes = 100'000;
constexpr std::size_t mostAnnotations = 200'000;
constexpr std::size_t longestChain = 64;  // of actions
constexpr std::size_t mostRules = 64;     // of automatic states

class SourceCounts {
public:
    explicit SourceCounts(DigestSource& source) : source_(source) {}

    void run() {
        refuseForms();
        countCatalog();
        std::size_t annotations = 0;
        for (const SourceLeaf& leaf : source_.leaves) {
            countTriggers(leaf.page);
            source_.count("attachment", leaf.page["/AF"].size());
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
        source_.count("portfolio", source_.catalog["/Collection"].isDictionary() ? 1 : 0);
    }

    void countAnnotation(const PdfValue& annotation) {
        if (!annotation.isDictionary()) {
            return;
        }
        const std::string type = annotation["/Subtype"].name();
        if (type == "/Widget") {
            throw ReaderRefused(ReaderRefusal::Forms);
        }
        if (const std::string_view kind = kindOfAnnotation(type); !kind.empty()) {
            source_.count(std::string(kind));
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
                source_.count(type.empty() ? type : std::string(kindOfAction(type)));
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

/// What a group's usage recommends for an event, where the automatic states ask for it (ISO 32000-1 8.11.4.4).
std::string recommended(const PdfValue& group, const PdfValue& usual, const std::string& event) {
    std::string state;
    for (const PdfValue& one : usual["/AS"].items()) {
        const PdfValue rule = one.followed();
        const std::vector<PdfValue> groups = rule["/OCGs"].items();
        const bool meant =
            rule["/Event"].isName(event) && std::any_of(groups.begin(), groups.end(), [&group](const PdfValue& listed) {
                return listed.isReference() && listed.object() == group.object();
            });
        for (const PdfValue& category : meant ? rule["/Category"].items() : std::vector<PdfValue>()) {
            const PdfValue usage = group.followed()["/Usage"][event];
            const std::string found = category.followed().isName(event) ? usage[event + "State"].name() : std::string();
            state = found.empty() || state == "/OFF" ? state : found;
        }
    }
    return state;
}

/// As a reader opens the file: groups whose state on the screen is chosen by their usage.
void followUsage(DigestSource& source, const PdfValue& usual) {
    SourceLayers& layers = source.layers;
    const std::size_t rules = usual["/AS"].size();
    if (rules == 0 || rules > mostRules) {
        return;
    }
    for (const PdfValue& group : layers.groups) {
        if (const std::string screen = recommended(group, usual, "/View"); !screen.empty()) {
            screen == "/OFF" ? (void)layers.hidden.insert(group.object()) : (void)layers.hidden.erase(group.object());
        }
        const std::string paper = recommended(group, usual, "/Print");
        source.count("layer-state", !paper.empty() && (paper == "/OFF") != (layers.hidden.count(group.object()) != 0));
    }
}

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

/// How LayerPolicy reads what the fast reader holds: a reference is looked into where it matters.
struct DigestLayerView {
    using Value = PdfValue;
    const SourceLayers& layers;

    static bool isDictionary(const Value& value) {
        return value.followed().isDictionary();
    }
    static bool isArray(const Value& value) {
        return value.followed().isArray();
    }
    static std::vector<Value> items(const Value& array, std::size_t most) {
        std::vector<PdfValue> items = array.followed().items();
        items.resize(std::min(items.size(), most));
        return items;
    }
    static Value entry(const Value& dictionary, const std::string& key) {
        return dictionary.followed().entry(key);
    }
    static std::string name(const Value& dictionary, const std::string& key) {
        return std::string(dictionary.followed()[key].name());
    }
    static std::string nameOf(const Value& value) {
        return std::string(value.followed().name());
    }
    [[nodiscard]] bool isOff(const Value& group) const {
        return group.isReference() && layers.hidden.count(group.object()) != 0;
    }
};

}  // namespace

bool SourceLayers::hides(const PdfValue& optionalContent) const {
    const DigestLayerView view{*this};
    return LayerPolicy(view).hides(optionalContent);
}

void surveySource(DigestSource& source) {
    SourceCounts(source).run();
    readLayers(source.layers, source.catalog["/OCProperties"]);
    followUsage(source, source.catalog["/OCProperties"]["/D"]);
}

}  // namespace engross
