#pragma once
#include "evidence/compound_file.h"

#include <cstdint>
#include <optional>
#include <string>

namespace engross {

/// The properties of an appointment: each has a number of its own, and in every message another identifier ([MS-OXMSG]
/// 2.2.3).
class OutlookNames {
public:
    /// `file` is borrowed for the call. Throws EvidenceError.
    OutlookNames(const CompoundFile& file, const std::string& name);

    [[nodiscard]] std::optional<std::uint16_t> idOf(std::uint32_t number) const;

private:
    std::string sets_{};
    std::string entries_{};
};

}  // namespace engross
