#pragma once
#include "layout/block.h"
#include "layout/canvas.h"
#include "model/diagnostic.h"
#include "type/typesetter.h"

#include <memory>
#include <vector>

namespace engross {

struct PaginatorImpl;

/// A composition set in pages, ready to be drawn any number of times. Pure: same composition, same pages.
class Pages {
public:
    [[nodiscard]] std::size_t count() const noexcept;
    /// Faults that the text itself has: a character no font has, a reference to no paragraph, a heading level skipped,
    /// a word wider than its column. All of them.
    [[nodiscard]] const std::vector<Diagnostic>& faults() const noexcept;
    void draw(Canvas& canvas) const;

    Pages(Pages&&) noexcept;
    ~Pages();

private:
    friend Pages paginate(const Composition&, std::shared_ptr<const Typesetter>);
    explicit Pages(std::unique_ptr<PaginatorImpl> impl);
    std::unique_ptr<PaginatorImpl> impl_;
};

/// The typesetter sets what has no font of its own in its style. Throws FontError for a family that is not installed.
[[nodiscard]] Pages paginate(const Composition& composition, std::shared_ptr<const Typesetter> typesetter);

}  // namespace engross
