#pragma once
#include "pdf/archive.h"
#include "pdf/object_writer.h"

#include <map>
#include <string>
#include <vector>

namespace engross {

/// The files that a document carries (ISO 32000-1 7.11.4, ISO 19005-3 6.8).
class AttachedFiles {
public:
    /// Throws std::logic_error where the name is empty or taken.
    void add(const PdfAttachment& attachment, ObjectWriter& file);
    [[nodiscard]] bool empty() const noexcept;

    /// The array for the catalog's /AF, in the order in which they were attached.
    [[nodiscard]] std::string associated() const;
    /// The name tree for /Names /EmbeddedFiles.
    [[nodiscard]] std::string nameTree() const;

private:
    std::map<std::string, ObjectNumber> byName_;
    std::vector<ObjectNumber> inOrder_;
};

}  // namespace engross
