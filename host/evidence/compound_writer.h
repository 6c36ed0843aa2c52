#pragma once
#include "evidence/compound_file.h"

#include <string>
#include <vector>

namespace engross {

/// A storage or stream of a compound file that is to be written.
struct CompoundPart {
    std::u16string name{};  // at most 31 characters
    bool isStorage = false;
    CompoundFile::ClassId classId{};
    std::string content{};              // of a stream
    std::vector<CompoundPart> parts{};  // of a storage
};

/// The bytes of a compound file ([MS-CFB] version 3) whose root storage is that part; its name is not kept. The same
/// parts give the same bytes. Throws std::length_error where a name is too long, or it comes to two gigabytes.
[[nodiscard]] std::string compoundFileOf(const CompoundPart& root);

/// A storage with all that lies in it. Throws EvidenceError: "evidence-damaged", "evidence-too-large" where storages
/// lie deeper in each other than that.
[[nodiscard]] CompoundPart copyOf(const CompoundFile& file, CompoundFile::Entry storage, const std::string& name,
                                  int mostDeep);

}  // namespace engross
