#include "service/page_parts.h"

namespace engross {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            default:
                safe += letter;
        }
    }
    return safe;
}

std::string htmlElement(std::string_view tag, std::string_view attributes, std::string_view content) {
    std::string text = "<";
    text += tag;
    text += attributes.empty() ? "" : " ";
    text += attributes;
    text += ">";
    text += content;
    text += "</";
    text += tag;
    text += ">\n";
    return text;
}

std::string htmlLink(const std::string& target, std::string_view text) {
    return "<a href=\"" + escaped(target) + "\">" + escaped(text) + "</a>";
}

Answer htmlPage(const Call& call, int status, const std::string& title, const std::string& content) {
    const Messages& words = Messages::in(call.language);
    const std::string name = words.text("service.page.name");
    std::string text = "<!DOCTYPE html>\n<html lang=\"" + std::string(tagOf(call.language)) + "\">\n<head>\n";
    text += "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    text += htmlElement("title", "", escaped(title) + " – " + escaped(name));
    text += "<link rel=\"stylesheet\" href=\"/static/engross.css\">\n</head>\n<body>\n";
    text += htmlElement("a", "class=\"skip\" href=\"#main\"", escaped(words.text("service.page.skip")));
    text += htmlElement(
        "header", "",
        htmlElement("div", "class=\"width\"", htmlElement("a", "class=\"brand\" href=\"/\"", escaped(name))));
    text += htmlElement("main", "id=\"main\" class=\"width\"", content);
    text +=
        htmlElement("footer", "", htmlElement("div", "class=\"width\"", escaped(words.text("service.page.footer"))));
    text += "</body>\n</html>\n";
    return html(status, std::move(text)).with("Content-Language", std::string(tagOf(call.language)));
}

}  // namespace engross
