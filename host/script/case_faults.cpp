#include "script/case_faults.h"

#include "model/day.h"
#include "script/field_shapes.h"
#include "script/rules.h"
#include "words/format.h"

#include <cmath>
#include <utility>

namespace engross {

CaseFaults::CaseFaults(const DocumentType& type, Language reader, std::vector<Diagnostic>& faults)
    : type_(type), messages_(Messages::in(reader)), language_(reader), faults_(faults) {}

CaseFaults::Inside::Inside(CaseFaults& faults, const Field& field) : faults_(faults) {
    faults_.around_.push_back(&field);
}

CaseFaults::Inside::~Inside() {
    faults_.around_.pop_back();
}

std::string CaseFaults::text(std::string_view key, Messages::Values values) const {
    return messages_.text(key, values);
}

std::string CaseFaults::lawHere() const {
    for (auto field = around_.rbegin(); field != around_.rend(); ++field) {
        if (!(*field)->law.empty()) {
            return provision((*field)->law, type_.summary.law);
        }
    }
    return type_.summary.law;
}

std::string CaseFaults::nameOf(const Field& field) const {
    const Field* top = around_.empty() ? &field : around_.front();
    return top->label == field.label ? field.label : top->label + ": " + field.label;
}

void CaseFaults::missing(const Field& field, const std::string& pointer, const std::string& near) {
    const Inside inside(*this, field);
    Diagnostic& fault =
        add("field.missing", pointer, messages_.text("script.field_missing", {{"label", nameOf(field)}}));
    if (!near.empty()) {
        fault.hints.push_back(messages_.text("script.did_you_mean_for", {{"found", near}, {"name", field.name}}));
    } else if (!field.hint.empty()) {
        fault.hints.push_back(field.hint);
    }
}

Diagnostic& CaseFaults::add(const char* code, const std::string& pointer, std::string message) {
    Diagnostic fault;
    fault.code = code;
    fault.where.pointer = pointer;
    fault.message = std::move(message);
    fault.law = lawHere();
    faults_.push_back(std::move(fault));
    return faults_.back();
}

void CaseFaults::unknown(const std::string& name, const std::string& pointer, const std::vector<std::string>& known) {
    Diagnostic& fault = add("field.unknown", pointer, messages_.text("script.field_unknown", {{"name", name}}));
    if (const std::string near = nearest(name, known); !near.empty()) {
        fault.hints.push_back(messages_.text("script.did_you_mean", {{"name", near}}));
    }
}

void CaseFaults::wrongKind(const Field& field, const std::string& pointer) {
    std::string key = "script.wants_";
    key += engross::nameOf(field.kind);
    add("field.kind", pointer,
        messages_.text("script.field_kind", {{"label", nameOf(field)}, {"wanted", messages_.text(key)}}));
}

std::string CaseFaults::figure(const Field& field, double value) const {
    if (field.kind == FieldKind::Money) {
        return money(std::llround(value * 100), false);
    }
    if (field.kind == FieldKind::Date) {
        return longDate(Day(std::chrono::sys_days(std::chrono::days(static_cast<int>(value)))), language_);
    }
    return printed(Datum(field, value), language_);
}

void CaseFaults::bound(const Field& field, double value, const std::string& pointer) {
    const bool counted =
        field.kind != FieldKind::Money && field.kind != FieldKind::Number && field.kind != FieldKind::Date;
    const bool texts = field.kind == FieldKind::Text;
    if (field.min && value < *field.min) {
        add("field.min", pointer,
            messages_.text(texts     ? "script.text_too_short"
                           : counted ? "script.too_few"
                                     : "script.below",
                           {{"label", nameOf(field)}, {"bound", figure(field, *field.min)}}));
    }
    if (field.max && value > *field.max) {
        add("field.max", pointer,
            messages_.text(texts     ? "script.text_too_long"
                           : counted ? "script.too_many"
                                     : "script.above",
                           {{"label", nameOf(field)}, {"bound", figure(field, *field.max)}}));
    }
}

}  // namespace engross
