#include "sample_requests.h"

#include "model/json.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace engross::samples {
namespace {

std::string source(const std::string& path) {
    return std::string(ENGROSS_SOURCE_DIR) + "/" + path;
}

std::vector<std::string> steps(const std::string& pointer) {
    std::vector<std::string> out;
    for (const char letter : pointer) {
        if (letter == '/') {
            out.emplace_back();
        } else {
            out.back() += letter;
        }
    }
    return out;
}

Value* down(Value* value, const std::string& step) {
    if (value->object() != nullptr) {
        return value->object()->find(step);
    }
    return value->list() == nullptr ? nullptr : &value->list()->at(std::stoul(step));
}

Value* follow(Value* value, const std::vector<std::string>& path, std::size_t count) {
    for (std::size_t i = 0; i < count && value != nullptr; ++i) {
        value = down(value, path.at(i));
    }
    return value;
}

void without(Value& parent, const std::string& step) {
    if (auto* list = parent.list()) {
        list->erase(list->begin() + std::stol(step));
        return;
    }
    Object rest;
    for (const auto& [name, value] : *parent.object()) {
        if (name != step) {
            rest.set(name, value);
        }
    }
    parent = Value(rest);
}

void say(std::string& out, const Inline& words) {
    for (const auto& span : words) {
        out += span.text;
    }
    out += '\n';
}

void say(std::string& out, const Blocks& blocks);

struct Teller {
    std::string& out;

    void operator()(const Paragraph& block) const {
        say(out, block.text);
    }
    void operator()(const Heading& block) const {
        say(out, block.text);
    }
    void operator()(const NumberedParagraph& block) const {
        say(out, block.text);
    }
    void operator()(const ListBlock& block) const {
        for (const auto& item : block.items) {
            say(out, item);
        }
    }
    void operator()(const TableBlock& block) const {
        say(out, block.caption);
        for (const auto& column : block.columns) {
            say(out, column.heading);
        }
        for (const auto& row : block.rows) {
            for (const auto& cell : row) {
                say(out, cell.text);
                say(out, cell.content);
            }
        }
    }
    void operator()(const KeyValues& block) const {
        for (const auto& [label, value] : block.rows) {
            say(out, label);
            say(out, value);
        }
    }
    void operator()(const BoxBlock& block) const {
        say(out, block.content);
    }
    void operator()(const Figure& block) const {
        say(out, block.caption);
    }
    void operator()(const SignatureBlock& block) const {
        out += block.label + '\n';
        for (const auto& line : block.lines) {
            say(out, line);
        }
    }
    void operator()(const Lines& block) const {
        for (const auto& line : block.lines) {
            say(out, line);
        }
    }
    void operator()(const TickList& block) const {
        for (const auto& item : block.items) {
            say(out, item.text);
        }
    }
    void operator()(const FillIn& block) const {
        say(out, block.label);
    }
    void operator()(const Contents& block) const {
        for (const auto& row : block.rows) {
            say(out, row.title);
        }
    }
    void operator()(const SideBySide& block) const {
        for (const auto& pair : block.pairs) {
            say(out, pair.left);
            say(out, pair.right);
        }
    }
    void operator()(const Rule&) const {}
    void operator()(const Space&) const {}
    void operator()(const PageBreak&) const {}
};

void say(std::string& out, const Blocks& blocks) {
    for (const auto& block : blocks) {
        std::visit(Teller{out}, block.content);
    }
}

/// Non-breaking spaces read as spaces.
std::string plainSpaces(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.compare(i, 2, "\xc2\xa0") == 0) {
            out += ' ';
            ++i;
        } else {
            out += text.at(i);
        }
    }
    return out;
}

}  // namespace

const Catalogue& catalogue() {
    static const auto loaded = Catalogue::load(
        {.plugins = source("plugins"), .scripts = source("scripts"), .templates = source("templates")}, {});
    return *loaded;
}

Value jsonOf(const std::string& path) {
    std::ifstream file(source(path));
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const JsonResult result = readJson(text);
    if (!result.value) {
        throw std::logic_error(path + " is not JSON");
    }
    return *result.value;
}

SampleRequest::SampleRequest(const std::string& type) : body_(jsonOf("samples/requests/" + type + ".json")) {}

SampleRequest& SampleRequest::set(const std::string& pointer, Value value) {
    const auto path = steps(pointer);
    for (const auto* half : {"fields", "case"}) {
        Value* found = follow(body_.object()->find(half), path, path.size());
        if (found != nullptr) {
            *found = std::move(value);
            return *this;
        }
    }
    throw std::logic_error("the sample has nothing at " + pointer);
}

SampleRequest& SampleRequest::remove(const std::string& pointer) {
    const auto path = steps(pointer);
    for (const auto* half : {"fields", "case"}) {
        Value* whole = body_.object()->find(half);
        if (follow(whole, path, path.size()) != nullptr) {
            without(*follow(whole, path, path.size() - 1), path.back());
            return *this;
        }
    }
    throw std::logic_error("the sample has nothing at " + pointer);
}

SampleRequest& SampleRequest::add(const std::string& name, Value value) {
    body_.object()->find("fields")->object()->set(name, std::move(value));
    return *this;
}

const Value& SampleRequest::body() const {
    return body_;
}

CheckResult SampleRequest::check() const {
    const auto read = readRequest(body_);
    if (!read.faults.empty()) {
        throw std::logic_error("the sample is no request: " + read.faults.front().pointer);
    }
    return catalogue().check(read.request, Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}});
}

std::vector<Diagnostic> SampleRequest::faults() const {
    return check().diagnostics;
}

std::string SampleRequest::text() const {
    const auto result = check();
    std::vector<Diagnostic> faults;
    if (!result.checked) {
        return {};
    }
    const auto composition = catalogue().compose(*result.checked, Part{}, faults);
    return composition ? textOf(*composition) : std::string{};
}

std::string textOf(const Composition& composition) {
    std::string out;
    for (const auto& frame : composition.style.firstFrames) {
        say(out, frame.content);
    }
    say(out, composition.body);
    return plainSpaces(out);
}

const Diagnostic* named(const std::vector<Diagnostic>& faults, const std::string& code) {
    for (const auto& fault : faults) {
        if (fault.code == code) {
            return &fault;
        }
    }
    return nullptr;
}

std::string told(const std::vector<Diagnostic>& faults) {
    std::string out;
    for (const auto& fault : faults) {
        out += describe(fault);
    }
    return out;
}

}  // namespace engross::samples
