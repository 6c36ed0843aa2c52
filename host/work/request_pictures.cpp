#include "work/request_pictures.h"

#include "work/errand_messages.h"
#include "work/scratch.h"

#include <filesystem>
#include <utility>

namespace engross {
namespace {

// All pictures of one document are held in memory until it is written.
constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

Picture pictureFrom(const Value& facts, std::string bytes) {
    Picture picture;
    const std::string coding = facts.textOr("coding", "");
    picture.coding = coding == "rgb"    ? Picture::Coding::Rgb8
                     : coding == "grey" ? Picture::Coding::Grey8
                                        : Picture::Coding::Jpeg;
    picture.bytes = std::make_shared<const std::string>(std::move(bytes));
    picture.widthPixels = static_cast<int>(countAt(facts, "width"));
    picture.heightPixels = static_cast<int>(countAt(facts, "height"));
    picture.components = static_cast<int>(countAt(facts, "components"));
    picture.orientation = static_cast<int>(countAt(facts, "orientation"));
    return picture;
}

}  // namespace

RequestPictures::RequestPictures(const ExhibitShelf& shelf, const Workshop& workshop, Language reader)
    : shelf_(shelf), workshop_(workshop), reader_(reader), errands_(workshop.errandProgram) {}

std::optional<PageImage> RequestPictures::find(const std::string& mark, std::vector<Diagnostic>& faults) {
    const auto exhibit = shelf_.byMark.find(mark);
    if (exhibit == shelf_.byMark.end()) {
        return std::nullopt;
    }
    const auto known = read_.find(mark);
    return known != read_.end() ? known->second
                                : read_.emplace(mark, read(mark, exhibit->second, faults)).first->second;
}

std::optional<PageImage> RequestPictures::read(const std::string& mark, const ResolvedExhibit& exhibit,
                                               std::vector<Diagnostic>& faults) {
    const auto place = std::filesystem::path(workshop_.scratch) / ("picture-" + std::to_string(read_.size()));
    Looked looked = errands_.picture(exhibit.path, mark, place.string(), reader_);
    if (looked.refusal) {
        faults.push_back(std::move(*looked.refusal));
        return std::nullopt;
    }
    std::string bytes = readFile(place.string());
    std::filesystem::remove(place);
    bytes_ += bytes.size();
    if (bytes_ > kMostBytes) {
        const Messages& messages = Messages::in(reader_);
        Diagnostic fault{.code = "pictures-too-large", .message = messages.text("work.pictures_too_large")};
        fault.where.pointer = "/exhibits";
        fault.hints.push_back(messages.text("work.pictures_too_large.hint"));
        faults.push_back(std::move(fault));
        return std::nullopt;
    }
    return PageImage{.picture = pictureFrom(looked.facts, std::move(bytes)), .file = exhibit.hash};
}

}  // namespace engross
