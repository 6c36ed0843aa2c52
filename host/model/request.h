#pragma once
#include "model/diagnostic.h"
#include "model/value.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The facts of a case, as they were sent.
struct CaseRecord {
    std::string reference{};
    Value facts{};
    bool operator==(const CaseRecord&) const = default;
};

/// An evidence file under its mark: by the handle that an upload gave, or by a file beside a plan (command line only).
struct ExhibitReference {
    std::string mark{};  // "AB/1"
    std::string exhibit{};
    std::string file{};
    int attachment = 0;  // above 0: not the e-mail itself but this one of the files in it, counted from 1
    bool operator==(const ExhibitReference&) const = default;
};

/// One row of a bundle's plan: an exhibit, a file beside the plan, or a document to be made.
struct BundleItem {
    std::string title{};
    std::string date{};  // ISO, or empty for an undated document
    std::string kind{};  // what it is among what a bundle must hold: "proof of service"; empty for no such thing
    std::string exhibit{};
    std::string file{};
    std::optional<Value> make{};  // {"type", "fields"}
    std::string password{};       // for a locked exhibit, when an officer supplied one
    std::string sheet{};      // not empty: a sheet that says this, such as where a recording is, stands for the exhibit
    std::string afterPage{};  // in a later release: behind the page with this number, as 45A, 45B …; empty: at the end
    std::vector<std::string> marks{};  // that statements know it by, beside `exhibit`: "DO/2"
    /// Whether references in its text become links; nothing: as its kind suggests.
    std::optional<bool> references{};
    std::optional<bool> marginReferences{};  // page numbers beside them; nothing: as the bundle says
    bool operator==(const BundleItem&) const = default;
};

struct BundleSection {
    std::string title{};
    std::vector<BundleItem> items{};
    bool operator==(const BundleSection&) const = default;
};

/// The order of a court or tribunal, or of a manager, that the next release numbers its pages afresh.
struct RenumberOrder {
    std::string orderedBy{};
    std::string on{};  // ISO day
    std::string reason{};
    bool operator==(const RenumberOrder&) const = default;
};

/// A bundle as several files, cut at sections: as many as keep to what one may have. 0 is no limit.
struct VolumeLimits {
    std::size_t pages = 0;
    std::size_t megabytes = 0;
    bool operator==(const VolumeLimits&) const = default;
};

/// A council's decision that a check shall not refuse this document: who took it, when, why, and until when it holds.
/// Whether it counts is for the check to say (docs/waivers.md); who may send one is for the service.
struct Waiver {
    std::string check{};  // the code of the check
    std::string as{};     // "legal": a legal sign-off; "manager": an emergency, which leaves a follow-up
    std::string name{};
    std::string post{};
    std::string on{};  // ISO days
    std::string until{};
    std::string reason{};
    bool operator==(const Waiver&) const = default;
};

/// One asked-for piece of work, as posted or read from a plan.
struct Request {
    std::string type{};
    CaseRecord caseRecord{};
    Value fields{};
    std::vector<ExhibitReference> exhibits{};
    std::vector<BundleSection> sections{};
    std::vector<Waiver> waivers{};
    /// Of a bundle: what the court or tribunal directed in the case, as data (docs/bundle-rules.md); nothing where it
    /// directed nothing. What may stand there is for the bundle to say.
    Value directions{};
    std::string profile{};
    std::string releaseOf{};
    std::string letter{};                     // of a bundle, where a case has several: "B", before every number
    std::string numbering{};                  // of a bundle: "continuous", "sections"; empty: as its profile says
    std::optional<RenumberOrder> renumber{};  // of a later release
    std::optional<VolumeLimits> volumes{};    // nothing: one file
    bool marginReferences = false;            // page numbers in the margins of documents whose references are linked
    bool deep = false;                        // of a bundle: every page of it is read before anybody sees it
    /// Of a bundle: what must stand nowhere in it, such as the address of a refuge. Never in a certificate or a log.
    std::vector<std::string> protectedTerms{};
    std::string house{};  // options.house; empty for the default house style
    std::string language = "en";
    bool draft = false;
    int largePrint = 0;  // points of body text, 16 or 18, for readers with poor sight; 0 for the design's own size
    /// Which copy every page says it is: "service", "file", or empty. "each": a file copy, and beside it a service copy
    /// for each recipient, addressed to that one alone.
    std::string copy{};
    std::string supersedes{};  // the document (its id) in whose place the new one comes; empty for the first version
    bool operator==(const Request&) const = default;
};

/// Faults of shape in a posted body. The words come from the message catalogue of the caller.
struct RequestFault {
    /// `Conflict`: two members that exclude each other. `Repeated`: a mark that an earlier exhibit has. `NotOffered`: a
    /// value that is none of the few that may stand there.
    enum class Kind { UnknownKey, WrongKind, Missing, Empty, Conflict, Repeated, NotOffered };
    Kind kind;
    std::string pointer{};     // RFC 6901; of the whole body where the member is missing, then `expected` names it
    std::string expected{};    // a kind as `Value::kindName`, "date", or what may stand there: "exhibit, file"
    std::string found{};       // a kind or a name of a member, never a value
    std::string suggestion{};  // a name that is near, or empty
    bool operator==(const RequestFault&) const = default;
};

struct RequestResult {
    Request request{};
    std::vector<RequestFault> faults{};
};

/// Reads a request body (docs/api.md); all faults at once. Only `type` must be there; an item of a bundle names exactly
/// one of `exhibit`, `file` and `make`, an exhibit exactly one of `exhibit` and `file`. Whether a case reference is
/// needed is for the caller to say; field values are checked later, against the schema.
[[nodiscard]] RequestResult readRequest(const Value& body);

/// What `readRequest` reads as the same request; what is empty or the default is left out.
[[nodiscard]] Value toValue(const Request& request);

}  // namespace engross
