#pragma once
#include "script/page_images.h"
#include "work/errands.h"
#include "work/produce_parts.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The pictures among a request's exhibits. Each file is read by the errand process, once for each mark.
class RequestPictures : public PageImages {
public:
    /// All of them outlive this.
    RequestPictures(const ExhibitShelf& shelf, const Workshop& workshop, Language reader);

    [[nodiscard]] std::optional<PageImage> find(const std::string& mark, std::vector<Diagnostic>& faults) override;

private:
    [[nodiscard]] std::optional<PageImage> read(const std::string& mark, const ResolvedExhibit& exhibit,
                                                std::vector<Diagnostic>& faults);

    const ExhibitShelf& shelf_;
    const Workshop& workshop_;
    Language reader_;
    Errands errands_;
    std::map<std::string, std::optional<PageImage>> read_;
    std::size_t bytes_ = 0;
};

}  // namespace engross
