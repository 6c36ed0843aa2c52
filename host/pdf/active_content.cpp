#include "pdf/active_content.h"

#include "pdf/active_entries.h"
#include "pdf/reader_lexer.h"
#include "pdf/reader_objects.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

namespace engross {

namespace {

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The name of a file that lies beside this one, without a way to it: one volume of a bundle leads to another so.
bool isFileBeside(const std::string& name) {
    return name.ends_with(".pdf") && name.find_first_of("/\\:") == std::string::npos;
}

}  // namespace

/// Goes through the tokens of one object; a dictionary is judged when it closes.
class ActiveScan {
public:
    ActiveScan(ActiveContent& content, std::string_view text, bool isStream)
        : content_(content), lexer_(text), isStream_(isStream) {}

    void run() {
        for (PdfToken token = lexer_.next(); token.kind != PdfTokenKind::End; token = lexer_.next()) {
            switch (token.kind) {
                case PdfTokenKind::DictionaryOpen:
                case PdfTokenKind::ArrayOpen:
                    open_.push_back({.isDictionary = token.kind == PdfTokenKind::DictionaryOpen});
                    break;
                case PdfTokenKind::DictionaryClose:
                case PdfTokenKind::ArrayClose:
                    close();
                    break;
                default:
                    take(token);
                    break;
            }
        }
    }

private:
    struct Level {
        bool isDictionary = false;
        bool afterKey = false;
        bool typed = false;     // has a type: its keys are not names that somebody made up
        bool triggers = false;  // has /AA
        bool attaches = false;  // has /EF
        bool goesOn = false;    // has /Next
        bool placed = false;    // has /Rect: an annotation
        bool script = false;    // has the text of one
        bool external = false;  // says where the data of a stream are
        bool otherPage = false;
        bool substitute = false;
        std::string_view key{};
        std::string_view type{};
        std::string_view subtype{};
        std::string_view action{};
        std::string file{};  // that it names
    };

    void take(const PdfToken& token) {
        if (open_.empty() || !open_.back().isDictionary) {
            return;
        }
        Level& level = open_.back();
        if (token.kind == PdfTokenKind::Name && !level.afterKey) {
            startEntry(level, token.text);
            return;
        }
        if (level.afterKey && token.kind == PdfTokenKind::Name) {
            takeName(level, token.text);
        } else if (level.afterKey && token.kind == PdfTokenKind::String) {
            level.script = level.script || level.key == "/JS";
            if (level.key == "/UF" || (level.key == "/F" && level.file.empty())) {
                level.file = stringFrom(token.text);
            }
        }
        level.afterKey = false;
    }

    void startEntry(Level& level, std::string_view key) {
        if (key.find('#') != std::string_view::npos) {
            names_.push_back(std::make_unique<std::string>(nameFrom(key)));
            key = *names_.back();
        }
        level.key = key;
        level.afterKey = true;
        switch (leftOutEntry(key, isStream_ && open_.size() == 1 ? KeyMeaning::StreamEntries : KeyMeaning::Entries)) {
            case LeftOutEntry::Action:
                level.triggers = level.triggers || key == "/AA";
                level.goesOn = level.goesOn || key == "/Next";
                break;
            case LeftOutEntry::Attachment:
                level.attaches = level.attaches || key == "/EF";
                break;
            case LeftOutEntry::External:
                level.external = true;
                break;
            case LeftOutEntry::OtherPage:
                level.otherPage = true;
                break;
            case LeftOutEntry::Substitute:
                level.substitute = true;
                break;
            default:
                level.placed = level.placed || key == "/Rect";
                break;
        }
    }

    void takeName(Level& level, std::string_view name) {
        if (name.find('#') != std::string_view::npos) {
            names_.push_back(std::make_unique<std::string>(nameFrom(name)));
            name = *names_.back();
        }
        if (level.key == "/S") {
            level.action = name;
        } else if (level.key == "/Type") {
            level.type = name;
            level.typed = true;
        } else if (level.key == "/Subtype") {
            level.subtype = name;
            level.typed = true;
        } else if (level.key == "/FT") {
            level.typed = true;
        }
    }

    void close() {
        if (open_.empty()) {
            return;
        }
        const Level closed = std::move(open_.back());
        open_.pop_back();
        if (closed.isDictionary) {
            judge(closed);
        }
        if (!open_.empty()) {
            if (open_.back().key == "/F" && !closed.file.empty()) {
                open_.back().file = closed.file;
            }
            open_.back().afterKey = false;
        }
    }

    void judge(const Level& level) {
        const bool isElement = level.type == "/StructElem";
        const std::string_view kind = isElement ? std::string_view() : kindOfActionNamed(level.action);
        const bool beside = level.action == "/GoToR" && !level.goesOn && isFileBeside(level.file);
        if (!kind.empty() && !beside) {
            count(kind);
        } else if (level.script && level.action.empty()) {
            count("javascript");
        }
        if (level.triggers && (level.typed || !level.action.empty())) {
            count("action");
        }
        if (level.placed && isOneOf(level.subtype, {"/Movie", "/Sound", "/Screen", "/RichMedia", "/3D"})) {
            count("multimedia");
        }
        content_.specifications_ += level.attaches && (level.typed || !level.file.empty()) ? 1 : 0;
        const bool outermost = isStream_ && open_.empty();
        if (outermost) {
            judgeStream(level);
        }
    }

    void judgeStream(const Level& level) {
        if (level.type == "/EmbeddedFile") {
            ++content_.embedded_;
        } else if (isOneOf(level.type, {"/3D", "/Sound"})) {
            count("multimedia");
        }
        if (level.external) {
            count("external-data");
        }
        if (level.otherPage) {
            count("other-page");
        }
        if (level.substitute) {
            count("substitute");
        }
    }

    void count(std::string_view kind) {
        ++content_.found_[std::string(kind)];
    }

    ActiveContent& content_;
    PdfLexer lexer_;
    bool isStream_;
    std::vector<Level> open_;
    std::vector<std::unique_ptr<std::string>> names_;  // without their escapes
};

void ActiveContent::look(std::string_view text, bool isStream) {
    ActiveScan(*this, text, isStream).run();
}

std::map<std::string, std::size_t> ActiveContent::found() const {
    std::map<std::string, std::size_t> all = found_;
    if (const std::size_t files = std::max(specifications_, embedded_); files > 0) {
        all["attachment"] = files;
    }
    return all;
}

std::map<std::string, std::size_t> activeContentOf(const std::shared_ptr<const SourceBytes>& file,
                                                   const std::string& name) {
    const ReaderObjects objects(file->view(), name);
    HeldMemory held(file);
    ActiveContent content;
    const std::vector<XrefEntry>& entries = objects.entries();
    for (std::uint32_t number = 1; number < entries.size(); ++number) {
        const XrefEntry& entry = entries[number];
        const std::uint32_t generation = entry.kind == XrefEntry::Kind::InFile ? entry.index : 0;
        if (const auto extent = objects.extent(number, generation)) {
            content.look(extent->text, extent->isStream);
            held.touch(extent->text);
        }
    }
    return content.found();
}

}  // namespace engross
