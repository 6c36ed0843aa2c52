#pragma once
#include "script/case_values.h"
#include "script/catalogue.h"
#include "script/declared.h"
#include "script/house.h"
#include "script/type_texts.h"

#include <memory>

namespace engross {

class Shelf;

class CheckedCase {
public:
    std::shared_ptr<const Shelf> shelf;  // what the type rests on: it is composed with that, whatever changes meanwhile
    std::shared_ptr<const DocumentType> type;
    std::shared_ptr<const TypeTexts> texts;
    std::shared_ptr<const TypeTexts> otherTexts;  // in the other language, where the type has all of it
    std::shared_ptr<const House> house;
    CaseValues values;
    Language language = Language::English;
    bool draft = false;
    int largePrint = 0;
    std::string copy;  // "service", "file", or empty
};

}  // namespace engross
