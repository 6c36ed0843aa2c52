#include "work/errands.h"

#include "evidence/picture.h"
#include "evidence/suggested_row.h"
#include "work/errand_messages.h"
#include "work/finished_files.h"
#include "work/limits.h"
#include "work/scratch.h"

#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

namespace engross {
namespace {

constexpr std::chrono::seconds kLeastPatience{10};  // of processor time: a hostile file is named within 15
constexpr std::uint64_t kBytesEachSecond = std::uint64_t{20} << 20U;
constexpr std::size_t kPagesEachSecond = 500;
constexpr std::uint64_t kMemory = std::uint64_t{1} << 30U;

std::chrono::seconds patienceFor(const std::string& path) {
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(path, ignored);
    return ignored ? kLeastPatience : kLeastPatience + std::chrono::seconds{bytes / kBytesEachSecond};
}

Language languageAt(const Value& errand) {
    return languageFrom(errand.textOr("reader", "en")).value_or(Language::English);
}

/// The child's side of the errands.
class ErrandHandler {
public:
    Value handle(const Value& errand, const std::function<void(double)>& progress) {
        allowProcessorTime(std::chrono::seconds{static_cast<std::int64_t>(countAt(errand, "seconds"))});
        if (isAboutFinishedFile(errand)) {
            return answerAboutFinishedFile(errand, progress);
        }
        allowMemory(kMemory);
        const std::string what = errand.textOr("errand", "");
        if (what == "link") {
            return toValue(
                makeLinker(typesetter())->link(linkPlanFrom(memberAt(errand, "plan")), errand.textOr("output", "")));
        }
        try {
            return what == "prepare"      ? prepareOne(errand)
                   : what == "picture"    ? pictureOf(errand)
                   : what == "attachment" ? attachmentOf(errand)
                                          : inspectOne(errand);
        } catch (const Error& error) {
            if (error.retryable()) {
                throw;
            }
            auto fault = refusal(error, Place{}, languageAt(errand));
            if (!fault) {
                throw;
            }
            return Object{{"refused", toValue(*fault)}};
        }
    }

private:
    static Upload uploadOf(const Value& errand) {
        return {.path = errand.textOr("path", ""),
                .name = errand.textOr("name", ""),
                .password = errand.textOr("password", "")};
    }

    static Object answer(const Facts& facts, std::size_t pages) {
        return {{"facts", toValue(facts)},
                {"media_type", mediaTypeOf(facts.kind)},
                {"pages", static_cast<std::int64_t>(pages)}};
    }

    Value inspectOne(const Value& errand) {
        const Upload upload = uploadOf(errand);
        Facts facts = inspect(upload);
        const SuggestedRow row = suggestedRow(upload, facts);
        if (facts.mail) {
            facts.pages = pagesOfMail(
                upload, facts, {.title = row.title, .language = languageAt(errand), .metadata = {}}, typesetter());
        }
        Object found = answer(facts, facts.pages);
        if (Object* said = found.find("facts")->object(); !row.title.empty() || !row.date.empty()) {
            said->set("suggested", Object{{"title", row.title}, {"date", row.date}});
        }
        return found;
    }

    static Value pictureOf(const Value& errand) {
        const Picture picture = readPicture(uploadOf(errand)).picture;
        writeFile(errand.textOr("output", ""), *picture.bytes);
        const char* coding = picture.coding == Picture::Coding::Jpeg    ? "jpeg"
                             : picture.coding == Picture::Coding::Grey8 ? "grey"
                                                                        : "rgb";
        return Object{{"facts", Object{{"coding", coding},
                                       {"width", picture.widthPixels},
                                       {"height", picture.heightPixels},
                                       {"components", picture.components},
                                       {"orientation", picture.orientation}}},
                      {"pages", 1}};
    }

    static Value attachmentOf(const Value& errand) {
        const TakenAttachment taken = takeAttachment(uploadOf(errand), countAt(errand, "number"));
        writeFile(errand.textOr("output", ""), taken.bytes);
        return Object{{"facts", Object{{"name", taken.name}}}, {"pages", 0}};
    }

    Value prepareOne(const Value& errand) {
        const PictureSheet sheet{.title = errand.textOr("title", ""),
                                 .language = languageAt(errand),
                                 .metadata = metadataFrom(memberAt(errand, "metadata"))};
        const Prepared prepared = prepare(uploadOf(errand), sheet, typesetter(), errand.textOr("output", ""));
        Object result = answer(prepared.facts, prepared.pages);
        result.set("digest", prepared.isDigest);
        result.set("report", toValue(LinkReport{.pages = prepared.pages, .losses = prepared.losses}));
        return result;
    }

    const std::shared_ptr<const Typesetter>& typesetter() {
        if (typesetter_ == nullptr) {
            typesetter_ = Typesetter::standard();
        }
        return typesetter_;
    }

    std::shared_ptr<const Typesetter> typesetter_;
};

Object errandOf(std::string_view what, std::chrono::seconds patience) {
    return {{"errand", what}, {"seconds", std::int64_t{patience.count()}}};
}

/// What ended the reading of a file, by the code of its WorkError; empty where that is no fault of the file.
std::string_view refusalFor(std::string_view code) {
    return code == "isolated-late"                              ? "work.exhibit_too_slow"
           : code == "worker-memory"                            ? "work.exhibit_too_large"
           : code == "isolated-died" || code == "worker-answer" ? "work.exhibit_unreadable"
                                                                : "";
}

Diagnostic unreadable(std::string_view why, const std::string& name, Language reader) {
    Diagnostic diagnostic;
    diagnostic.code = "exhibit-unreadable";
    diagnostic.message = Messages::in(reader).text(why, {{"name", name}});
    diagnostic.hints.push_back(Messages::in(reader).text(std::string(why) + ".hint"));
    return diagnostic;
}

}  // namespace

TaskHandler makeErrandHandler() {
    auto handler = std::make_shared<ErrandHandler>();
    return [handler](const Value& errand, const std::function<void(double)>& progress) {
        return handler->handle(errand, progress);
    };
}

Errands::Errands(std::vector<std::string> program) : isolation_(std::move(program)) {}

Looked Errands::look(const Value& errand, const std::string& path, const std::string& name, Language reader) {
    Looked looked;
    try {
        const Value answer = isolation_.run(errand, name, patienceFor(path));
        if (const Value* refused = answer.find("refused")) {
            looked.refusal = diagnosticFrom(*refused);
            return looked;
        }
        looked.facts = memberAt(answer, "facts");
        looked.mediaType = answer.textOr("media_type", "");
        looked.pages = countAt(answer, "pages");
        if (const Value* report = answer.find("report")) {
            looked.isDigest = truthAt(answer, "digest");
            looked.losses = linkReportFrom(*report).losses;
        }
    } catch (const WorkError& error) {
        const std::string_view why = refusalFor(error.code());
        if (why.empty()) {
            throw;
        }
        looked.refusal = unreadable(why, name, reader);
    }
    return looked;
}

Looked Errands::inspect(const std::string& path, const std::string& name, Language reader,
                        const std::string& password) {
    Object errand = errandOf("inspect", patienceFor(path));
    errand.set("path", path);
    errand.set("name", name);
    errand.set("password", password);
    errand.set("reader", tagOf(reader));
    return look(errand, path, name, reader);
}

Looked Errands::prepare(const Preparation& preparation, Language reader) {
    Object errand = errandOf("prepare", patienceFor(preparation.path));
    errand.set("path", preparation.path);
    errand.set("name", preparation.name);
    errand.set("password", preparation.password);
    errand.set("title", preparation.title);
    errand.set("output", preparation.output);
    errand.set("reader", tagOf(reader));
    errand.set("metadata", toValue(preparation.metadata));
    return look(errand, preparation.path, preparation.name, reader);
}

Looked Errands::picture(const std::string& path, const std::string& name, const std::string& output, Language reader) {
    Object errand = errandOf("picture", patienceFor(path));
    errand.set("path", path);
    errand.set("name", name);
    errand.set("output", output);
    errand.set("reader", tagOf(reader));
    return look(errand, path, name, reader);
}

Looked Errands::attachment(const std::string& path, const std::string& name, int number, const std::string& output,
                           Language reader) {
    Object errand = errandOf("attachment", patienceFor(path));
    errand.set("path", path);
    errand.set("name", name);
    errand.set("number", std::int64_t{number});
    errand.set("output", output);
    errand.set("reader", tagOf(reader));
    return look(errand, path, name, reader);
}

LinkReport Errands::link(const LinkPlan& plan, const std::string& output, std::size_t pages,
                         const std::function<void(double)>& progress) {
    std::chrono::seconds patience = kLeastPatience + std::chrono::seconds{pages / kPagesEachSecond};
    for (const LinkSource& source : plan.sources) {
        patience += patienceFor(source.path) - kLeastPatience;
    }
    Object errand = errandOf("link", patience);
    errand.set("plan", toValue(plan));
    errand.set("output", output);
    return linkReportFrom(isolation_.run(errand, plan.metadata.title, patience, progress));
}

}  // namespace engross
