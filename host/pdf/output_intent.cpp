#include "pdf/output_intent.h"

#include "pdf/deflate.h"
#include "pdf/pdf_error.h"

#include <fstream>
#include <iterator>

namespace engross {
namespace {

constexpr const char* profilePath = "/usr/share/color/icc/sRGB.icc";

std::string readProfile() {
    std::ifstream file(profilePath, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file || bytes.empty()) {
        throw PdfError("pdf-library", profilePath, "the colour profile is missing; install icc-profiles-free");
    }
    return deflated(bytes, DeflateEffort::Fast);
}

}  // namespace

ObjectNumber writeOutputIntent(ObjectWriter& file) {
    static const std::string profile = readProfile();
    const ObjectNumber stream = file.addStream("/N 3/Filter/FlateDecode", profile);
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/RegistryName(http://www.color.org)"
        "/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
        reference(stream) + ">>");
}

const char* colourProfilePath() noexcept {
    return profilePath;
}

}  // namespace engross
