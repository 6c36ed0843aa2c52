#include "pdf/source_survey.h"

#include "pdf/active_entries.h"
#include "pdf/layer_policy.h"

#include <algorithm>
#include <array>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string_view>

namespace engross {

namespace {

constexpr std::size_t mostNodes = 100'000;

using Tally = std::map<std::string, std::size_t>;

std::string nameAt(QPDFObjectHandle dictionary, const std::string& key) {
    QPDFObjectHandle value = dictionary.isDictionary() ? dictionary.getKey(key) : QPDFObjectHandle::newNull();
    return value.isName() ? value.getName() : std::string();
}

void count(Tally& tally, const std::string& kind) {
    if (!kind.empty()) {
        ++tally[kind];
    }
}

void countAction(Tally& tally, const QPDFObjectHandle& action) {
    std::vector<QPDFObjectHandle> waiting{action};
    for (std::size_t seen = 0; seen < 64 && !waiting.empty(); ++seen) {
        QPDFObjectHandle next = waiting.back();
        waiting.pop_back();
        if (next.isArray()) {
            for (int i = 0; i < std::min(64, next.getArrayNItems()); ++i) {
                waiting.push_back(next.getArrayItem(i));
            }
        } else if (next.isDictionary()) {
            const std::string type = nameAt(next, "/S");
            count(tally, type.empty() ? type : std::string(kindOfAction(type)));
            waiting.push_back(next.getKey("/Next"));
        }
    }
}

void countTriggers(Tally& tally, QPDFObjectHandle holder) {
    QPDFObjectHandle triggers = holder.getKey("/AA");
    if (triggers.isDictionary()) {
        for (const auto& key : triggers.getKeys()) {
            countAction(tally, triggers.getKey(key));
        }
    }
}

void countAnnotation(SourceSurvey& found, QPDFObjectHandle annotation) {
    const std::string type = nameAt(annotation, "/Subtype");
    if (const std::string_view kind = kindOfAnnotation(type); !kind.empty()) {
        count(found.leftBehind, std::string(kind));
    } else if (type == "/Widget") {
        ++found.fields;
        count(found.leftBehind, "form");
    } else if (type != "/Link" && type != "/Popup" && annotation.getKey("/Contents").isString() &&
               !annotation.getKey("/Contents").getUTF8Value().empty()) {
        count(found.leftBehind, "comment");
    }
    QPDFObjectHandle parent = annotation.getKey("/Parent");
    if (type == "/Widget" && parent.isDictionary()) {
        countTriggers(found.leftBehind, parent);
    }
    countAction(found.leftBehind, annotation.getKey("/A"));
    countTriggers(found.leftBehind, annotation);
}

void surveyFields(SourceSurvey& found, QPDFObjectHandle form) {
    struct Waiting {
        QPDFObjectHandle field;
        std::string type;
    };
    std::vector<Waiting> waiting{{form, ""}};
    std::set<QPDFObjGen> seen;
    for (std::size_t count = 0; count < mostNodes && !waiting.empty(); ++count) {
        auto [field, type] = waiting.back();
        waiting.pop_back();
        if (!field.isDictionary() || (field.isIndirect() && !seen.insert(field.getObjGen()).second)) {
            continue;
        }
        const std::string own = nameAt(field, "/FT");
        type = own.empty() ? type : own;
        if (type == "/Sig" && field.getKey("/V").isDictionary()) {
            ++found.signatures;
        }
        QPDFObjectHandle kids = field.getKey(field.hasKey("/Fields") ? "/Fields" : "/Kids");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            waiting.push_back({kids.getArrayItem(i), type});
        }
    }
}

void surveyLayers(SourceSurvey& found, QPDFObjectHandle properties) {
    QPDFObjectHandle groups = properties.getKey("/OCGs");
    QPDFObjectHandle usual = properties.getKey("/D");
    const bool hiddenBase = nameAt(usual, "/BaseState") == "/OFF";
    for (int i = 0; groups.isArray() && i < groups.getArrayNItems(); ++i) {
        ++found.layers;
        if (hiddenBase) {
            const QPDFObjGen id = groups.getArrayItem(i).getObjGen();
            found.hiddenLayers.emplace(id.getObj(), id.getGen());
        }
    }
    QPDFObjectHandle listed =
        usual.isDictionary() ? usual.getKey(hiddenBase ? "/ON" : "/OFF") : QPDFObjectHandle::newNull();
    for (int i = 0; listed.isArray() && i < listed.getArrayNItems(); ++i) {
        const QPDFObjGen id = listed.getArrayItem(i).getObjGen();
        if (hiddenBase) {
            found.hiddenLayers.erase({id.getObj(), id.getGen()});
        } else {
            found.hiddenLayers.emplace(id.getObj(), id.getGen());
        }
    }
}

void surveyCatalog(SourceSurvey& found, QPDFObjectHandle catalog) {
    if (catalog.getKey("/OpenAction").isDictionary()) {
        countAction(found.leftBehind, catalog.getKey("/OpenAction"));
    }
    countTriggers(found.leftBehind, catalog);
    QPDFObjectHandle names = catalog.getKey("/Names");
    if (names.isDictionary()) {
        const auto keep = [&found](const std::string& kind, std::size_t number) {
            if (number > 0) {
                found.leftBehind[kind] += number;
            }
        };
        keep("javascript", namesOf(names.getKey("/JavaScript")).size());
        keep("attachment", namesOf(names.getKey("/EmbeddedFiles")).size());
    }
    if (catalog.getKey("/Collection").isDictionary()) {
        count(found.leftBehind, "portfolio");
    }
    QPDFObjectHandle form = catalog.getKey("/AcroForm");
    if (form.isDictionary()) {
        surveyFields(found, form);
        QPDFObjectHandle needs = form.getKey("/NeedAppearances");
        found.needsAppearances = needs.isBool() && needs.getBoolValue();
        found.xfa = form.hasKey("/XFA");
    }
    if (catalog.getKey("/OCProperties").isDictionary()) {
        surveyLayers(found, catalog.getKey("/OCProperties"));
    }
}

/// How LayerPolicy reads what libqpdf holds.
struct SourceLayerView {
    using Value = QPDFObjectHandle;
    const SourceSurvey& found;

    static bool isDictionary(Value value) {
        return value.isDictionary();
    }
    static bool isArray(Value value) {
        return value.isArray();
    }
    static std::vector<Value> items(Value array, std::size_t most) {
        std::vector<Value> items;
        for (int i = 0; array.isArray() && i < array.getArrayNItems() && items.size() < most; ++i) {
            items.push_back(array.getArrayItem(i));
        }
        return items;
    }
    static Value entry(Value dictionary, const std::string& key) {
        return dictionary.getKey(key);
    }
    static std::string name(const Value& dictionary, const std::string& key) {
        return nameAt(dictionary, key);
    }
    static std::string nameOf(Value value) {
        return value.isInitialized() && value.isName() ? value.getName() : std::string();
    }
    [[nodiscard]] bool isOff(const Value& group) const {
        const QPDFObjGen id = group.getObjGen();
        return found.hiddenLayers.count({id.getObj(), id.getGen()}) != 0;
    }
};

}  // namespace

SourceSurvey survey(const SourceFile& file) {
    SourceSurvey found;
    surveyCatalog(found, file.catalog());
    for (QPDFObjectHandle page : file.pages()) {
        countTriggers(found.leftBehind, page);
        if (QPDFObjectHandle files = page.getKey("/AF"); files.isArray() && files.getArrayNItems() > 0) {
            found.leftBehind["attachment"] += static_cast<std::size_t>(files.getArrayNItems());
        }
        QPDFObjectHandle annotations = page.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            QPDFObjectHandle annotation = annotations.getArrayItem(i);
            if (annotation.isDictionary()) {
                countAnnotation(found, annotation);
            }
        }
    }
    if (found.signatures > 0) {
        found.leftBehind["signature"] = found.signatures;
    }
    if (found.xfa) {
        found.leftBehind["xfa"] = 1;
    }
    if (file.assumedSizes() > 0) {
        found.leftBehind["page-size"] = file.assumedSizes();
    }
    return found;
}

bool isHidden(const QPDFObjectHandle& optionalContent, const SourceSurvey& found) {
    const SourceLayerView view{found};
    return LayerPolicy(view).hides(optionalContent);
}

std::vector<std::pair<std::string, QPDFObjectHandle>> namesOf(const QPDFObjectHandle& tree) {
    std::vector<std::pair<std::string, QPDFObjectHandle>> names;
    std::vector<QPDFObjectHandle> waiting{tree};
    std::set<QPDFObjGen> seen;
    while (!waiting.empty() && names.size() < mostNodes && seen.size() < mostNodes) {
        QPDFObjectHandle node = waiting.back();
        waiting.pop_back();
        if (!node.isDictionary() || (node.isIndirect() && !seen.insert(node.getObjGen()).second)) {
            continue;
        }
        QPDFObjectHandle leaves = node.getKey("/Names");
        for (int i = 0; leaves.isArray() && i + 1 < leaves.getArrayNItems(); i += 2) {
            if (leaves.getArrayItem(i).isString()) {
                names.emplace_back(leaves.getArrayItem(i).getStringValue(), leaves.getArrayItem(i + 1));
            }
        }
        QPDFObjectHandle kids = node.getKey("/Kids");
        for (int i = kids.isArray() ? kids.getArrayNItems() : 0; i > 0; --i) {
            waiting.push_back(kids.getArrayItem(i - 1));
        }
    }
    return names;
}

}  // namespace engross
