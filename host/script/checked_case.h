#pragma once
#include "script/case_values.h"
#include "script/catalogue.h"
#include "script/declared.h"
#include "script/type_texts.h"

#include <memory>

namespace engross {

class CheckedCase {
public:
    std::shared_ptr<const DocumentType> type;
    std::shared_ptr<const TypeTexts> texts;
    std::shared_ptr<const House> house;
    CaseValues values;
    Language language = Language::English;
    bool draft = false;
};

}  // namespace engross
