#pragma once
#include "script/catalogue.h"

#include <string>
#include <vector>

namespace engross {

/// One way in which a type rests on something that it shares with others.
struct TypeUse {
    enum class Kind { Clause, Law, Family, Text };
    std::string id;
    Kind kind = Kind::Clause;
    std::string detail;  // Clause: the languages, "cy, en"; Text: the file; else the name
    bool operator==(const TypeUse&) const = default;
};

/// What every type that can be read rests on under the name: a clause ("obstruction-offence"), a list or table of law
/// data ("penalty_cap"), a family ("letter"), or a text beside scripts ("improvement_notice.works"). Types in the order
/// of their ids. A clause is used where a text says it, where another clause does, and where the family does.
[[nodiscard]] std::vector<TypeUse> typesUsing(const SourceFolders& folders, const std::string& name);

class LoadedType;
class Shelf;

/// What a type rests on, for the record of a closure; its files are not among it. The hash of an entry of the law data
/// is that of all law data.
[[nodiscard]] std::vector<ClosureSources::Use> usesOf(const LoadedType& loaded, const Shelf& shelf);

}  // namespace engross
