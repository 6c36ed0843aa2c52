#pragma once
#include "letter/template.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace engross::test {

/// Template data made of texts, switches, lists and ready blocks.
class SampleData : public TemplateData {
public:
    std::map<std::string, std::string> texts;
    std::map<std::string, bool> switches;
    std::map<std::string, std::vector<SampleData>> lists;
    std::map<std::string, Blocks> ready;

    [[nodiscard]] std::optional<std::string> text(const std::string& name) const override {
        const auto found = texts.find(name);
        return found == texts.end() ? std::nullopt : std::optional(found->second);
    }

    [[nodiscard]] std::size_t repeats(const std::string& name) const override {
        if (const auto list = lists.find(name); list != lists.end()) {
            return list->second.size();
        }
        const auto found = switches.find(name);
        return (found != switches.end() && found->second) || texts.count(name) != 0 ? 1 : 0;
    }

    [[nodiscard]] std::unique_ptr<TemplateData> element(const std::string& name, std::size_t index) const override {
        const auto list = lists.find(name);
        if (list == lists.end()) {
            return nullptr;
        }
        auto inside = std::make_unique<SampleData>(list->second.at(index));
        inside->texts.insert(texts.begin(), texts.end());
        return inside;
    }

    [[nodiscard]] std::optional<Blocks> blocks(const std::string& name) const override {
        const auto found = ready.find(name);
        return found == ready.end() ? std::nullopt : std::optional(found->second);
    }
};

/// An element of a list of texts: its "." is the text.
inline SampleData element(const std::string& text) {
    SampleData data;
    data.texts["."] = text;
    return data;
}

/// Blocks as lines that a reader can compare: "p …", "h2 …", "1. …", "- …", "box", "rule", "| a | b |".
[[nodiscard]] std::string outline(const Blocks& blocks, const std::string& indent = {});

/// "line:column+length code" of each fault.
[[nodiscard]] std::vector<std::string> places(const std::vector<Diagnostic>& faults);

}  // namespace engross::test
