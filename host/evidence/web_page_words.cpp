#include "evidence/loaded_library.h"
#include "evidence/mail.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

namespace engross {

namespace {

/// Collects words; white space as a web page counts it.
class PageWords {
public:
    /// Elements may lie in each other as deep as the page likes: the stack does not follow them.
    void read(const xmlDoc* page) {
        const xmlNode* node = page->children;
        while (node != nullptr) {
            if (begin(node) && node->children != nullptr) {
                node = node->children;
                continue;
            }
            end(node);
            while (node->next == nullptr) {
                node = node->parent;
                if (node == nullptr || node->type != XML_ELEMENT_NODE) {
                    return;
                }
                end(node);
            }
            node = node->next;
        }
    }

    [[nodiscard]] std::string finish() {
        endLine();
        return std::move(words_);
    }

private:
    static std::string_view nameOf(const xmlNode* element) {
        return reinterpret_cast<const char*>(element->name);
    }

    static bool isBlock(std::string_view name) {
        static constexpr std::array<std::string_view, 22> blocks{
            "p",  "div", "table", "tr", "ul",      "ol",     "li",      "h1",     "h2",         "h3",   "h4",
            "h5", "h6",  "pre",   "hr", "section", "header", "article", "footer", "blockquote", "form", "address"};
        return std::find(blocks.begin(), blocks.end(), name) != blocks.end();
    }

    static bool isSilent(std::string_view name) {
        static constexpr std::array<std::string_view, 6> silent{"script", "style", "head", "template", "object", "svg"};
        return std::find(silent.begin(), silent.end(), name) != silent.end();
    }

    /// Whether what is in it is to be read too.
    bool begin(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            say(reinterpret_cast<const char*>(node->content));
        }
        if (node->type != XML_ELEMENT_NODE || isSilent(nameOf(node))) {
            return false;
        }
        if (isBlock(nameOf(node)) || nameOf(node) == "br") {
            endLine();
        }
        return true;
    }

    void end(const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE || isSilent(nameOf(node))) {
            return;
        }
        const std::string_view name = nameOf(node);
        if (isBlock(name)) {
            endLine();
            paragraph_ = name != "li" && name != "tr" && name != "div";
        } else if (name == "td" || name == "th") {
            say(" ");
        }
    }

    void say(const char* text) {
        for (const char* at = text; at != nullptr && *at != '\0'; ++at) {
            if (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r' || *at == '\f') {
                space_ = !line_.empty();
                continue;
            }
            if (space_) {
                line_ += ' ';
                space_ = false;
            }
            line_ += *at;
        }
    }

    void endLine() {
        space_ = false;
        if (line_.empty()) {
            return;
        }
        if (paragraph_ && !words_.empty()) {
            words_ += '\n';
        }
        paragraph_ = false;
        words_ += line_ + '\n';
        line_.clear();
    }

    std::string words_;
    std::string line_;
    bool space_ = false;
    bool paragraph_ = false;
};

/// Word and Outlook write "<![if !supportLists]>" and "<![endif]>", which browsers take for comments (HTML 13.2.5.42)
/// and libxml2 for text.
std::string withoutConditions(std::string_view page) {
    constexpr std::string_view comment = "<!--";
    std::string rest;
    std::size_t at = 0;
    while (at < page.size()) {
        const std::size_t found = std::min(page.find("<!", at), page.size());
        rest += page.substr(at, found - at);
        const std::string_view mark = page.substr(found);
        const bool isCondition = mark.starts_with("<![if ") || mark.starts_with("<![endif]");
        const bool isComment = mark.starts_with(comment);
        const std::string_view ending = isComment ? "-->" : ">";
        const std::size_t end = page.find(ending, found + (isComment ? comment.size() : 0));
        at = end == std::string_view::npos ? page.size() : end + ending.size();
        if (!isCondition || end == std::string_view::npos) {
            rest += page.substr(found, at - found);
        }
    }
    return rest;
}

}  // namespace

std::optional<std::string> wordsOfWebPage(std::string_view written) {
    static const LoadedLibrary library("libxml2.so.2");
    if (!library.isThere()) {
        return std::nullopt;
    }
    const std::string page = withoutConditions(written);
    if (page.size() > std::numeric_limits<int>::max()) {
        throw std::length_error("a web page of more than two gigabytes");
    }
    // libxml2 stops without a word at the 257th element inside another, unless the page may be huge: a page that is
    // answered and forwarded for a year comes near. htmlReadMemory() knows no such option.
    const htmlParserCtxtPtr parser = library.function<decltype(::htmlCreateMemoryParserCtxt)>(
        "htmlCreateMemoryParserCtxt")(page.data(), static_cast<int>(page.size()));
    if (parser == nullptr) {
        return std::string();
    }
    (void)library.function<decltype(::htmlCtxtUseOptions)>("htmlCtxtUseOptions")(
        parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT |
                    HTML_PARSE_IGNORE_ENC);
    parser->options |= XML_PARSE_HUGE;
    (void)library.function<decltype(::xmlSwitchEncoding)>("xmlSwitchEncoding")(parser, XML_CHAR_ENCODING_UTF8);
    (void)library.function<decltype(::htmlParseDocument)>("htmlParseDocument")(parser);
    const xmlDocPtr document = parser->myDoc;
    library.function<decltype(::htmlFreeParserCtxt)>("htmlFreeParserCtxt")(parser);
    if (document == nullptr) {
        return std::string();
    }
    PageWords words;
    words.read(document);
    library.function<decltype(::xmlFreeDoc)>("xmlFreeDoc")(document);
    return words.finish();
}

}  // namespace engross
