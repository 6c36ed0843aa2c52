#pragma once
#include <string>
#include <utility>
#include <vector>

namespace engross {

/// A PDF written by hand, object by object, so that a test can hold any fault that a producer has.
class RawPdf {
public:
    /// Adds an object's body and gives its number. Numbers start at 1; object 1 is the catalog, object 2 the page tree.
    std::size_t add(const std::string& body);
    std::size_t addStream(const std::string& content, const std::string& entries = {});
    /// Adds a page with these entries (boxes, rotation, annotations) and content; gives the page's number as an object.
    std::size_t addPage(const std::string& entries, const std::string& content);
    /// Adds a page showing the text in Helvetica.
    std::size_t addTextPage(const std::string& text, const std::string& entries = "/MediaBox [0 0 595 842]");
    /// Takes an object that was added for a page.
    void countPage(std::size_t number);
    void catalog(const std::string& entries);
    void replace(std::size_t number, const std::string& body);
    [[nodiscard]] std::size_t pages() const;
    [[nodiscard]] std::size_t nextNumber() const;

    [[nodiscard]] std::string bytes() const;
    /// Writes the bytes to `path` and gives it back.
    [[nodiscard]] std::string writeTo(const std::string& path) const;

    RawPdf();

private:
    std::vector<std::string> bodies_;
    std::vector<std::size_t> pages_;
    std::string catalogEntries_;
    bool pagesReplaced_ = false;
};

/// Writes the bytes and gives the path back.
std::string writeBytes(const std::string& path, const std::string& bytes);
[[nodiscard]] std::string readBytes(const std::string& path);

}  // namespace engross
