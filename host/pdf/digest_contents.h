#pragma once
#include "pdf/digest_lending.h"
#include "pdf/digest_lexing.h"
#include "pdf/digest_source.h"

#include <functional>
#include <optional>
#include <string>

namespace engross {

/// Makes pages' contents and resources: lexed once, wrapped in a form where they are irregular or carry ids of a
/// structure that is not taken along, without Q that have no q, with annotations drawn in.
class DigestContents {
public:
    explicit DigestContents(DigestSource& source) : source_(source), reading_(source), lending_(source) {}

    void make(std::size_t index);

private:
    [[nodiscard]] bool mustBeWrapped(const PageLexing& found, std::size_t streams) const;
    [[nodiscard]] LocalId formOf(const SourceLeaf& leaf, const std::vector<PdfValue>& streams,
                                 const std::optional<std::string>& mended);
    [[nodiscard]] LocalId packed(const std::function<void()>& writeEntries, const std::string& content);
    void writeFormEntries(const SourceLeaf& leaf, LocalId resources);
    [[nodiscard]] LocalId operators(const std::string& text);

    DigestSource& source_;
    ContentReading reading_;
    DigestLending lending_;
    std::unordered_map<std::string, LocalId> operators_;  // streams of ours that say the same are one
};

}  // namespace engross
