#include "work/errand_messages.h"

#include "work/work_error.h"

#include <cmath>
#include <utility>

namespace engross {
namespace {

constexpr double areaUnits = 1000;  // to the millimetre

double realAt(const Value& value, std::size_t place) {
    const List* numbers = value.list();
    if (numbers == nullptr || place >= numbers->size()) {
        throw WorkError("worker-answer", "area", "is no area");
    }
    const Value& number = numbers->at(place);
    if (number.integer() != nullptr) {
        return static_cast<double>(*number.integer()) / areaUnits;
    }
    throw WorkError("worker-answer", "area", "is no area");
}

/// In thousandths of a millimetre.
Value toValue(const SheetArea& area) {
    List sides;
    for (const double side : {area.left, area.top, area.right, area.bottom}) {
        sides.emplace_back(std::int64_t{std::llround(side * areaUnits)});
    }
    return sides;
}

SheetArea areaFrom(const Value& value) {
    return {.left = realAt(value, 0), .top = realAt(value, 1), .right = realAt(value, 2), .bottom = realAt(value, 3)};
}

void addAdditions(Object& value, const PageAdditions& additions) {
    List links;
    for (const AddedLink& link : additions.links) {
        links.emplace_back(Object{
            {"page", numberOf(link.page)}, {"area", toValue(link.area)}, {"target", link.target}, {"says", link.says}});
    }
    List notes;
    for (const AddedNote& note : additions.notes) {
        notes.emplace_back(Object{
            {"page", numberOf(note.page)}, {"area", toValue(note.area)}, {"text", note.text}, {"boxed", note.boxed}});
    }
    if (!links.empty() || !notes.empty()) {
        value.set("links", std::move(links));
        value.set("notes", std::move(notes));
    }
}

PageAdditions additionsFrom(const Value& value) {
    PageAdditions additions;
    if (value.find("links") == nullptr) {
        return additions;
    }
    for (const Value& link : listAt(value, "links")) {
        additions.links.push_back({.page = countAt(link, "page"),
                                   .area = areaFrom(memberAt(link, "area")),
                                   .target = link.textOr("target", ""),
                                   .says = link.textOr("says", "")});
    }
    for (const Value& note : listAt(value, "notes")) {
        additions.notes.push_back({.page = countAt(note, "page"),
                                   .area = areaFrom(memberAt(note, "area")),
                                   .text = note.textOr("text", ""),
                                   .boxed = truthAt(note, "boxed")});
    }
    return additions;
}

Value toValue(const LinkSource& source) {
    Object value{{"path", source.path},
                 {"password", source.password},
                 {"name", source.name},
                 {"ours", source.ours},
                 {"pages", numberOf(source.expectedPages)},
                 {"digest", source.digest}};
    addAdditions(value, source.additions);
    return value;
}

LinkSource sourceFrom(const Value& value) {
    return {.path = value.textOr("path", ""),
            .password = value.textOr("password", ""),
            .name = value.textOr("name", ""),
            .ours = truthAt(value, "ours"),
            .expectedPages = countAt(value, "pages"),
            .digest = value.textOr("digest", ""),
            .additions = additionsFrom(value)};
}

Value toValue(const LinkBookmark& bookmark) {
    List children;
    for (const LinkBookmark& child : bookmark.children) {
        children.push_back(toValue(child));
    }
    Object object{{"title", bookmark.title}, {"page", numberOf(bookmark.page)}, {"children", std::move(children)}};
    if (bookmark.source) {
        object.set("source", numberOf(*bookmark.source));
    }
    return object;
}

LinkBookmark bookmarkFrom(const Value& value) {
    LinkBookmark bookmark{
        .title = value.textOr("title", ""), .page = countAt(value, "page"), .children = {}, .source = std::nullopt};
    for (const Value& child : listAt(value, "children")) {
        bookmark.children.push_back(bookmarkFrom(child));
    }
    if (value.find("source") != nullptr) {
        bookmark.source = countAt(value, "source");
    }
    return bookmark;
}

}  // namespace

Value numberOf(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

const List& listAt(const Value& value, std::string_view name) {
    const List* list = memberAt(value, name).list();
    if (list == nullptr) {
        throw WorkError("worker-answer", std::string(name), "is no list");
    }
    return *list;
}

const Value& memberAt(const Value& value, std::string_view name) {
    const Value* found = value.find(name);
    if (found == nullptr) {
        throw WorkError("worker-answer", std::string(name), "is missing");
    }
    return *found;
}

std::size_t countAt(const Value& value, std::string_view name) {
    const std::int64_t* count = memberAt(value, name).integer();
    if (count == nullptr || *count < 0) {
        throw WorkError("worker-answer", std::string(name), "is no count");
    }
    return static_cast<std::size_t>(*count);
}

bool truthAt(const Value& value, std::string_view name) {
    const bool* truth = memberAt(value, name).boolean();
    return truth != nullptr && *truth;
}

Value toValue(const PdfMetadata& metadata) {
    List provenance;
    for (const auto& [name, value] : metadata.provenance) {
        provenance.emplace_back(List{name, value});
    }
    return Object{{"title", metadata.title},
                  {"author", metadata.author},
                  {"language", metadata.language},
                  {"made", std::int64_t{metadata.made.time_since_epoch().count()}},
                  {"identity", metadata.identity.hex()},
                  {"provenance", std::move(provenance)}};
}

PdfMetadata metadataFrom(const Value& value) {
    PdfMetadata metadata;
    metadata.title = value.textOr("title", "");
    metadata.author = value.textOr("author", "");
    metadata.language = value.textOr("language", "");
    metadata.made = Instant{std::chrono::milliseconds{static_cast<std::int64_t>(countAt(value, "made"))}};
    metadata.identity = Sha256::fromHex(value.textOr("identity", "")).value_or(Sha256{});
    for (const Value& pair : listAt(value, "provenance")) {
        metadata.provenance.emplace_back(*pair.list()->at(0).text(), *pair.list()->at(1).text());
    }
    return metadata;
}

Value toValue(const LinkPlan& plan) {
    List sources;
    for (const LinkSource& source : plan.sources) {
        sources.push_back(toValue(source));
    }
    List labels;
    for (const std::string& label : plan.labels) {
        labels.emplace_back(label);
    }
    List bookmarks;
    for (const LinkBookmark& bookmark : plan.bookmarks) {
        bookmarks.push_back(toValue(bookmark));
    }
    List targets;
    for (const auto& [name, page] : plan.targets) {
        targets.emplace_back(List{name, numberOf(page)});
    }
    List elsewhere;
    for (const auto& [name, file] : plan.elsewhere) {
        elsewhere.emplace_back(List{name, file});
    }
    return Object{{"sources", std::move(sources)},     {"labels", std::move(labels)},
                  {"bookmarks", std::move(bookmarks)}, {"targets", std::move(targets)},
                  {"elsewhere", std::move(elsewhere)}, {"metadata", toValue(plan.metadata)}};
}

LinkPlan linkPlanFrom(const Value& value) {
    LinkPlan plan;
    for (const Value& source : listAt(value, "sources")) {
        plan.sources.push_back(sourceFrom(source));
    }
    for (const Value& label : listAt(value, "labels")) {
        plan.labels.push_back(label.text() == nullptr ? "" : *label.text());
    }
    for (const Value& bookmark : listAt(value, "bookmarks")) {
        plan.bookmarks.push_back(bookmarkFrom(bookmark));
    }
    for (const Value& target : listAt(value, "targets")) {
        plan.targets[*target.list()->at(0).text()] = static_cast<PageNumber>(*target.list()->at(1).integer());
    }
    for (const Value& target : listAt(value, "elsewhere")) {
        plan.elsewhere[*target.list()->at(0).text()] = *target.list()->at(1).text();
    }
    plan.metadata = metadataFrom(memberAt(value, "metadata"));
    return plan;
}

Value toValue(const LinkReport& report) {
    List losses;
    for (const LinkLoss& loss : report.losses) {
        losses.emplace_back(Object{{"source", loss.source}, {"kind", loss.kind}, {"count", numberOf(loss.count)}});
    }
    return Object{{"pages", numberOf(report.pages)}, {"losses", std::move(losses)}};
}

LinkReport linkReportFrom(const Value& value) {
    LinkReport report;
    report.pages = countAt(value, "pages");
    for (const Value& loss : listAt(value, "losses")) {
        report.losses.push_back(
            {.source = loss.textOr("source", ""), .kind = loss.textOr("kind", ""), .count = countAt(loss, "count")});
    }
    return report;
}

}  // namespace engross
