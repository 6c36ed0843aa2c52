#pragma once
#include "work/bundle_parts.h"
#include "work/prepared_shelf.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// Makes pages of the exhibits of a bundle, in the child that reads foreign files; what an earlier build prepared is
/// taken from the shelf.
class ExhibitPages {
public:
    /// `identity` is the request's: part of what the page of a picture says of itself. All of them outlive it.
    ExhibitPages(const Order& order, const Sha256& identity, Errands& errands, Language reader);

    /// The pages of the entry's exhibit, or the sheet that the request asks for in its place. `scratch` names a file
    /// that may be written. Where the exhibit cannot be read: nothing, and in `refused` why, with what can be done.
    /// What its pages leave behind is told in `told`.
    [[nodiscard]] std::optional<BundlePages> pagesOf(const BundleEntry& entry, const std::string& scratch,
                                                     std::vector<Diagnostic>& refused, std::vector<Diagnostic>& told);

private:
    [[nodiscard]] std::optional<PreparedShelf::Kept> prepared(const BundleEntry& entry, const std::string& scratch,
                                                              std::vector<Diagnostic>& refused);
    [[nodiscard]] Sha256 keyOf(const BundleEntry& entry) const;
    void tellLosses(const BundleEntry& entry, const Looked& looked, std::vector<Diagnostic>& told) const;

    const Order& order_;
    const Sha256& identity_;
    Errands& errands_;
    Language reader_;
    PreparedShelf shelf_;
};

}  // namespace engross
