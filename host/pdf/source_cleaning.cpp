#include "pdf/source_cleaning.h"

#include "pdf/source_disarming.h"
#include "pdf/source_flattening.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>

namespace engross {

namespace {

const std::set<std::string> keptPageKeys{"/Type",      "/MediaBox", "/CropBox", "/Rotate", "/UserUnit",
                                         "/Resources", "/Contents", "/Annots",  "/Group",  "/Parent"};

}  // namespace

CleanSource cleaned(SourceFile& file, bool ours) {
    CleanSource clean;
    clean.found = survey(file);
    Flattening flat = flatten(file, clean.found, ours);
    clean.showsText = std::move(flat.showsText);
    clean.navigation = keepNavigation(file, clean.found, ours);
    for (QPDFObjectHandle page : file.pages()) {
        for (const auto& key : page.getKeys()) {
            if (keptPageKeys.count(key) == 0 && !(ours && key == "/StructParents")) {
                page.removeKey(key);
            }
        }
    }
    if (!ours) {
        for (const auto& [kind, count] : disarm(file)) {
            flat.losses[kind] += count;
        }
    }
    for (const auto& [kind, count] : clean.found.leftBehind) {
        flat.losses[kind] += count;
    }
    flat.losses["broken-link"] += clean.navigation.brokenLinks;
    flat.losses["hidden-link"] += clean.navigation.hiddenLinks;
    flat.losses["external-link"] += clean.navigation.externalLinks;
    for (const auto& [kind, count] : flat.losses) {
        if (count > 0) {
            clean.losses.push_back({file.name(), kind, count});
        }
    }
    return clean;
}

}  // namespace engross
