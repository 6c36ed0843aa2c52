#include "service/request_check.h"

#include "life/delegations.h"
#include "life/document_desk.h"
#include "life/recipients.h"
#include "model/json.h"
#include "words/faults.h"
#include "words/zone.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace engross {
namespace {

constexpr std::size_t longestReference = 100;

/// Collects what is wrong with a request beside its schema.
class Faults {
public:
    Faults(const Call& call, std::vector<Diagnostic>& diagnostics)
        : words_(Messages::in(call.language)), diagnostics_(diagnostics) {}

    void add(std::string_view code, std::string pointer, std::vector<std::string> hints = {}) {
        Diagnostic diagnostic{.code = std::string(code), .severity = Severity::Error};
        diagnostic.where.pointer = std::move(pointer);
        diagnostic.message = words_.text("service.fault." + std::string(code));
        diagnostic.hints = std::move(hints);
        diagnostics_.push_back(std::move(diagnostic));
    }
    void suggest(std::string_view code, std::string pointer, std::string_view found,
                 const std::vector<std::string>& known) {
        const std::string near = nearest(found, known);
        add(code, std::move(pointer),
            near.empty() ? std::vector<std::string>{}
                         : std::vector{words_.text("model.did_you_mean", {{"name", near}})});
    }

private:
    const Messages& words_;
    std::vector<Diagnostic>& diagnostics_;
};

// A path would name a file of the server: over HTTP an exhibit is a handle and nothing else.
void refuseFiles(const Request& request, Faults& faults) {
    for (std::size_t i = 0; i < request.exhibits.size(); ++i) {
        if (!request.exhibits[i].file.empty()) {
            faults.add("file-not-upload", pointerTo(pointerTo(pointerTo("", "exhibits"), i), "file"));
        }
    }
    for (std::size_t i = 0; i < request.sections.size(); ++i) {
        const std::string section = pointerTo(pointerTo(pointerTo("", "sections"), i), "items");
        for (std::size_t j = 0; j < request.sections[i].items.size(); ++j) {
            if (!request.sections[i].items[j].file.empty()) {
                faults.add("file-not-upload", pointerTo(pointerTo(section, j), "file"));
            }
        }
    }
}

bool belongs(const Records& records, const Request& request, const Call& call, const std::string& handle) {
    const auto exhibit = records.exhibit(call.principal.team, handle);
    return exhibit && exhibit->caseReference == request.caseRecord.reference;
}

void checkExhibits(const Records& records, const Request& request, const Call& call, Faults& faults) {
    std::vector<std::string> marks;
    for (std::size_t i = 0; i < request.exhibits.size(); ++i) {
        const ExhibitReference& exhibit = request.exhibits[i];
        marks.push_back(exhibit.mark);
        if (!exhibit.exhibit.empty() && !belongs(records, request, call, exhibit.exhibit)) {
            faults.add("exhibit-unknown", pointerTo(pointerTo(pointerTo("", "exhibits"), i), "exhibit"));
        }
    }
    for (std::size_t i = 0; i < request.sections.size(); ++i) {
        const std::string section = pointerTo(pointerTo(pointerTo("", "sections"), i), "items");
        for (std::size_t j = 0; j < request.sections[i].items.size(); ++j) {
            const std::string& named = request.sections[i].items[j].exhibit;
            if (!named.empty() && std::ranges::find(marks, named) == marks.end() &&
                !belongs(records, request, call, named)) {
                faults.suggest("exhibit-not-listed", pointerTo(pointerTo(section, j), "exhibit"), named, marks);
            }
        }
    }
}

void checkReference(const Request& request, const Call& call, std::vector<Diagnostic>& diagnostics, Faults& faults) {
    const std::string& reference = request.caseRecord.reference;
    const bool named = std::ranges::any_of(
        diagnostics, [](const Diagnostic& diagnostic) { return diagnostic.where.pointer == "/case_ref"; });
    if (reference.empty() && !named) {
        diagnostics.push_back(
            diagnosticOf(RequestFault{.kind = RequestFault::Kind::Missing, .expected = "case_ref"}, call.language));
    } else if (reference.size() > longestReference) {
        faults.add("case-ref-too-long", "/case_ref");
    }
}

void checkWaivers(const Request& request, const Request& accepted, const Call& call,
                  std::vector<Diagnostic>& diagnostics) {
    const Messages& words = Messages::in(call.language);
    for (std::size_t i = 0; i < request.waivers.size(); ++i) {
        const Waiver& waiver = request.waivers[i];
        const auto role = waivingRole(waiver.as);
        const bool stood = std::ranges::find(accepted.waivers, waiver) != accepted.waivers.end();
        if (!stood && role && *role != call.principal.role) {
            Diagnostic fault{.code = "waiver.role"};
            fault.where.pointer = pointerTo(pointerTo(pointerTo("", "waivers"), i), "as");
            fault.message =
                words.text("service.fault.waiver-role",
                           {{"as", waiver.as}, {"role", nameOf(*role)}, {"own", nameOf(call.principal.role)}});
            diagnostics.push_back(std::move(fault));
        }
    }
}

/// Members of directions that anybody who asks for a bundle may send: they ask for more, and loosen nothing.
constexpr std::array<std::string_view, 6> plainDirections{"by", "on", "sections", "documents", "file_by", "protected"};

Diagnostic orderFault(const char* code, std::string pointer, const Call& call) {
    Diagnostic fault{.code = std::string(code) + ".role"};
    fault.where.pointer = std::move(pointer);
    fault.message = Messages::in(call.language)
                        .text(std::string("service.fault.") + code + "-role", {{"own", nameOf(call.principal.role)}});
    return fault;
}

bool isPlain(const std::string& direction) {
    return std::ranges::find(plainDirections, direction) != plainDirections.end();
}

// What was ordered goes before every profile, so that who sends it answers for its having been ordered. What stood in
// the request before may be sent again by anybody, and is changed or left out by who could have sent it.
void checkOrders(const Request& request, const Request& accepted, const Call& call,
                 std::vector<Diagnostic>& diagnostics) {
    const bool orders = allows(call.principal.role, Action::StateOrders);
    if (request.renumber != accepted.renumber && !orders) {
        diagnostics.push_back(orderFault("renumber", "/renumber", call));
    }
    const bool keepsTerms = std::ranges::all_of(accepted.protectedTerms, [&request](const std::string& term) {
        return std::ranges::find(request.protectedTerms, term) != request.protectedTerms.end();
    });
    if (!keepsTerms && !orders) {
        diagnostics.push_back(orderFault("directions", "/protected", call));
    }
    std::set<std::string> names;
    for (const Request* one : {&request, &accepted}) {
        const Object* directions = one->directions.object();
        for (const auto& [name, value] : directions == nullptr ? Object{} : *directions) {
            names.insert(name);
        }
    }
    for (const std::string& name : names) {
        const Value* stood = accepted.directions.find(name);
        const Value* sent = request.directions.find(name);
        if (stood != nullptr && sent != nullptr && *stood == *sent) {
            continue;
        }
        const std::string pointer = pointerTo("/directions", name);
        if (name == "waive" && call.principal.role != waivingRole("legal")) {
            diagnostics.push_back(orderFault("rule-waiver", pointer, call));
        } else if (name != "waive" && !orders && (stood != nullptr || !isPlain(name))) {
            diagnostics.push_back(orderFault("directions", pointer, call));
        }
    }
}

// A fault of shape and a fault of the schema at one place are one fault to the person who reads them.
void addSchemaFaults(const CheckResult& checked, std::vector<Diagnostic>& diagnostics) {
    std::set<std::string> named;
    for (const Diagnostic& diagnostic : diagnostics) {
        if (!diagnostic.where.pointer.empty()) {
            named.insert(diagnostic.where.pointer);
        }
    }
    std::ranges::copy_if(checked.diagnostics, std::back_inserter(diagnostics),
                         [&](const Diagnostic& diagnostic) { return !named.contains(diagnostic.where.pointer); });
}

}  // namespace

PostedRequest checkRequest(const Context& context, const Call& call, const Catalogue& catalogue, std::string_view body,
                           const Request& accepted) {
    const JsonLimits limits{.bytes = context.settings.bodyLimit};
    const JsonResult json = readJson(body, limits);
    if (!json.value) {
        return {.diagnostics = {diagnosticOf(*json.fault, limits, "", call.language)}, .isJson = false};
    }
    RequestResult read = readRequest(*json.value);
    PostedRequest posted{.request = std::move(read.request)};
    for (const RequestFault& fault : read.faults) {
        posted.diagnostics.push_back(diagnosticOf(fault, call.language));
    }
    const Request& request = posted.request;
    Faults faults(call, posted.diagnostics);
    checkReference(request, call, posted.diagnostics, faults);
    refuseFiles(request, faults);
    checkWaivers(request, accepted, call, posted.diagnostics);
    checkOrders(request, accepted, call, posted.diagnostics);
    const TypeSummary* type = catalogue.chosen(request, call.now);
    std::vector<DelegationEntry> entries;
    context.parts.database.snapshot([&](Transaction& transaction) {
        const Records records(transaction);
        entries = LifeRecords(transaction).delegations(call.principal.team);
        std::ranges::copy(successionFaults(transaction, call.principal.team, request, call.language),
                          std::back_inserter(posted.diagnostics));
        checkExhibits(records, request, call, faults);
        const auto pack =
            request.releaseOf.empty() ? std::nullopt : records.pack(call.principal.team, request.releaseOf);
        if (!request.releaseOf.empty() && (!pack || pack->caseReference != request.caseRecord.reference)) {
            faults.add("pack-unknown", "/release_of");
        }
    });
    const auto ids = catalogue.ids();
    if (type != nullptr) {
        std::ranges::copy(enterSignatory(posted.request, *type, entries, localTimeOf(call.now).day, call.language),
                          std::back_inserter(posted.diagnostics));
        std::ranges::copy(unsafeRecipients(request, *type, call.language), std::back_inserter(posted.diagnostics));
        addSchemaFaults(catalogue.check(request, call.now, call.language), posted.diagnostics);
    } else if (std::ranges::find(ids, request.type) != ids.end()) {
        addSchemaFaults(catalogue.check(request, call.now, call.language), posted.diagnostics);
    } else if (!request.type.empty()) {
        faults.suggest("type-unknown", "/type", request.type, ids);
    }
    return posted;
}

}  // namespace engross
