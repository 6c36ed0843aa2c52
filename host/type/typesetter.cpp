#include "type/typesetter.h"

#include "type/families.h"
#include "type/family.h"
#include "type/line_breaks.h"
#include "type/shaper.h"
#include "type/word_cache.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace engross {
namespace {

/// Some 15 MB of shaped words at most.
constexpr std::size_t wordsKept = 32'768;
/// A longer text is no word that comes again.
constexpr std::size_t longestWordKept = 64;

class FamilyTypesetter final : public Typesetter {
public:
    explicit FamilyTypesetter(std::unique_ptr<const FaceFamily> family)
        : family_(std::move(family)), words_(wordsKept) {}

    [[nodiscard]] std::vector<ShapedRun> shape(std::string_view text, TypeStyle style,
                                               std::string_view language) const override {
        if (!mayNeedBidi(text)) {
            return word(text, style, language, Direction::LeftToRight)->runs;
        }
        const Direction base = isRightToLeft(language) ? Direction::RightToLeft : Direction::LeftToRight;
        const std::vector<std::uint8_t> levels = bidiLevels(text, base);
        std::vector<std::string_view> pieces;
        std::vector<std::uint8_t> pieceLevels;
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t end = begin + 1;
            while (end < text.size() && levels[end] == levels[begin]) {
                ++end;
            }
            pieces.push_back(text.substr(begin, end - begin));
            pieceLevels.push_back(levels[begin]);
            begin = end;
        }
        std::vector<ShapedRun> runs;
        for (const std::size_t place : visualOrder(pieceLevels)) {
            const Direction direction = pieceLevels[place] % 2 == 1 ? Direction::RightToLeft : Direction::LeftToRight;
            const auto shaped = word(pieces[place], style, language, direction);
            runs.insert(runs.end(), shaped->runs.begin(), shaped->runs.end());
        }
        return runs;
    }

    [[nodiscard]] std::shared_ptr<const ShapedWord> word(std::string_view text, TypeStyle style,
                                                         std::string_view language,
                                                         Direction direction) const override {
        if (text.size() > longestWordKept) {
            return std::make_shared<const ShapedWord>(shapeStretch(text, style, language, direction, *family_));
        }
        const WordKey key{text, language, style, direction};
        // Two pointers are all that a function keeps without an allocation, and this is called for every word.
        return words_.find(
            key, [this, &key] { return shapeStretch(key.text, key.style, key.language, key.direction, *family_); });
    }

    [[nodiscard]] std::vector<BreakOpportunity> breaks(std::string_view text,
                                                       std::string_view language) const override {
        return lineBreaks(text, language);
    }

    [[nodiscard]] std::vector<std::string> missingCharacters(std::string_view text) const override {
        return shapeStretch(text, {}, {}, Direction::LeftToRight, *family_).missing;
    }

    [[nodiscard]] std::vector<std::string> fontFiles() const override {
        std::vector<std::string> files = family_->files();
        for (const std::string& name : installedFamilies()) {
            for (const std::string& file : familyFiles(name).value_or(std::array<std::string, 4>{})) {
                if (!file.empty() && std::ranges::find(files, file) == files.end()) {
                    files.push_back(file);
                }
            }
        }
        return files;
    }

    [[nodiscard]] const Face& face(TypeStyle style) const override {
        return *family_->main(style);
    }

private:
    std::unique_ptr<const FaceFamily> family_;
    mutable WordCache words_;
};

}  // namespace

std::shared_ptr<const Typesetter> Typesetter::standard() {
    static const std::shared_ptr<const Typesetter> shared = std::make_shared<FamilyTypesetter>(FaceFamily::standard());
    return shared;
}

std::shared_ptr<const Typesetter> Typesetter::of(const std::string& family) {
    if (family.empty()) {
        return standard();
    }
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const Typesetter>> known;
    const std::lock_guard lock(mutex);
    auto& found = known[family];
    if (found == nullptr) {
        found = std::make_shared<FamilyTypesetter>(FaceFamily::of(family));
    }
    return found;
}

}  // namespace engross
