#include "pdf/source_disarming.h"

#include "pdf/active_entries.h"

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <vector>

namespace engross {

namespace {

constexpr std::size_t mostActions = 64;

class Disarming {
public:
    explicit Disarming(SourceFile& file) : file_(file) {
        seen_.insert(file.catalog().getObjGen());
        for (const QPDFObjectHandle& page : file.pages()) {
            seen_.insert(QPDFObjectHandle(page).getObjGen());
            seen_.insert(QPDFObjectHandle(page).getKey("/Parent").getObjGen());
        }
    }

    std::map<std::string, std::size_t> run() {
        for (QPDFObjectHandle page : file_.pages()) {
            for (const char* key : {"/Resources", "/Contents", "/Group"}) {
                add(page.getKey(key), KeyMeaning::Entries);
            }
            work();
        }
        QPDFObjectHandle layers = file_.catalog().getKey("/OCProperties");
        add(layers.isDictionary() ? layers.getKey("/OCGs") : layers, KeyMeaning::Entries);
        work();
        return std::move(losses_);
    }

private:
    struct Waiting {
        QPDFObjectHandle object;
        KeyMeaning keys;
    };

    void add(const QPDFObjectHandle& object, KeyMeaning keys) {
        QPDFObjectHandle value = object;
        const bool holds = value.isDictionary() || value.isArray() || value.isStream();
        if (holds && (!value.isIndirect() || seen_.insert(value.getObjGen()).second)) {
            waiting_.push_back({value, keys});
        }
    }

    void work() {
        while (!waiting_.empty()) {
            Waiting next = waiting_.back();
            waiting_.pop_back();
            if (next.object.isArray()) {
                for (const QPDFObjectHandle& item : next.object.aitems()) {
                    add(item, KeyMeaning::Entries);
                }
            } else if (next.object.isStream()) {
                clean(next.object.getDict(), KeyMeaning::StreamEntries);
            } else {
                clean(next.object, next.keys);
            }
        }
    }

    void clean(QPDFObjectHandle dictionary, KeyMeaning keys) {
        for (const std::string& key : dictionary.getKeys()) {
            QPDFObjectHandle value = dictionary.getKey(key);
            const bool told = (key == "/S" && value.isName() && isActionName(value.getName())) ||
                              (keys == KeyMeaning::Names && value.isString());
            const LeftOutEntry why = told ? LeftOutEntry::Action : leftOutEntry(key, keys);
            if (why == LeftOutEntry::None) {
                add(value, meaningBelow(key, keys));
                continue;
            }
            if (key == "/S") {
                count(kindOfActionNamed(value.getName()));
            } else if (why == LeftOutEntry::Action) {
                countActions(value);
            } else {
                count(lossOf(why));
            }
            dictionary.removeKey(key);
        }
    }

    void countActions(const QPDFObjectHandle& holder) {
        std::vector<QPDFObjectHandle> found{holder};
        std::set<QPDFObjGen> known;
        for (std::size_t i = 0; i < found.size() && i < mostActions; ++i) {
            QPDFObjectHandle next = found[i];
            if (next.isIndirect() && !known.insert(next.getObjGen()).second) {
                continue;
            }
            if (next.isArray()) {
                for (const QPDFObjectHandle& item : next.aitems()) {
                    found.push_back(item);
                }
            } else if (next.isDictionary()) {
                QPDFObjectHandle type = next.getKey("/S");
                count(type.isName() ? kindOfActionNamed(type.getName()) : std::string_view());
                for (const auto& [key, value] : next.ditems()) {
                    found.push_back(value);
                }
            }
        }
    }

    void count(std::string_view kind) {
        if (!kind.empty()) {
            ++losses_[std::string(kind)];
        }
    }

    SourceFile& file_;
    std::set<QPDFObjGen> seen_;
    std::vector<Waiting> waiting_;
    std::map<std::string, std::size_t> losses_;
};

}  // namespace

std::map<std::string, std::size_t> disarm(SourceFile& file) {
    return Disarming(file).run();
}

}  // namespace engross
