#pragma once
#include "layout/block.h"
#include "raster.h"
#include "type/typesetter.h"

#include <memory>
#include <string>
#include <vector>

namespace engross::samples {

/// Sets compositions and turns them into PDF bytes. Throws std::logic_error where a paper has a fault of its own.
class Press {
public:
    Press();

    [[nodiscard]] std::string pdf(const Composition& composition) const;
    /// The pages of a PDF as pixels, by pdftoppm as a child process. `scratch` is a file that it may write.
    [[nodiscard]] std::vector<Raster> pixels(const std::string& pdf, const std::string& scratch, int dotsPerInch) const;

private:
    std::shared_ptr<const Typesetter> typesetter_;
};

/// A paper of samples/papers, set on A4 with "SAMPLE" at its head.
[[nodiscard]] Composition paper(const std::string& markdown, const std::string& name);
/// The same on its side: a schedule.
[[nodiscard]] Composition sidewaysPaper(const std::string& markdown, const std::string& name);

/// Reads a whole file; throws std::runtime_error where it cannot.
[[nodiscard]] std::string contents(const std::string& path);
void writeFile(const std::string& path, const std::string& bytes);

}  // namespace engross::samples
