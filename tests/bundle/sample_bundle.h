#pragma once
#include "bundle/assembly.h"
#include "bundle/profile.h"
#include "type/typesetter.h"

#include <functional>
#include <string>

namespace engross {

/// Pages that a composition draws, laid out afresh for each numbering.
[[nodiscard]] std::unique_ptr<PageSource> drawnPages(std::string name,
                                                     std::function<Composition(const Numbering&)> compose);

/// Cover, index (its rows links to their documents) and dividers of a plan, as a plain council would want them; the
/// caller adds the documents in between.
[[nodiscard]] std::unique_ptr<PageSource> sampleCover(const BundlePlan& plan);
[[nodiscard]] std::unique_ptr<PageSource> sampleIndex(const BundlePlan& plan);
[[nodiscard]] std::unique_ptr<PageSource> sampleDivider(const BundlePlan& plan, std::size_t section);

/// Sources for every part of the plan; `document` makes that of each document.
[[nodiscard]] PageSources sampleSources(
    const BundlePlan& plan,
    const std::function<std::unique_ptr<PageSource>(std::size_t section, std::size_t item)>& document);

/// A plan of two sections with three and two dated documents.
[[nodiscard]] BundlePlan samplePlan();

/// A profile of plugins/bundle/profiles; a name that is none is a failed test.
[[nodiscard]] BundleProfile sampleProfile(const std::string& name = "courts-2021");
/// Every file of that folder.
[[nodiscard]] std::vector<ProfileText> profileTexts();

/// A document of `pages` pages, each saying which it is.
[[nodiscard]] std::unique_ptr<PageSource> sampleDocument(const std::string& title, std::size_t pages);

}  // namespace engross
