#pragma once
#include "layout/block.h"
#include "layout/canvas.h"
#include "model/diagnostic.h"
#include "type/typesetter.h"
#include "words/messages.h"

#include <memory>
#include <vector>

namespace engross {

struct PaginatorImpl;

/// A composition set in pages, ready to be drawn any number of times. Pure: same composition, same pages.
class Pages {
public:
    [[nodiscard]] std::size_t count() const noexcept;
    /// Faults that the text itself has: a character no font has, a reference to no paragraph, a heading level skipped,
    /// a word wider than its column. All of them, in the reader's words.
    [[nodiscard]] std::vector<Diagnostic> faults(Language reader = Language::English) const;
    void draw(Canvas& canvas) const;

    Pages(Pages&&) noexcept;
    ~Pages();

private:
    friend Pages paginate(Composition, std::shared_ptr<const Typesetter>);
    explicit Pages(std::unique_ptr<PaginatorImpl> impl);
    std::unique_ptr<PaginatorImpl> impl_;
};

/// The typesetter sets what has no font of its own in its style. Throws FontError for a family that is not installed.
/// Blocks leave memory as they are set: who needs the composition no more moves it in.
[[nodiscard]] Pages paginate(Composition composition, std::shared_ptr<const Typesetter> typesetter);

}  // namespace engross
