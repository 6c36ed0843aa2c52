#include "bundle/number_rules.h"

#include "bundle/page_numbers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engross {
namespace {

constexpr Points leastStamp = 8;
constexpr std::size_t longestNumber = 9;  // figures
constexpr double millimetresPerPoint = 25.4 / 72;
constexpr double beside = 15;      // millimetres: two numbers nearer than this are taken for one another
constexpr double besideStamp = 4;  // a number of Engross is bold on a white patch
constexpr double patch = 0.8;      // millimetres around a number that Engross stamps

std::string textAt(const BundleFile& file, std::size_t page) {
    return page < file.numbers.texts.size() ? file.numbers.texts[page] : std::string();
}

const SheetArea* areaAt(const BundleFile& file, std::size_t page) {
    return page < file.numbers.areas.size() && file.numbers.areas[page] ? &*file.numbers.areas[page] : nullptr;
}

bool overlap(const SheetArea& one, const SheetArea& other, double margin) {
    return one.left - margin < other.right && other.left < one.right + margin && one.top - margin < other.bottom &&
           other.top < one.bottom + margin;
}

/// "41" after "40", so that one page without a number is one fault and not two.
std::string following(const std::string& number) {
    const std::size_t last = number.find_last_of("0123456789");
    if (last == std::string::npos) {
        return {};
    }
    std::size_t begin = last;
    while (begin > 0 && number[begin - 1] >= '0' && number[begin - 1] <= '9') {
        --begin;
    }
    std::size_t value = 0;
    const auto read = std::from_chars(number.data() + begin, number.data() + last + 1, value);
    const bool fits = read.ec == std::errc() && last - begin < longestNumber;
    return fits ? number.substr(0, begin) + std::to_string(value + 1) : std::string();
}

class NumberRules {
public:
    NumberRules(const BundleFile& file, Findings& findings) : file_(file), findings_(findings) {}

    void run() {
        if (!numbered()) {
            return;
        }
        checkRun();
        checkLabels();
        checkPlace();
        checkClear();
        checkUpright();
    }

private:
    void breach(const std::string& key, PageList pages, Messages::Values values = {}) {
        if (!pages.empty()) {
            findings_.breach(key, std::move(pages), values);
        }
    }

    bool numbered() {
        if (!findings_.begin("3-numbered")) {
            return file_.numbers.known;
        }
        if (!file_.numbers.known) {
            // Numbers that another program drew are part of the page's own content: only its text tells them.
            if (file_.looked) {
                findings_.breach("no-numbers", {});
            } else {
                findings_.doubt("numbers-by-eye", {});
            }
            return false;
        }
        breach("unnumbered", pagesWhere(file_, [this](std::size_t i) { return textAt(file_, i).empty(); }));
        return true;
    }

    void checkRun() {
        const auto scheme = pageNumberingFrom(findings_.profile().numbering).value_or(PageNumbering::OneRun);
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < file_.reading.pages.size(); ++i) {
            const std::string text = textAt(file_, i);
            texts.push_back(text.empty() && i > 0 ? following(texts.back()) : text);
        }
        PageRun run = runOf(texts, scheme);
        // The page behind one with a wrong number is right where it goes on from the page before that.
        const PageList blamed = run.outOfTurn;
        std::erase_if(run.outOfTurn, [&](std::size_t page) {
            const auto isBlamed = [&blamed](std::size_t other) {
                return std::ranges::find(blamed, other) != blamed.end();
            };
            return page > 2 && isBlamed(page - 1) && !isBlamed(page - 2) &&
                   texts[page - 1] == following(following(texts[page - 3]));
        });
        if (findings_.begin(scheme == PageNumbering::OneRun ? "4-from-one" : "6-section-numbers")) {
            breach(scheme == PageNumbering::OneRun ? "number-out-of-turn" : "section-number-out-of-turn",
                   run.outOfTurn);
            if (run.first > 1 && !goesOn()) {
                tellBeginning(texts.front());
            }
        }
        if (findings_.begin("36-suffixes") && findings_.profile().laterPages != BundleProfile::LaterPages::Suffixes) {
            breach("suffixes", run.suffixed);
        }
        if (findings_.begin("7-plain-numbers")) {
            breach("number-not-plain", pagesWhere(file_, [this](std::size_t i) {
                       return textAt(file_, i).find_first_not_of("0123456789") != std::string::npos;
                   }));
        }
    }

    /// Of the rule that was begun, unless the profile lets a bundle go on from another.
    void tellBeginning(const std::string& number) {
        if (!findings_.profile().subNumbered) {
            findings_.breach("begins-elsewhere", {1}, {{"number", number}});
        } else if (findings_.begin("37-supplemental")) {
            findings_.note("supplemental", {1}, {{"number", number}});
        }
    }

    /// A later volume goes on from the one before it: the plan says so, or its links name it.
    [[nodiscard]] bool goesOn() const {
        return file_.ofVolumes || std::ranges::any_of(file_.reading.pages, [](const ReadPage& page) {
                   return std::ranges::any_of(page.links, [](const ReadLink& link) {
                       return link.file.find("-volume-") != std::string::npos;
                   });
               });
    }

    void checkLabels() {
        if (findings_.begin("5-labels")) {
            breach("label-differs", pagesWhere(file_, [this](std::size_t i) {
                       const std::string text = textAt(file_, i);
                       return !text.empty() && text != file_.reading.pages[i].label;
                   }));
        }
    }

    void checkPlace() {
        if (!findings_.begin("8-number-place")) {
            return;
        }
        breach("number-small", pagesWhere(file_, [this](std::size_t i) {
                   const auto& stamp = file_.reading.pages[i].stamp;
                   return stamp && stamp->size < leastStamp;
               }));
        breach("number-elsewhere", pagesWhere(file_, [this](std::size_t i) {
                   const SheetArea* area = areaAt(file_, i);
                   const ReadPage& page = file_.reading.pages[i];
                   return area != nullptr && ((area->left + area->right) / 2 < page.width * millimetresPerPoint / 2 ||
                                              area->bottom < page.height * millimetresPerPoint / 2);
               }));
        breach("number-beside-number", pagesWhere(file_, [this](std::size_t i) { return hasRival(i); }));
    }

    /// Another number so near that it may be read as the page's.
    [[nodiscard]] bool hasRival(std::size_t page) const {
        const SheetArea* area = areaAt(file_, page);
        const bool stamped = file_.reading.pages.at(page).stamp.has_value();
        return area != nullptr && std::ranges::any_of(file_.words.at(page), [&](const PlacedWord& word) {
                   const bool number = !word.text.empty() && word.text.size() <= 5 &&
                                       word.text.find_first_not_of("0123456789") == std::string::npos;
                   return number && !overlap(word.box, *area, 0) &&
                          overlap(word.box, *area, stamped ? besideStamp : beside);
               });
    }

    void checkClear() {
        if (file_.looked && findings_.begin("9-number-clear")) {
            breach("number-over-text", pagesWhere(file_, [this](std::size_t i) {
                       const SheetArea* area = areaAt(file_, i);
                       const bool stamped = file_.reading.pages[i].stamp.has_value();
                       return area != nullptr && std::ranges::any_of(file_.words.at(i), [&](const PlacedWord& word) {
                                  const bool own =
                                      word.box.left >= area->left - 0.1 && word.box.right <= area->right + 0.1 &&
                                      word.box.top >= area->top - 0.1 && word.box.bottom <= area->bottom + 0.1;
                                  return !own && overlap(word.box, *area, stamped ? patch : -0.3);
                              });
                   }));
            breach("number-over-ink", pagesWhere(file_, [this](std::size_t i) {
                       const SheetArea* area = areaAt(file_, i);
                       if (area == nullptr) {
                           return false;
                       }
                       const double margin = file_.reading.pages[i].stamp ? patch : -0.3;
                       const SheetArea place{area->left - margin, area->top - margin, area->right + margin,
                                             area->bottom + margin};
                       return std::ranges::any_of(file_.drawings.at(i).marks,
                                                  [&place](const InkMark& mark) { return touches(mark, place); });
                   }));
        }
    }

    void checkUpright() {
        if (findings_.begin("10-upright")) {
            breach("number-turned", pagesWhere(file_, [this](std::size_t i) {
                       const auto& stamp = file_.reading.pages[i].stamp;
                       return stamp && !stamp->upright;
                   }));
            breach("number-misplaced", pagesWhere(file_, [this](std::size_t i) {
                       const auto& stamp = file_.reading.pages[i].stamp;
                       return stamp && !stamp->inCorner;
                   }));
        }
    }

    const BundleFile& file_;
    Findings& findings_;
};

}  // namespace

void checkNumbers(const BundleFile& file, Findings& findings) {
    NumberRules(file, findings).run();
}

}  // namespace engross
