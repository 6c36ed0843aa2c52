#include "bundle/page_rules.h"

#include "bundle/number_rules.h"
#include "bundle/protected_terms.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace engross {
namespace {

constexpr std::size_t fewWords = 12;    // beside the page's number: a page of these is not read by its text
constexpr double mostOfThePage = 0.45;  // that pictures take
constexpr double moreThanALogo = 0.05;
constexpr std::size_t manyStrokes = 400;  // of letters drawn as outlines
constexpr std::size_t leastLetters = 20;  // by which a page's direction is told
constexpr double dotsToSpare = 1.02;      // of rounding
constexpr std::size_t someLetters = 3;    // under a box

const PlacedPicture* largestOf(const PageDrawing& page) {
    const auto found = std::ranges::max_element(page.pictures, {}, &PlacedPicture::share);
    return found == page.pictures.end() ? nullptr : &*found;
}

class PageRules {
public:
    PageRules(const BundleFile& file, Findings& findings) : file_(file), findings_(findings) {}

    void run() {
        checkSearchable();
        checkTurned();
        checkLandscape();
        checkDots();
        checkLegible();
        checkRedactions();
    }

private:
    [[nodiscard]] const PageDrawing& page(std::size_t i) const {
        return file_.drawings.at(i);
    }

    void breach(const std::string& key, PageList pages, Messages::Values values = {}) {
        if (!pages.empty()) {
            findings_.breach(key, std::move(pages), values);
        }
    }

    void doubt(const std::string& key, PageList pages, Messages::Values values = {}) {
        if (!pages.empty()) {
            findings_.doubt(key, std::move(pages), values);
        }
    }

    [[nodiscard]] bool isSilent(std::size_t i) const {
        const auto letters = static_cast<std::size_t>(
            std::ranges::count_if(file_.words.at(i), [](const PlacedWord& word) { return !word.text.empty(); }));
        return letters < fewWords;
    }

    [[nodiscard]] bool isPictureOnly(std::size_t i) const {
        return isSilent(i) && page(i).pictureShare() >= mostOfThePage;
    }

    void checkSearchable() {
        if (!findings_.begin("18-searchable")) {
            return;
        }
        const auto tones = [this](std::size_t i) {
            const PlacedPicture* picture = largestOf(page(i));
            return picture == nullptr ? PlacedPicture::Tones::Colour : picture->tones;
        };
        // Black on white is how scanners keep typed pages; photographs have tones.
        breach("scan-without-text", pagesWhere(file_, [&](std::size_t i) {
                   return isPictureOnly(i) && tones(i) == PlacedPicture::Tones::Two;
               }));
        doubt("picture-without-text", pagesWhere(file_, [&](std::size_t i) {
                  return isPictureOnly(i) && tones(i) != PlacedPicture::Tones::Two;
              }));
        doubt("outlines-without-text", pagesWhere(file_, [&](std::size_t i) {
                  return isSilent(i) && !isPictureOnly(i) && page(i).strokes >= manyStrokes;
              }));
    }

    /// The direction of most letters of a page: quarters anticlockwise; nothing where it has too few.
    [[nodiscard]] std::optional<std::size_t> directionOf(std::size_t i) const {
        const auto& letters = page(i).letters;
        const auto most = std::ranges::max_element(letters);
        std::size_t all = 0;
        for (const std::size_t count : letters) {
            all += count;
        }
        return all < leastLetters || 3 * *most < 2 * all
                   ? std::nullopt
                   : std::optional(static_cast<std::size_t>(most - letters.begin()));
    }

    void checkTurned() {
        if (findings_.begin("20-upside-down")) {
            breach("upside-down", pagesWhere(file_, [this](std::size_t i) { return directionOf(i) == 2U; }));
        }
    }

    void checkLandscape() {
        using Landscape = BundleProfile::Landscape;
        const Landscape wanted = findings_.profile().landscape;
        if (!findings_.begin("21-landscape") || wanted == Landscape::Either) {
            return;
        }
        const auto wide = [this](std::size_t i) {
            return file_.reading.pages[i].width > file_.reading.pages[i].height;
        };
        if (wanted == Landscape::Across) {
            breach("sideways", pagesWhere(file_, [this](std::size_t i) {
                       const auto direction = directionOf(i);
                       return direction && *direction % 2 == 1;
                   }));
            return;
        }
        // Turned clockwise a page stands in portrait and its lines run downwards.
        breach("landscape-not-turned", pagesWhere(file_, [&](std::size_t i) { return wide(i); }));
        breach("landscape-turned-wrongly",
               pagesWhere(file_, [&](std::size_t i) { return !wide(i) && directionOf(i) == 1U; }));
    }

    void checkDots() {
        if (!findings_.begin("23-dots")) {
            return;
        }
        const auto most = findings_.parameter("most");
        if (most) {
            breach("too-many-dots",
                   pagesWhere(file_,
                              [&](std::size_t i) {
                                  return std::ranges::any_of(page(i).pictures, [&](const PlacedPicture& picture) {
                                      return picture.share > 0.01 && picture.dotsPerInch > *most * dotsToSpare;
                                  });
                              }),
                   {{"most", spoken(*most)}});
        }
        if (const auto least = findings_.parameter("least")) {
            breach("too-few-dots", coarse(*least), {{"least", spoken(*least)}});
        }
    }

    PageList coarse(double least) {
        return pagesWhere(file_, [&](std::size_t i) {
            const PlacedPicture* picture = largestOf(page(i));
            return picture != nullptr && isPictureOnly(i) && picture->dotsPerInch * dotsToSpare < least;
        });
    }

    void checkLegible() {
        if (!findings_.begin("39-legible")) {
            return;
        }
        const double size = findings_.parameter("size").value_or(6);
        breach("small-print",
               pagesWhere(
                   file_,
                   [&](std::size_t i) { return page(i).usualSize > 0 && page(i).usualSize < size && !isSilent(i); }),
               {{"size", spoken(size)}});
        const double dots = findings_.parameter("dots").value_or(120);
        breach("coarse-scan", coarse(dots), {{"dots", spoken(dots)}});
        doubt("half-read", pagesWhere(file_, [this](std::size_t i) { return !page(i).whole; }));
    }

    void checkRedactions() {
        if (!findings_.begin("45-redactions")) {
            return;
        }
        breach("text-under-box",
               pagesWhere(file_, [this](std::size_t i) { return page(i).coveredLetters >= someLetters; }));
        breach("redaction-marked-only",
               pagesWhere(file_, [this](std::size_t i) { return page(i).redactionMarks > 0; }));
        if (!findings_.profile().protectedTerms.empty()) {
            checkProtected(ProtectedTerms(findings_.profile().protectedTerms));
        }
    }

    /// Of each term the pages that say it, shown, cropped away, or in place of what is shown.
    [[nodiscard]] std::vector<PageList> protectedPages(const ProtectedTerms& terms) const {
        std::vector<std::set<std::size_t>> found(terms.count());
        const auto note = [&found](std::size_t page, const std::vector<std::size_t>& said) {
            for (const std::size_t term : said) {
                found[term].insert(page + 1);
            }
        };
        for (std::size_t i = 0; i < file_.words.size(); ++i) {
            note(i, terms.in(file_.words[i]));
            note(i, terms.in(file_.croppedWords.at(i)));
        }
        for (const WordsBehindOthers& other : file_.otherWords) {
            note(other.page, terms.in(other.shown));
            for (const std::string& given : other.given) {
                note(other.page, terms.in(given));
            }
        }
        std::vector<PageList> pages;
        pages.reserve(found.size());
        for (const auto& ofTerm : found) {
            pages.emplace_back(ofTerm.begin(), ofTerm.end());
        }
        return pages;
    }

    /// What a finding calls a term is its place in the list: the verdict goes where the term must not.
    void checkProtected(const ProtectedTerms& terms) {
        std::vector<PageList> pages = protectedPages(terms);
        std::vector<bool> beside(terms.count());
        for (const std::string& text : file_.strings) {
            for (const std::size_t term : terms.in(text)) {
                beside[term] = true;
            }
        }
        const std::vector<std::size_t> named = terms.in(file_.name);
        for (std::size_t term = 0; term < terms.count(); ++term) {
            const std::string number = std::to_string(term + 1);
            breach("protected-on-pages", std::move(pages[term]), {{"term", number}});
            if (beside[term]) {
                findings_.breach("protected-beside-pages", {}, {{"term", number}});
            }
            if (std::ranges::find(named, term) != named.end()) {
                findings_.breach("protected-in-name", {}, {{"term", number}});
            }
        }
        if (file_.reading.hiddenLayers) {
            findings_.doubt("protected-in-layers", {});
        }
        doubt("protected-not-searched",
              pagesWhere(file_, [this](std::size_t i) { return page(i).pictureShare() >= moreThanALogo; }));
    }

    const BundleFile& file_;
    Findings& findings_;
};

}  // namespace

void checkPages(const BundleFile& file, Findings& findings) {
    PageRules(file, findings).run();
}

}  // namespace engross
