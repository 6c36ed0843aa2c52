#pragma once
#include "script/declaration_options.h"
#include "script/declared.h"

#include <map>
#include <string>
#include <vector>

namespace engross {

struct ReadFields {
    std::vector<Field> fields;  // in the order of the source
    std::map<std::string, Value> defaults;
    std::map<std::string, std::size_t> lines;
};

/// Reads `fields = { name = kind { … }, … }`. `line` is where the table begins.
[[nodiscard]] ReadFields readFields(const ScriptNode& table, std::size_t line, const LawData& law,
                                    ScriptFaults& faults);

/// Says where conditions and `after` of the fields name nothing.
void checkFieldNames(const std::vector<Field>& fields, const std::map<std::string, std::size_t>& lines,
                     ScriptFaults& faults);

/// The entries of a table in the order of the source.
[[nodiscard]] std::vector<const std::pair<std::string, ScriptNode>*> inSourceOrder(const ScriptNode& table,
                                                                                   std::size_t line,
                                                                                   const ScriptSource& source);

}  // namespace engross
