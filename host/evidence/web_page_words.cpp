#include "evidence/loaded_library.h"
#include "evidence/mail.h"

#include <libxml/HTMLparser.h>
#include <array>
#include <limits>

namespace engross {

namespace {

constexpr int deepestElement = 500;

bool isOneOf(const xmlChar* name, const auto& names) {
    const std::string_view word = reinterpret_cast<const char*>(name);
    for (const std::string_view known : names) {
        if (word == known) {
            return true;
        }
    }
    return false;
}

/// Collects words; white space as a web page counts it.
class PageWords {
public:
    void walk(const xmlNode* node, int depth) {
        static constexpr std::array<std::string_view, 6> silent{"script", "style", "head", "template", "object", "svg"};
        static constexpr std::array<std::string_view, 22> blocks{
            "p",  "div", "table", "tr", "ul",      "ol",     "li",      "h1",     "h2",         "h3",   "h4",
            "h5", "h6",  "pre",   "hr", "section", "header", "article", "footer", "blockquote", "form", "address"};
        for (; node != nullptr; node = node->next) {
            if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
                say(reinterpret_cast<const char*>(node->content));
                continue;
            }
            if (node->type != XML_ELEMENT_NODE || depth > deepestElement || isOneOf(node->name, silent)) {
                continue;
            }
            const std::string_view name = reinterpret_cast<const char*>(node->name);
            const bool block = isOneOf(node->name, blocks);
            if (block || name == "br") {
                endLine();
            }
            walk(node->children, depth + 1);
            if (block) {
                endLine();
                paragraph_ = name != "li" && name != "tr" && name != "div";
            } else if (name == "td" || name == "th") {
                say(" ");
            }
        }
    }

    [[nodiscard]] std::string finish() {
        endLine();
        return std::move(words_);
    }

private:
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

}  // namespace

std::string wordsOfWebPage(std::string_view page) {
    static const LoadedLibrary library("libxml2.so.2");
    if (!library.isThere() || page.size() > std::numeric_limits<int>::max()) {
        return {};
    }
    auto* const read = library.function<decltype(::htmlReadMemory)>("htmlReadMemory");
    auto* const free = library.function<decltype(::xmlFreeDoc)>("xmlFreeDoc");
    const xmlDocPtr document =
        read(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    if (document == nullptr) {
        return {};
    }
    PageWords words;
    words.walk(document->children, 0);
    free(document);
    return words.finish();
}

}  // namespace engross
