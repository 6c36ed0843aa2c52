#include "pdf/shown_words.h"

#include "pdf/source_file.h"

#include <algorithm>
#include <map>
#include <new>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <qpdf/QPDFWriter.hh>
#include <string_view>

namespace engross {

namespace {

constexpr std::size_t pagesAtOnce = 100;

/// Takes the properties from every marked content, and keeps the words that stood in them.
class PlainContent : public QPDFObjectHandle::TokenFilter {
public:
    explicit PlainContent(std::vector<std::string>& given) : given_(given) {}

    void handleToken(const QPDFTokenizer::Token& token) override {
        waiting_.push_back(token);
        if (token.getType() == QPDFTokenizer::tt_word) {
            if (token.getValue() == "BDC") {
                keepWords();
                write("/Span BMC\n");
                waiting_.clear();
            } else {
                flush();
            }
        } else if (token.getType() == QPDFTokenizer::tt_inline_image) {
            flush();
        }
    }
    void handleEOF() override {
        flush();
    }

private:
    void flush() {
        for (const QPDFTokenizer::Token& token : waiting_) {
            writeToken(token);
        }
        waiting_.clear();
    }

    void keepWords() {
        bool isNext = false;
        for (const QPDFTokenizer::Token& token : waiting_) {
            if (isNext && token.getType() == QPDFTokenizer::tt_string) {
                given_.push_back(QPDFObjectHandle::newString(token.getValue()).getUTF8Value());
            }
            if (token.getType() != QPDFTokenizer::tt_space && token.getType() != QPDFTokenizer::tt_comment) {
                isNext = token.getType() == QPDFTokenizer::tt_name && token.getValue() == "/ActualText";
            }
        }
    }

    std::vector<std::string>& given_;
    std::vector<QPDFTokenizer::Token> waiting_;
};

/// A name may be written with escapes: "/Actual#54ext".
bool mayGiveWords(std::string_view content) {
    return content.find("BDC") != std::string_view::npos &&
           (content.find("ActualText") != std::string_view::npos || content.find('#') != std::string_view::npos);
}

bool namesWords(QPDFObjectHandle resources) {
    QPDFObjectHandle lists = resources.isDictionary() ? resources.getKey("/Properties") : resources;
    for (const auto& key : lists.isDictionary() ? lists.getKeys() : std::set<std::string>()) {
        QPDFObjectHandle list = lists.getKey(key);
        if (list.isDictionary() && list.hasKey("/ActualText")) {
            return true;
        }
    }
    return false;
}

std::string decoded(QPDFObjectHandle stream) {
    std::string bytes;
    Pl_String sink("content", nullptr, bytes);
    (void)stream.pipeStreamData(&sink, 0, qpdf_dl_specialized, true);
    return bytes;
}

class ShownWords {
public:
    explicit ShownWords(const SourceFile& file) : file_(file) {}

    std::vector<WordsBehindOthers> run() {
        std::vector<std::size_t> giving;  // all, before a form that pages share is made plain
        for (std::size_t i = 0; i < file_.pages().size(); ++i) {
            if (gives(i)) {
                giving.push_back(i);
            }
        }
        for (std::size_t first = 0; first < giving.size(); first += pagesAtOnce) {
            const auto begin = giving.begin() + static_cast<std::ptrdiff_t>(first);
            waiting_.assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(pagesAtOnce, giving.size() - first)));
            readWaiting();
        }
        return std::move(found_);
    }

private:
    bool gives(std::size_t index) {
        QPDFObjectHandle page = file_.pages().at(index);
        bool found = mayGiveWords(file_.content(index).bytes) || namesWords(page.getKey("/Resources"));
        QPDFPageObjectHelper(page).forEachFormXObject(
            true, [&found](QPDFObjectHandle& form, QPDFObjectHandle& /*forms*/, const std::string& /*key*/) {
                found = found || mayGiveWords(decoded(form)) || namesWords(form.getDict().getKey("/Resources"));
            });
        return found;
    }

    /// The page without what stands in other words' place, and without its pictures, which say nothing here.
    std::vector<std::string> makePlain(QPDFObjectHandle page) {
        std::vector<std::string> given;
        QPDFPageObjectHelper helper(page);
        std::string content;
        PlainContent ofPage(given);
        Pl_String sink("content", nullptr, content);
        helper.filterContents(&ofPage, &sink);
        page.replaceKey("/Contents", QPDFObjectHandle::newStream(&file_.pdf(), content));
        helper.forEachFormXObject(
            true, [this, &given](QPDFObjectHandle& form, QPDFObjectHandle& /*forms*/, const std::string& /*key*/) {
                const auto [known, isNew] = ofForms_.try_emplace(form.getObjGen());
                if (isNew) {
                    std::string plain;
                    PlainContent ofForm(known->second);
                    Pl_String formSink("form", nullptr, plain);
                    form.filterAsContents(&ofForm, &formSink);
                    form.replaceStreamData(plain, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
                }
                given.insert(given.end(), known->second.begin(), known->second.end());
            });
        std::vector<std::pair<QPDFObjectHandle, std::string>> pictures;
        helper.forEachImage(true, [&pictures](QPDFObjectHandle& /*image*/, QPDFObjectHandle& holder,
                                              const std::string& key) { pictures.emplace_back(holder, key); });
        for (auto& [holder, key] : pictures) {
            holder.removeKey(key);
        }
        return given;
    }

    void readWaiting() {
        QPDF plain;
        plain.emptyPDF();
        const std::size_t first = found_.size();
        for (const std::size_t index : waiting_) {
            QPDFObjectHandle page = file_.pages().at(index);
            found_.push_back({index, {}, makePlain(page)});
            plain.addPage(page, false);
        }
        std::string bytes;
        Pl_String sink("plain", nullptr, bytes);
        QPDFWriter writer(plain);
        writer.setOutputPipeline(&sink);
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.write();
        auto words = wordsShown(ProgramInput::bytes(bytes), {1, waiting_.size()}, PageExtent::Whole);
        if (!words || words->size() != waiting_.size()) {
            throw PdfError("pdf-damaged", file_.name(), "the words that its pages show cannot be read");
        }
        for (std::size_t i = 0; i < words->size(); ++i) {
            found_.at(first + i).shown = std::move(words->at(i));
            QPDFObjectHandle(file_.pages().at(waiting_[i])).removeKey("/Contents");
        }
        waiting_.clear();
    }

    const SourceFile& file_;
    std::vector<std::size_t> waiting_;
    std::vector<WordsBehindOthers> found_;
    std::map<QPDFObjGen, std::vector<std::string>> ofForms_;  // what each gave, before it was made plain
};

}  // namespace

std::vector<WordsBehindOthers> wordsBehindOthers(const std::string& path, const std::string& name,
                                                 const PdfLimits& limits) {
    const SourceFile file(path, name, {}, limits);
    try {
        return ShownWords(file).run();
    } catch (const std::bad_alloc&) {
        throw PdfError("pdf-too-large", name, "it needs more memory than is allowed");
    } catch (const Error&) {
        throw;
    } catch (const std::runtime_error&) {
        throw PdfError("pdf-damaged", name, "the file is damaged");
    }
}

}  // namespace engross
