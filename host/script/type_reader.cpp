#include "script/type_reader.h"

#include "model/json.h"
#include "script/case_values.h"
#include "script/declared_reader.h"
#include "script/field_reader.h"
#include "script/rule_reader.h"
#include "script/type_summary.h"
#include "words/faults.h"

#include <algorithm>
#include <list>

namespace engross {
namespace {

/// Reads the one declaration of a script; each part may find faults, none stops the next.
class TypeReader {
public:
    TypeReader(const ScriptNode& declaration, std::shared_ptr<const ScriptSource> source,
               std::shared_ptr<const TypeFamily> family, const std::vector<TypePart>& parts, const LawData& law,
               const Library& library, std::vector<Diagnostic>& found)
        : node_(declaration),
          law_(law),
          library_(library),
          found_(found),
          faults_(*source, found),
          options_(declaration, declaration.line, declaration.tag, faults_),
          type_(std::make_shared<DocumentType>()),
          declared_(*type_, library) {
        type_->source = std::move(source);
        declared_.moveTo({&faults_, &options_, type_->source.get(), node_.line});
        type_->family = std::move(family);
        for (const TypePart& part : parts) {
            type_->parts.push_back(part.source);
            parts_.emplace_back(part, found);
        }
    }

    std::shared_ptr<DocumentType> read() {
        readHead();
        readSchema();
        readDeclared();
        readBody();
        readRules();
        readExample();
        options_.finish();
        for (PartInUse& part : parts_) {
            part.options.finish();
        }
        summarise(*type_);
        return type_;
    }

private:
    /// What of a part is read, and where its faults stand.
    struct PartInUse {
        PartInUse(const TypePart& read, std::vector<Diagnostic>& found)
            : part(read), faults(*read.source, found), options(read.node, read.node.line, "part", faults) {}
        PartInUse(const PartInUse&) = delete;
        PartInUse& operator=(const PartInUse&) = delete;

        const TypePart& part;
        ScriptFaults faults;
        Options options;
    };

    void readHead() {
        TypeSummary& summary = type_->summary;
        summary.id = options_.requiredText("id");
        const std::string& file = type_->source->file();
        const std::size_t slash = file.rfind('/') + 1;
        const std::string stem = file.substr(slash, file.size() - slash - 4);
        if (!summary.id.empty() && summary.id != stem) {
            faults_.addAtKey(node_.line, "id", "script.id_is_file", {{"id", summary.id}, {"file", stem}});
        }
        summary.id = stem;
        summary.version = options_.wholeNumber("version").value_or(0);
        if (summary.version < 1) {
            faults_.addAtKey(node_.line, "version", "script.version", {});
        }
        type_->title = options_.localText("title");
        if (type_->title.empty()) {
            options_.missing("title");
        }
        summary.law = options_.text("law");
        summary.unconfirmed = options_.texts("confirm");
        (void)options_.node("uses");
        for (PartInUse& part : parts_) {
            std::ranges::move(part.options.texts("confirm"), std::back_inserter(summary.unconfirmed));
        }
        summary.family = type_->family->name;
        summary.isBundle = type_->family->composesBundle;
        if (const ScriptNode* force = options_.node("in_force")) {
            Options dates(*force, node_.line, "in_force", faults_);
            type_->from = dates.day("from");
            type_->to = dates.day("to");
            summary.inForceFrom = dates.text("from");
            summary.inForceUntil = dates.text("to");
            dates.finish();
        } else {
            options_.missing("in_force");
        }
    }

    void readSchema() {
        Schema& schema = type_->summary.schema;
        schema.fields = type_->family->fields;
        type_->defaults = type_->family->defaults;
        for (PartInUse& part : parts_) {
            mergeFields(part.options, part.part.node.line, part.faults);
        }
        mergeFields(options_, node_.line, faults_);
        for (const Field& field : schema.fields) {
            scope_.roots.push_back(&field);
        }
        const Field* recipients = schema.find("recipients");
        if (recipients != nullptr && !recipients->members.empty()) {
            for (const Field& member : recipients->members.front().members) {
                type_->capacities = member.name == "capacity" ? member.choices : type_->capacities;
            }
        }
        scope_.capacities = type_->capacities.empty() ? nullptr : &type_->capacities;
    }

    void mergeFields(Options& options, std::size_t near, ScriptFaults& faults) {
        ReadFields read;
        if (const ScriptNode* fields = options.node("fields")) {
            const std::size_t line = faults.source().atKey(near, "fields").line;
            read = readFields(*fields, line, law_, faults);
        }
        for (Field& field : read.fields) {
            const std::size_t line = read.lines.at(field.name);
            merge(std::move(field), line, faults);
        }
        for (const auto& [name, value] : read.defaults) {
            type_->defaults[name] = value;
        }
        checkFieldNames(type_->summary.schema.fields, read.lines, faults);
    }

    void merge(Field field, std::size_t line, ScriptFaults& faults) {
        auto& all = type_->summary.schema.fields;
        if (reserved(field.name)) {
            faults.addAtKey(line, field.name, "script.reserved", {{"name", field.name}});
            return;
        }
        const auto same = std::ranges::find(all, field.name, &Field::name);
        if (same == all.end()) {
            all.push_back(std::move(field));
            return;
        }
        if (same->kind != field.kind) {
            faults.addAtKey(line, field.name, "script.field_changes_kind",
                            {{"name", field.name}, {"kind", nameOf(same->kind)}, {"family", type_->family->name}});
            return;
        }
        if (field.members.empty() || field.kind == FieldKind::Person || field.kind == FieldKind::Premises) {
            field.members = same->members;
        }
        *same = std::move(field);
    }

    static bool reserved(std::string_view name) {
        return name == "case_ref";
    }

    void readDeclared() {
        type_->declared.kind = Declared::Kind::Record;
        for (const DeclareRule& rule : type_->family->declares) {
            type_->declared.members.emplace_back(rule.name, declaredByAll(rule));
        }
        for (const char* list : {"schedules", "enclosures"}) {
            if (const Declared* entries = type_->declared.find(list)) {
                for (const Declared& entry : entries->items) {
                    scope_.attachments.push_back(entry.textOf("id"));
                }
            }
        }
    }

    /// Lists of the parts stand before the type's own list; of anything else the type's own counts, then the last
    /// part's.
    Declared declaredByAll(const DeclareRule& rule) {
        Declared all;
        const auto take = [&](const ScriptNode* node, const std::string& path) {
            if (node == nullptr) {
                return;
            }
            Declared one = declared_.read(rule, *node, path);
            if (one.kind == Declared::Kind::List) {
                one.items.insert(one.items.begin(), std::make_move_iterator(all.items.begin()),
                                 std::make_move_iterator(all.items.end()));
            }
            all = std::move(one);
        };
        for (PartInUse& part : parts_) {
            declared_.moveTo({&part.faults, &part.options, part.part.source.get(), part.part.node.line});
            take(part.options.node(rule.name), part.part.name + "." + rule.name);
        }
        declared_.moveTo({&faults_, &options_, type_->source.get(), node_.line});
        take(options_.node(rule.name), rule.name);
        if (all.kind == Declared::Kind::Nothing && !rule.optional) {
            options_.missing(rule.name);
        }
        return all;
    }

    void readBody() {
        const ScriptNode* body = options_.node("body");
        if (!type_->family->hasBody) {
            if (body != nullptr) {
                faults_.addAtKey(node_.line, "body", "script.no_body_wanted", {{"family", type_->family->name}});
            }
            return;
        }
        if (body != nullptr) {
            type_->body = declared_.addText("body", "body", *body);
            return;
        }
        ScriptNode byName;
        byName.kind = ScriptNode::Kind::Tagged;
        byName.tag = "template";
        byName.text = type_->summary.id;
        byName.line = node_.line;
        type_->body = declared_.addText("body", "body", byName);
    }

    void readRules() {
        scope_.law = &law_;
        scope_.type = type_->summary.id;
        type_->derives.reserve(type_->family->derives.size() + node_.named.size() + 64);
        type_->derives = type_->family->derives;
        for (const DeriveRule& rule : type_->derives) {
            scope_.roots.push_back(&rule.field);
        }
        for (PartInUse& part : parts_) {
            readOwnDerives(part.options, part.part.node.line, part.faults, part.part.source);
        }
        readOwnDerives(options_, node_.line, faults_, nullptr);
        type_->checks = type_->family->checks;
        for (PartInUse& part : parts_) {
            readOwnChecks(part.options, part.part.node.line, part.faults, part.part.source);
        }
        readOwnChecks(options_, node_.line, faults_, nullptr);
        for (const auto& [name, path] : declared_.fieldPaths()) {
            if (const PathShape shape = shapeOf(path, scope_.roots); !path.empty() && !shape.known) {
                faults_.add(faults_.source().atKey(node_.line, name).line, shape.unknown, "script.no_field",
                            {{"name", shape.unknown}}, shape.near);
            }
        }
        type_->lawDate = options_.text("law_date");
        if (type_->lawDate.empty()) {
            type_->lawDate = type_->family->lawDate;
        } else {
            checkPath(type_->lawDate, {FieldKind::Date, FieldKind::Time}, options_, scope_, faults_);
        }
        for (std::vector<DeriveRule>& rules : own_) {
            std::ranges::move(rules, std::back_inserter(type_->derives));
        }
    }

    void readOwnDerives(Options& options, std::size_t near, ScriptFaults& faults,
                        const std::shared_ptr<const ScriptSource>& part) {
        const ScriptNode* derives = options.node("derive");
        if (derives == nullptr) {
            return;
        }
        const std::size_t line = faults.source().atKey(near, "derive").line;
        for (DeriveRule& rule : own_.emplace_back(readDerives(*derives, line, scope_, faults))) {
            rule.source = part;
            checkNewName(rule, faults);
        }
    }

    void readOwnChecks(Options& options, std::size_t near, ScriptFaults& faults,
                       const std::shared_ptr<const ScriptSource>& part) {
        const ScriptNode* checks = options.node("checks");
        if (checks == nullptr) {
            return;
        }
        const std::size_t line = faults.source().atKey(near, "checks").line;
        auto rules = readChecks(*checks, line, scope_, faults);
        setSource(rules, part);
        std::ranges::move(rules, std::back_inserter(type_->checks));
    }

    void checkNewName(const DeriveRule& rule, ScriptFaults& faults) {
        const auto named = [&rule](const DeriveRule& other) {
            return &other != &rule && other.field.name == rule.field.name;
        };
        const bool derived =
            std::ranges::any_of(type_->derives, named) ||
            std::ranges::any_of(own_, [&](const auto& some) { return std::ranges::any_of(some, named); });
        if (type_->summary.schema.find(rule.field.name) != nullptr || reserved(rule.field.name) || derived) {
            faults.addAtKey(rule.line, rule.field.name, "script.name_twice", {{"name", rule.field.name}});
        }
    }

    void readExample() {
        const std::string file = declared_.templateFile(type_->summary.id, Language::English);
        const std::string json = file.substr(0, file.size() - std::string_view("en.md").size()) + "example.json";
        Object body{{"type", type_->summary.id}};
        if (const ScriptNode* example = options_.node("example")) {
            for (const auto& [name, node] : example->named) {
                const bool none = node.items.empty() && node.named.empty() && node.is(ScriptNode::Kind::Table);
                body.set(name, none && (name == "case" || name == "fields") ? Value(Object{}) : valueFrom(node));
            }
        } else if (const auto text = library_.read(json)) {
            const JsonResult read = readJson(*text);
            if (read.fault) {
                found_.push_back(diagnosticOf(*read.fault, {}, json, Language::English));
                return;
            }
            for (const auto& [name, value] : read.value->object() == nullptr ? Object{} : *read.value->object()) {
                body.set(name, value);
            }
        } else {
            return;
        }
        RequestResult result = readRequest(Value(std::move(body)));
        for (const RequestFault& fault : result.faults) {
            // An example's exhibits have marks and no files yet.
            if (fault.kind != RequestFault::Kind::Missing || !fault.pointer.starts_with("/exhibits/")) {
                Diagnostic diagnostic = diagnosticOf(fault, Language::English);
                diagnostic.where.file = options_.has("example") ? type_->source->file() : json;
                found_.push_back(std::move(diagnostic));
            }
        }
        type_->example = std::move(result.request);
    }

    const ScriptNode& node_;
    const LawData& law_;
    const Library& library_;
    std::vector<Diagnostic>& found_;
    ScriptFaults faults_;
    Options options_;
    std::shared_ptr<DocumentType> type_;
    DeclaredReader declared_;
    RuleScope scope_;
    std::list<PartInUse> parts_;
    std::list<std::vector<DeriveRule>> own_;  // of each part, then the type's own
};

}  // namespace

std::shared_ptr<DocumentType> readType(const ScriptNode& declaration, std::shared_ptr<const ScriptSource> source,
                                       std::shared_ptr<const TypeFamily> family, const std::vector<TypePart>& parts,
                                       const LawData& law, const Library& library, std::vector<Diagnostic>& faults) {
    if (family == nullptr || !declaration.isTagged(family->name)) {
        ScriptFaults(*source, faults).add(1, {}, "script.returns_no_type", {});
        return nullptr;
    }
    return TypeReader(declaration, std::move(source), std::move(family), parts, law, library, faults).read();
}

}  // namespace engross
