#include "bench/linker/link_sets.h"

#include "bench/linker/made_pdf.h"
#include "pdf/pdf_canvas.h"
#include "type/typesetter.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace engross::bench {

namespace {

constexpr std::size_t textFiles = 200;
constexpr std::size_t rowsOfAPage = 45;

/// The cover and the index, as a bundle has them: rows that lead to "doc:1" and so on.
std::size_t writeFront(const std::string& path, std::size_t rows) {
    const auto typesetter = Typesetter::standard();
    PdfMetadata metadata;
    metadata.title = "Index";
    metadata.language = "en-GB";
    PdfCanvas canvas(metadata);
    const auto draw = [&](ElementId element, Points x, Points y, const std::string& text) {
        canvas.beginContent(element);
        for (const ShapedRun& run : typesetter->shape(text, TypeStyle{}, "en-GB")) {
            canvas.text(x, y, run, 11, Colour{});
        }
        canvas.endContent();
    };
    canvas.beginPage(mm(210), mm(297));
    draw(canvas.element(0, Role::P, {}), 72, 600, "TRIBUNAL BUNDLE");
    canvas.endPage();
    std::size_t pages = 1;
    for (std::size_t row = 0; row < rows; ++pages) {
        canvas.beginPage(mm(210), mm(297));
        for (std::size_t line = 0; line < rowsOfAPage && row < rows; ++line) {
            const std::string number = std::to_string(++row);
            const Points y = 770 - 16 * static_cast<double>(line);
            const ElementId link = canvas.element(canvas.element(0, Role::P, {}), Role::Link, {});
            draw(link, 60, y, "Exhibit " + number);
            canvas.link(link, {60, y - 4, 480, 14}, "doc:" + number, "Exhibit " + number);
        }
        canvas.endPage();
    }
    std::ofstream(path, std::ios::binary) << canvas.finish();
    return pages;
}

/// Files of a kind as they are asked for.
class SetMaker {
public:
    SetMaker(std::string folder, std::ofstream& list) : folder_(std::move(folder)), list_(list) {}

    std::size_t text(TextLook look, std::size_t pages) {
        return add(MadePdf::text(look, made_, pages), pages);
    }
    std::size_t scan() {
        return add(MadePdf::picture(PictureLook::Scan, made_), 1);
    }
    std::size_t photo() {
        return add(MadePdf::picture(PictureLook::Photograph, made_), 1);
    }
    [[nodiscard]] std::size_t count() const noexcept {
        return made_;
    }

private:
    std::size_t add(const std::string& bytes, std::size_t pages) {
        char name[32];
        std::snprintf(name, sizeof name, "/%05zu.pdf", made_++);
        std::ofstream(folder_ + name, std::ios::binary) << bytes;
        list_ << pages << ' ' << folder_ + name << '\n';
        return bytes.size();
    }

    std::string folder_;
    std::ofstream& list_;
    std::size_t made_ = 0;
};

void fill(SetMaker& maker, const std::string& kind, std::size_t number) {
    if (kind == "text" || kind == "office") {
        for (std::size_t file = 0; file < textFiles; ++file) {
            maker.text(kind == "text" ? TextLook::Lines : TextLook::Runs, number / textFiles);
        }
    } else if (kind == "scans" || kind == "photos") {
        for (std::size_t file = 0; file < number; ++file) {
            kind == "scans" ? maker.scan() : maker.photo();
        }
    } else if (kind == "mixed") {
        const std::size_t wanted = number * 1'000'000;
        for (std::size_t bytes = 0; bytes < wanted;) {
            bytes += maker.count() % 4 == 0   ? maker.text(TextLook::Lines, 25)
                     : maker.count() % 4 == 3 ? maker.photo()
                                              : maker.scan();
        }
    } else {
        throw std::runtime_error("no set is called " + kind);
    }
}

}  // namespace

void LinkSet::make(const std::string& name, const std::string& folder) {
    const std::string list = folder + "/" + name + ".list";
    if (std::filesystem::exists(list)) {
        return;
    }
    const std::string files = folder + "/" + name;
    std::filesystem::create_directories(files);
    const std::size_t dash = name.find('-');
    std::ofstream out(list + ".part");
    SetMaker maker(files, out);
    fill(maker, name.substr(0, dash), std::stoul(name.substr(dash + 1)));
    out << writeFront(files + "/front.pdf", maker.count()) << ' ' << files + "/front.pdf" << '\n';
    out.close();
    std::filesystem::rename(list + ".part", list);
}

LinkSet::LinkSet(const std::string& name, const std::string& folder) {
    std::ifstream list(folder + "/" + name + ".list");
    SetFile file;
    while (list >> file.pages >> file.path) {
        files_.push_back(file);
    }
    if (files_.size() < 2) {
        throw std::runtime_error("the set " + name + " is not there");
    }
    front_ = files_.back();
    files_.pop_back();
}

const std::vector<SetFile>& LinkSet::files() const noexcept {
    return files_;
}

const SetFile& LinkSet::front() const noexcept {
    return front_;
}

std::size_t LinkSet::pages() const noexcept {
    std::size_t pages = 0;
    for (const SetFile& file : files_) {
        pages += file.pages;
    }
    return pages;
}

}  // namespace engross::bench
