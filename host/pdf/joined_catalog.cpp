#include "pdf/joined_catalog.h"

#include "pdf/pdf_text.h"
#include "pdf/tree_leaves.h"
#include "pdf/xmp.h"

#include <charconv>

namespace engross {

namespace {

/// A label as a prefix and the decimal number at its end, or 0 where it has none.
struct LabelParts {
    std::string prefix;
    long number = 0;
};

LabelParts partsOf(const std::string& label) {
    const std::size_t digits = label.find_last_not_of("0123456789") + 1;  // npos + 1 is 0: all digits
    LabelParts parts{label, 0};
    const bool plain = digits < label.size() && label[digits] != '0' && label.size() - digits < 10;
    if (plain) {
        parts.prefix = label.substr(0, digits);
        std::from_chars(label.data() + digits, label.data() + label.size(), parts.number);
    }
    return parts;
}

std::string rangeText(const LabelParts& parts) {
    std::string range = "<<";
    if (!parts.prefix.empty()) {
        range += "/P" + textString(parts.prefix);
    }
    if (parts.number != 0) {
        range += "/S/D/St " + std::to_string(parts.number);
    }
    return range + ">>";
}

}  // namespace

std::string pageLabelsEntry(const std::vector<std::string>& labels, ObjectWriter& file) {
    TreeLeaves leaves(file, "/Nums");
    LabelParts expected;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const LabelParts parts = partsOf(labels[i]);
        const bool runsOn =
            i > 0 && parts.number != 0 && parts.prefix == expected.prefix && parts.number == expected.number;
        expected = {parts.prefix, parts.number == 0 ? 0 : parts.number + 1};
        if (!runsOn) {
            leaves.add(std::to_string(i), rangeText(parts));
        }
    }
    return "/PageLabels<<" + leaves.finishTree() + ">>";
}

std::string targetsEntry(const std::map<std::string, PageNumber>& targets, const PlacedPages& pages,
                         ObjectWriter& file) {
    if (targets.empty()) {
        return {};
    }
    TreeLeaves leaves(file, "/Names");
    for (const auto& [name, page] : targets) {
        leaves.add(byteString(name), pages.destination(page - 1));
    }
    return "/Names<</Dests<<" + leaves.finishTree() + ">>>>";
}

std::string layersEntry(const std::vector<JoinedLayer>& layers) {
    if (layers.empty()) {
        return {};
    }
    std::string all;
    std::string hidden;
    for (const JoinedLayer& layer : layers) {
        all += reference(layer.object) + ' ';
        hidden += layer.hidden ? reference(layer.object) + ' ' : std::string();
    }
    return "/OCProperties<</OCGs[" + all + "]/D<</BaseState/ON/Order[]/OFF[" + hidden + "]/Locked[" + all + "]>>>>";
}

std::string metadataEntry(const PdfMetadata& metadata, ObjectWriter& file) {
    const ObjectNumber packet =
        file.addStream("/Type/Metadata/Subtype/XML", xmpPacket(metadata, Claims{.archive = {}, .pdfua = false}));
    return "/Metadata " + reference(packet) + "/Lang" + textString(metadata.language);
}

}  // namespace engross
