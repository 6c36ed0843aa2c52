#pragma once
#include "model/value.h"
#include "pdf/linker.h"

#include <string_view>
#include <vector>

namespace engross {

/// Plans, reports and metadata as messages between processes. Reading throws WorkError ("worker-answer").
[[nodiscard]] Value toValue(const LinkPlan& plan);
[[nodiscard]] LinkPlan linkPlanFrom(const Value& value);
[[nodiscard]] Value toValue(const LinkReport& report);
[[nodiscard]] LinkReport linkReportFrom(const Value& value);
[[nodiscard]] Value toValue(const PdfMetadata& metadata);
[[nodiscard]] PdfMetadata metadataFrom(const Value& value);

[[nodiscard]] Value numberOf(std::size_t count);
[[nodiscard]] const Value& memberAt(const Value& value, std::string_view name);
[[nodiscard]] const List& listAt(const Value& value, std::string_view name);
[[nodiscard]] std::size_t countAt(const Value& value, std::string_view name);
[[nodiscard]] bool truthAt(const Value& value, std::string_view name);

}  // namespace engross
