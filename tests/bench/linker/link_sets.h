#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace engross::bench {

/// A file of a set and how many pages it has.
struct SetFile {
    std::string path;
    std::size_t pages = 0;
};

/// Sets of exhibits that a bundle is made of, the same bytes on every machine:
///   text-N      N pages of plain text in 200 files, each with an embedded font, a picture, bookmarks and links
///   office-N    the same, its text in short runs as office programs write it: twice the work to read
///   scans-N     N files of one page, each a grey scan at 300 dpi of about 1 MB
///   photos-N    N files of one page, each a photograph of 12 million pixels of about 4 MB
///   mixed-N     N MB: text, scans and photographs
/// Besides, "front.pdf": a cover and an index of ours whose rows are links to the files.
class LinkSet {
public:
    /// Makes the set in the folder unless it is there.
    static void make(const std::string& name, const std::string& folder);
    /// Reads what was made.
    LinkSet(const std::string& name, const std::string& folder);

    [[nodiscard]] const std::vector<SetFile>& files() const noexcept;
    [[nodiscard]] const SetFile& front() const noexcept;
    [[nodiscard]] std::size_t pages() const noexcept;  // of the files

private:
    SetFile front_;
    std::vector<SetFile> files_;
};

}  // namespace engross::bench
