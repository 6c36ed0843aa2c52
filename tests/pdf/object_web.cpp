#include "pdf/object_web.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>

namespace engross {

namespace {

/// Everything that can be reached from some objects, and what on the way led nowhere.
class ObjectWalk {
public:
    explicit ObjectWalk(const std::map<QPDFObjGen, QPDFXRefEntry>& table) : table_(table) {}

    void from(const QPDFObjectHandle& start) {
        waiting_.push_back(start);
        while (!waiting_.empty()) {
            QPDFObjectHandle object = waiting_.back();
            waiting_.pop_back();
            if (!object.isIndirect() || enter(object.getObjGen())) {
                open(object);
            }
        }
    }

    std::set<QPDFObjGen> seen;
    std::vector<std::string> nowhere;

private:
    bool enter(const QPDFObjGen& id) {
        if (!seen.insert(id).second) {
            return false;
        }
        if (table_.count(id) == 0) {
            nowhere.push_back("object " + std::to_string(id.getObj()) + " is referred to and not there");
            return false;
        }
        return true;
    }

    void open(QPDFObjectHandle object) {
        QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
        if (dictionary.isDictionary()) {
            for (const auto& key : dictionary.getKeys()) {
                waiting_.push_back(dictionary.getKey(key));
            }
        }
        for (int i = 0; object.isArray() && i < object.getArrayNItems(); ++i) {
            waiting_.push_back(object.getArrayItem(i));
        }
    }

    const std::map<QPDFObjGen, QPDFXRefEntry>& table_;
    std::vector<QPDFObjectHandle> waiting_;
};

}  // namespace

std::vector<std::string> looseEnds(QPDF& pdf) {
    const auto table = pdf.getXRefTable();
    ObjectWalk walk(table);
    walk.from(pdf.getTrailer());
    std::vector<std::string> loose = walk.nowhere;
    for (const auto& [id, entry] : table) {
        QPDFObjectHandle object = pdf.getObject(id);
        QPDFObjectHandle type = object.isStream() ? object.getDict().getKey("/Type") : QPDFObjectHandle::newNull();
        const bool serves = type.isNameAndEquals("/ObjStm") || type.isNameAndEquals("/XRef");
        if (!serves && walk.seen.count(id) == 0) {
            loose.push_back("object " + std::to_string(id.getObj()) + " is there and not referred to");
        }
    }
    return loose;
}

}  // namespace engross
