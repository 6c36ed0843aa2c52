#include "letter/tags.h"

#include "letter/marks.h"

#include <algorithm>
#include <string_view>

namespace engross {
namespace {

bool isLetterOrDigit(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9');
}

bool isClauseName(std::string_view name) {
    const auto fits = [](char character) { return isLetterOrDigit(character) || character == '_' || character == '-'; };
    return !name.empty() && std::all_of(name.begin(), name.end(), fits);
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

class TagReader {
public:
    TagReader(const SourceText& source, Faults& faults) : source_(source), text_(source.text()), faults_(faults) {}

    std::vector<Tag> read() {
        for (std::size_t offset = 0; offset < text_.size();) {
            if (text_.substr(offset, 2) == "{{") {
                offset = readTag(offset);
            } else if (text_.substr(offset, 2) == "}}") {
                faults_.add("stray-braces", source_.place(offset, 2));
                offset += 2;
            } else if (std::optional<Tag> mark = readMark(source_, offset, faults_)) {
                offset += mark->length;
                tags_.push_back(std::move(*mark));
            } else {
                ++offset;
            }
        }
        return std::move(tags_);
    }

private:
    std::size_t readTag(std::size_t offset) {
        const std::string_view line = text_.substr(offset, source_.lineEnd(offset) - offset);
        if (line.substr(0, 3) == "{{{") {
            return readTriple(offset, line);
        }
        const auto close = line.find("}}");
        if (close == std::string_view::npos) {
            faults_.add("unclosed-tag", source_.place(offset, trimmed(line.substr(0, line.find('\n'))).size()));
            return offset + 2;
        }
        Tag tag;
        tag.offset = offset;
        tag.length = close + 2;
        tag.standalone = standsAlone(offset, tag.length);
        readContent(tag, trimmed(line.substr(2, close - 2)));
        return offset + close + 2;
    }

    std::size_t readTriple(std::size_t offset, std::string_view line) {
        const auto close = line.find("}}");
        const std::size_t length = close == std::string_view::npos ? 3 : line.find_first_not_of('}', close) - close;
        const std::size_t whole = close == std::string_view::npos ? 3 : close + std::min<std::size_t>(length, 3);
        faults_.add("unknown-form", source_.place(offset, whole), {{"form", "{{{"}});
        return offset + whole;
    }

    void readContent(Tag tag, std::string_view content) {
        const Place where = source_.place(tag.offset, tag.length);
        if (content.empty()) {
            faults_.add("empty-tag", where);
            return;
        }
        const char sign = content.front();
        const bool named = isLetterOrDigit(sign) || sign == '_' || sign == '.';
        if (!named && std::string_view("#^/>").find(sign) == std::string_view::npos) {
            faults_.add("unknown-form", where, {{"form", "{{" + std::string(1, sign)}});
            return;
        }
        tag.form = sign == '#'   ? TagForm::Section
                   : sign == '^' ? TagForm::Inverted
                   : sign == '/' ? TagForm::Close
                   : sign == '>' ? TagForm::Clause
                                 : TagForm::Field;
        const std::string_view name = named ? content : trimmed(content.substr(1));
        if (name.empty()) {
            faults_.add("empty-tag", where);
            return;
        }
        tag.name = name;
        nameTag(tag, where);
        tags_.push_back(std::move(tag));
    }

    void nameTag(Tag& tag, const Place& where) {
        if (tag.form == TagForm::Clause ? isClauseName(tag.name) : isFieldName(tag.name)) {
            return;
        }
        faults_.add(tag.form == TagForm::Clause ? "clause-name" : "field-name", where, {{"name", tag.name}});
        tag.faulty = true;
        tag.name = tag.name.substr(0, tag.name.find(' '));
    }

    [[nodiscard]] bool standsAlone(std::size_t offset, std::size_t length) const {
        const std::size_t begin = source_.lineBegin(offset);
        const std::string_view before = text_.substr(begin, offset - begin);
        const std::string_view after = text_.substr(offset + length, source_.lineEnd(offset) - offset - length);
        return before.find_first_not_of(" \t>") == std::string_view::npos &&
               after.find_first_not_of(" \t\r\n") == std::string_view::npos;
    }

    const SourceText& source_;
    std::string_view text_;
    Faults& faults_;
    std::vector<Tag> tags_;
};

class Matcher {
public:
    Matcher(std::vector<Tag>& tags, const SourceText& source, Faults& faults)
        : tags_(tags), source_(source), faults_(faults) {}

    void match() {
        for (std::size_t index = 0; index < tags_.size(); ++index) {
            const TagForm form = tags_[index].form;
            if (form == TagForm::Section || form == TagForm::Inverted) {
                open_.push_back(index);
            } else if (form == TagForm::Close) {
                close(index);
            }
        }
        while (!open_.empty()) {
            unclosed(open_.back());
            open_.pop_back();
        }
    }

private:
    void close(std::size_t index) {
        const std::size_t depth = depthClosedBy(tags_[index]);
        if (depth == Tag::none) {
            return;
        }
        while (open_.size() > depth + 1) {
            unclosed(open_.back());
            open_.pop_back();
        }
        pair(open_.back(), index);
        open_.pop_back();
    }

    /// A misspelt end closes the innermost section that it resembles, so that one slip is one fault.
    std::size_t depthClosedBy(const Tag& end) {
        for (std::size_t depth = open_.size(); depth > 0; --depth) {
            if (tags_[open_[depth - 1]].name == end.name) {
                return depth - 1;
            }
        }
        const std::string near = reportStray(end);
        return !near.empty() && near == tags_[open_.back()].name ? open_.size() - 1 : Tag::none;
    }

    std::string reportStray(const Tag& end) {
        std::vector<std::string> names;
        for (const std::size_t open : open_) {
            names.push_back(tags_[open].name);
        }
        std::string near = nearest(end.name, names);
        faults_.addNear("stray-close", place(end), {{"name", end.name}}, near);
        return near;
    }

    void pair(std::size_t begin, std::size_t end) {
        if (tags_[begin].standalone != tags_[end].standalone) {
            faults_.add("section-lines", place(tags_[tags_[begin].standalone ? end : begin]),
                        {{"name", tags_[begin].name}});
            return;
        }
        tags_[begin].partner = end;
        tags_[end].partner = begin;
    }

    void unclosed(std::size_t index) {
        faults_.add("unclosed-section", place(tags_[index]), {{"name", tags_[index].name}});
    }

    [[nodiscard]] Place place(const Tag& tag) const {
        return source_.place(tag.offset, tag.length);
    }

    std::vector<Tag>& tags_;
    const SourceText& source_;
    Faults& faults_;
    std::vector<std::size_t> open_;
};

}  // namespace

bool isFieldName(std::string_view name) {
    if (name == ".") {
        return true;
    }
    const auto fits = [](char character) { return isLetterOrDigit(character) || character == '_' || character == '.'; };
    return !name.empty() && std::all_of(name.begin(), name.end(), fits) && name.front() != '.' && name.back() != '.' &&
           name.find("..") == std::string_view::npos;
}

std::vector<Tag> readTags(const SourceText& source, Faults& faults) {
    std::vector<Tag> tags = TagReader(source, faults).read();
    Matcher(tags, source, faults).match();
    return tags;
}

}  // namespace engross
